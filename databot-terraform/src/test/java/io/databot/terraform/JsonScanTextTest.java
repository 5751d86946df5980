package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.terraform.ScanFailure.Fault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What texts and names may hold by RFC 8259 and RFC 3629, at every place of a word. */
class JsonScanTextTest {

    /** In a text and in a name, after and before so many other characters. */
    private static List<byte[]> inTexts(byte[] content) {
        List<byte[]> all = new ArrayList<>();
        for (int before = 0; before < JsonScanTest.PLACES; before++) {
            for (int after = 0; after < JsonScanTest.PLACES; after++) {
                all.add(concat("[\"" + "a".repeat(before), content, "z".repeat(after) + "\"]"));
                all.add(concat("{\"" + "a".repeat(before), content, "z".repeat(after) + "\":1}"));
            }
            all.add(concat("\"" + "a".repeat(before), content, "\""));
        }
        return all;
    }

    private static byte[] concat(String before, byte[] content, String after) {
        String text = before + new String(content, StandardCharsets.ISO_8859_1) + after;
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void assertInTexts(byte[] content, Optional<Fault> expected) {
        for (byte[] whole : inTexts(content)) {
            assertThat(JsonScanTest.scan(whole))
                    .as(HexFormat.of().formatHex(whole))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u0000", "\\u000A", "\\uabCD",
                        "\\uD83D\\uDE00",
                "\\ud83d", "\\ude00", "\\\\\\\"", "\\\\\\\\", "\\u0022", "\\u005c", "/", "'", "\u007f", "{}[],:", "é",
                        "日",
                "😀", "\u0080", "\u07ff", "\u0800", "\ud7ff", "\ue000", "\uffff", "\ud800\udc00", "\udbff\udfff",
                        "é日😀\\n"
            })
    void characterIsAcceptedInTextsAndNames(String content) {
        assertInTexts(content.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\a",
                "\\'",
                "\\x41",
                "\\U0041",
                "\\0",
                "\\ ",
                "\\u",
                "\\u1",
                "\\u12",
                "\\u123",
                "\\u123g",
                "\\u 123",
                "\\u000x",
                "\\u00é1",
                "\\u-001",
                "\\u+001",
                "\\u１２３４",
                "\\é",
                "\\\u0001",
                "\\\n",
                "\\u00\\u0041"
            })
    void badEscapeIsRefused(String content) {
        assertInTexts(content.getBytes(StandardCharsets.UTF_8), Optional.of(Fault.NOT_JSON));
    }

    @Test
    void everyControlCharacterIsRefusedInTextsAndNames() {
        for (char c = 0; c < ' '; c++) {
            assertInTexts(new byte[] {(byte) c}, Optional.of(Fault.NOT_JSON));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "bf",
                "c080",
                "c0af",
                "c1bf",
                "c2",
                "c241",
                "dfc0",
                "e0",
                "e080",
                "e08080",
                "e09fbf",
                "e2",
                "e282",
                "e28241",
                "e2e282ac",
                "eda080",
                "edbfbf",
                "f0",
                "f08080af",
                "f08fbfbf",
                "f09f",
                "f09f98",
                "f09f9841",
                "f4908080",
                "f5808080",
                "f8808080",
                "fe",
                "ff",
                "c3a9c3",
                "e282acbf"
            })
    void whatIsNotUtf8IsRefusedInTextsAndNames(String hex) {
        assertInTexts(HexFormat.of().parseHex(hex), Optional.of(Fault.NOT_UTF8));
    }
}
