package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.state.StateValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoTest {

    private static Optional<StateValue> number(long number) {
        return Optional.of(StateValue.of(number));
    }

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(new Memo(10).find("a")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 512, 513, 1_000_000, Integer.MAX_VALUE})
    void lastAnswerIsRememberedForWhatItAnswersOnly(int entries) {
        Memo memo = new Memo(entries);
        for (int i = 0; i < 10_000; i++) {
            String query = "query " + i;
            memo.remember(query, number(i));
            assertThat(memo.find(query)).isEqualTo(new Memo.Answer(query, number(i)));
        }
        int remembered = 0;
        for (int i = 0; i < 10_000; i++) {
            Memo.Answer answer = memo.find("query " + i);
            assertThat(answer == null || answer.value().equals(number(i))).isTrue();
            remembered += answer == null ? 0 : 1;
        }
        assertThat(remembered).isBetween(2, 4_096);
    }

    @Test
    void twoQueriesOfOneHashAreBothRemembered() {
        Memo memo = new Memo(1);
        memo.remember("Aa", number(1));
        memo.remember("BB", Optional.empty());
        assertThat(memo.find("Aa")).isEqualTo(new Memo.Answer("Aa", number(1)));
        assertThat(memo.find("BB")).isEqualTo(new Memo.Answer("BB", Optional.empty()));
        memo.remember("C#", number(3));
        assertThat(memo.find("Aa")).isNull();
        assertThat(memo.find("C#")).isEqualTo(new Memo.Answer("C#", number(3)));
    }
}
