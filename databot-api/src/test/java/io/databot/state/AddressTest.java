package io.databot.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.failure.InvalidRequestFailure;
import io.databot.state.Address.ModuleStep;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    /** What {@code terraform state list} (1.11.4) printed for a configuration with every shape of key. */
    static Stream<String> listed() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AddressTest.class.getResourceAsStream("addresses.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("listed")
    void addressesPrintedByTerraformAreReadAndPrintedTheSame(String line) {
        assertThat(Address.parse(line)).hasToString(line);
    }

    @ParameterizedTest
    @MethodSource("listed")
    void modulesOfAnAddressAreReadOnTheirOwn(String line) {
        Address address = Address.parse(line);
        List<String> steps =
                address.modules().stream().map(ModuleStep::toString).toList();
        assertThat(Address.parseModule(String.join(".", steps))).isEqualTo(address.modules());
    }

    @Test
    void partsOfAnAddressAreToldApart() {
        Address address = Address.parse("module.a[\"x\\\"]\"].module.b[3].data.google_storage_bucket.data[\"k\"]");
        assertThat(address.modules())
                .containsExactly(new ModuleStep("a", InstanceKey.of("x\"]")), new ModuleStep("b", InstanceKey.of(3)));
        assertThat(address.mode()).isEqualTo(ResourceMode.DATA);
        assertThat(address.type()).isEqualTo("google_storage_bucket");
        assertThat(address.name()).isEqualTo("data");
        assertThat(address.key()).isEqualTo(InstanceKey.of("k"));
        assertThat(address.resource()).hasToString("module.a[\"x\\\"]\"].module.b[3].data.google_storage_bucket.data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "terraform_data.data",
                "terraform_data.module",
                "terraform_data.output",
                "data.terraform_data.data",
                "module.module.terraform_data.module",
                "module.data.data.terraform_data.data",
                "module.module[\"module\"].module.module.data.a.module",
                "a._b",
                "a.b-c",
                "a.ünï",
                "a.देवनागरी",
                "a.日本"
            })
    void namesMayBeWordsOfTheGrammarOrOfAnyScript(String text) {
        assertThat(Address.parse(text)).hasToString(text);
    }

    @Test
    void numberAndItsTextAreDifferentKeys() {
        assertThat(Address.parse("a.b[0]")).isNotEqualTo(Address.parse("a.b[\"0\"]"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "\\u00fc,ü",
                "\\U0001f600,😀",
                "\\\",\"",
                "\\\\,\\",
                "$${x},${x}",
                "%%{x},%{x}",
                "$$$${x},$$${x}",
                "${x},${x}",
                "$,$"
            })
    void escapesOfAKeyAreResolved(String escaped, String key) {
        assertThat(Address.parse("a.b[\"" + escaped + "\"]").key()).isEqualTo(InstanceKey.of(key));
    }

    @Test
    void charactersSurvivePrintingAndReading() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c += c < 0x3000 ? 1 : 31) {
            if (c > 0xffff || !Character.isSurrogate((char) c)) {
                InstanceKey key = InstanceKey.of("a" + Character.toString(c) + "{");
                assertThat(Address.parse("a.b" + key).key()).isEqualTo(key);
            }
        }
    }

    @Test
    void keysAreComparedInNormalFormC() {
        assertThat(InstanceKey.of("u\u0308"))
                .isEqualTo(InstanceKey.of("\u00fc"))
                .hasToString("[\"\u00fc\"]");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "''|1",
                "a|2",
                "a.|3",
                ".a|1",
                "a..b|3",
                "a.b.c|4",
                "a.b[|5",
                "a.b[]|5",
                "a.b[x]|5",
                "a.b[-1]|5",
                "a.b[1.5]|6",
                "a.b[0|6",
                "a.b[\"x|7",
                "a.b[\"x\"|8",
                "a.b[\"\\q\"]|7",
                "a.b[\"\\u12\"]|8",
                "a.b[\"\\u００fc\"]|8",
                "a.b[٣]|5",
                "a.b[\"\\Uffffffff\"]|8",
                "a.b[99999999999999999999]|5",
                "a.b[0][1]|7",
                "'a.b '|4",
                "module|7",
                "module.|8",
                "module.a|9",
                "module.a.|10",
                "module.a.b|11",
                "data.a|7",
                "a$b.c|2"
            })
    void whatIsNotAnAddressIsRefusedWithTheColumn(String text, int column) {
        assertThatThrownBy(() -> Address.parse(text))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("column " + column + ":");
    }

    @Test
    void emptyTextIsTheRootModule() {
        assertThat(Address.parseModule("")).isEmpty();
        assertThatThrownBy(() -> Address.parseModule("module.a.b.c")).isInstanceOf(InvalidRequestFailure.class);
        assertThatThrownBy(() -> Address.parseModule("a")).isInstanceOf(InvalidRequestFailure.class);
    }

    @Test
    void longRefusedTextDoesNotOverflowAnything() {
        String text = "module.a.".repeat(100_000);
        assertThatThrownBy(() -> Address.parse(text)).isInstanceOf(InvalidRequestFailure.class);
    }
}
