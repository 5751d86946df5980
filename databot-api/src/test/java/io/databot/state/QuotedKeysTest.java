package io.databot.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keys as Terraform prints them.
 *
 * <p>Each line of quoted-keys.txt is a key, as hexadecimal code points, and what {@code terraform state list} (1.11.4)
 * printed for a state with one {@code terraform_data.k} of that key. There are all control characters, some of every
 * category, and some that became characters in Unicode 14, 15, 15.1 and 16, for the tables of Terraform and of the JDKs
 * are of different versions. The same keys were printed the same in {@code module.m[KEY]}.
 */
class QuotedKeysTest {

    private static final Set<Byte> NEVER_PRINTED = Set.of(
            Character.SPACE_SEPARATOR,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.CONTROL,
            Character.FORMAT,
            Character.PRIVATE_USE,
            Character.SURROGATE);

    static Stream<Arguments> listed() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(QuotedKeysTest.class.getResourceAsStream("quoted-keys.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines().map(QuotedKeysTest::pair).toList().stream();
        }
    }

    private static Arguments pair(String line) {
        int tab = line.indexOf('\t');
        StringBuilder key = new StringBuilder();
        Arrays.stream(line.substring(0, tab).split(" ", -1))
                .filter(hex -> !hex.isEmpty())
                .forEach(hex -> key.appendCodePoint(Integer.parseInt(hex, 16)));
        return Arguments.of(key.toString(), line.substring(tab + 1));
    }

    @ParameterizedTest
    @MethodSource("listed")
    void keyIsPrintedAsTerraformPrintsIt(String key, String printed) {
        assertThat(Address.parse("terraform_data.k").withKey(InstanceKey.of(key)))
                .hasToString(printed);
    }

    @ParameterizedTest
    @MethodSource("listed")
    void whatTerraformPrintsIsReadAsTheKey(String key, String printed) {
        assertThat(Address.parse(printed).key()).isEqualTo(InstanceKey.of(key));
    }

    @Test
    void tableOfPrintableCharactersIsThatOfUnicode15() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(Printable::contains))
                .hasSize(148_998);
    }

    @Test
    void noSpaceNorControlCharacterIsPrinted() {
        for (int c = 0x7f; c <= Character.MAX_CODE_POINT; c++) {
            if (Printable.contains(c)) {
                assertThat(NEVER_PRINTED).as("%x", c).doesNotContain((byte) Character.getType(c));
            }
        }
    }
}
