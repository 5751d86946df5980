package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

    /** Longer ones are read as a whole, as if they were laid out otherwise. */
    @ParameterizedTest
    @CsvSource({"2, 2", "134217727, 134217727", "134217728, 0", "2147483647, 0"})
    void lengthStandsBesideTheFlagsAsFarAsThereIsRoom(int length, int told) {
        int flags = Columns.TAINTED | Columns.MARKED | Columns.lengthFlag(length);
        Columns columns = new Columns(
                new Pool(new byte[1]),
                List.of(),
                new int[4],
                new int[] {0, flags, Pool.NONE, 1},
                new Columns.Rare(new int[0], new int[0], Map.of()));
        assertThat(columns.indentedLength(0)).isEqualTo(told);
        assertThat(columns.canReadAlone(0)).isEqualTo(told > 0);
        assertThat(columns.is(0, Columns.TAINTED)).isTrue();
        assertThat(columns.is(0, Columns.MARKED)).isTrue();
        assertThat(columns.is(0, Columns.TEXT_KEY | Columns.DEPOSED | Columns.FLAT))
                .isFalse();
    }
}
