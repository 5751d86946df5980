package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.terraform.ScanFailure.Fault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8259 and RFC 3629, at every place of a word: the scan looks at eight bytes at once. */
class JsonScanTest {

    private static final int PLACES = 18;

    /** What is wrong with some bytes; empty if they are one value with white space around it. */
    static Optional<Fault> scan(byte[] bytes) {
        JsonScan json = new JsonScan(bytes, 0);
        try {
            json.pastSpace();
            json.value();
            json.end();
            return Optional.empty();
        } catch (ScanFailure e) {
            return Optional.of(e.fault());
        } catch (IndexOutOfBoundsException e) {
            return Optional.of(json.cutOff().fault());
        }
    }

    private static Optional<Fault> scan(String text) {
        return scan(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text alone, in white space, in an array and in an object, so that it begins and ends at every place of a word. */
    private static List<String> everywhere(String text) {
        List<String> all = new ArrayList<>();
        for (int before = 0; before < PLACES; before++) {
            for (int after = 0; after < PLACES; after++) {
                all.add(" ".repeat(before) + text + "\n".repeat(after));
            }
            String name = "x".repeat(before);
            all.add("[1,\"" + name + "\"," + text + "]");
            all.add("[\n  \"" + name + "\",\n  " + text + "\n]");
            all.add("{\"" + name + "\":" + text + "}");
            all.add("{\n  \"" + name + "\": " + text + ",\n  \"y\": []\n}");
        }
        return all;
    }

    private static void assertAccepted(String text) {
        for (String whole : everywhere(text)) {
            assertThat(scan(whole)).as(whole).isEmpty();
        }
    }

    private static void assertRefused(String text) {
        for (String whole : everywhere(text)) {
            assertThat(scan(whole)).as(whole).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1",
                "10",
                "-10",
                "0.0",
                "1.5",
                "-0.5",
                "1e5",
                "1E5",
                "1e+5",
                "1e-5",
                "0e0",
                "1.25e-07",
                "12345678901234567890",
                "true",
                "false",
                "null",
                "\"\"",
                "[]",
                "{}",
                "[ ]",
                "{ }",
                "[\n]",
                "{\r\n\t }",
                "[[]]",
                "[{}]",
                "{\"a\":[]}",
                "[[],[[]],{}]",
                "{\"\":{\"\":{}}}",
                "[0,-0,0.1]",
                "[ 1 , 2 ]",
                "{ \"a\" : 1 , \"b\" : 2 }",
                "[\t1\r,\n2 ]",
                "[null,true,false]",
                "[\"a\",\"b\"]",
                "\" \"",
                "\"/\""
            })
    void valueIsAccepted(String text) {
        assertAccepted(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01",
                "-01",
                "00",
                "1.",
                ".1",
                "-.1",
                "1.e5",
                "1e",
                "1e+",
                "1E-",
                "+1",
                "-",
                "--1",
                "1e5.5",
                "1.5.5",
                "0x1",
                "1a",
                "NaN",
                "Infinity",
                "-Infinity",
                "1_0",
                "1 2",
                "0e",
                "-e1",
                "1ee1",
                "1e+-1",
                "e1",
                "٣",
                "1٣",
                "tru",
                "fals",
                "nul",
                "t",
                "f",
                "n",
                "truex",
                "True",
                "nulll",
                "true1",
                "\"",
                "\"a",
                "a\"",
                "'a'",
                "a",
                "[",
                "]",
                "{",
                "}",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[,]",
                "[1,,2]",
                "[1 2]",
                "[1}",
                "{]",
                "[}",
                "{,}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\" 1}",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1,,\"b\":2}",
                "{\"a\"::1}",
                "{a:1}",
                "{1:1}",
                "{null:1}",
                "{\"a\":1]",
                "{\"a\",1}",
                "[\"a\":1]",
                "{\"a\":1",
                "{\"a\":",
                "{\"a\"",
                "{\"a",
                "[[]",
                "[]]",
                "{}}",
                "[1],",
                ",",
                ":",
                "[1]x",
                "{\"a\":\"b}",
                "// a",
                "/**/1",
                "\\u0031",
                "[\u000b1]",
                "\u000b1",
                "[1\u000b]",
                "\f1",
                "[\f]",
                "\u00a01",
                "[\u00a01]",
                "\u20281",
                "\ufeff1",
                "[\0]",
                "\0",
                "\u007f",
                "ü",
                "[ü]",
                "{ü}",
                "{\"a\"ü:1}",
                "{\"a\":ü1}",
                "[1ü]",
                "[1,ü]",
                "{\"a\":1,\"a\":2}"
            })
    void brokenValueIsRefused(String text) {
        assertRefused(text);
    }

    @Test
    void nothingIsCutOff() {
        assertThat(scan("")).contains(Fault.CUT_OFF);
        assertThat(scan(" ".repeat(20))).contains(Fault.CUT_OFF);
    }

    @Test
    void everyPartThatIsCutOffSaysSo() {
        String whole =
                "{\n  \"aé\\u00e9\": [\n    true,\n    -1.5e+7,\n    {\n      \"b\": \"c\"\n    }\n  ],\n  \"n\": null\n}";
        for (int length = 0; length < whole.length(); length++) {
            assertThat(scan(whole.substring(0, length))).as("%d", length).contains(Fault.CUT_OFF);
        }
        assertThat(scan(whole)).isEmpty();
    }

    /** In a text and in a name, after and before so many other characters. */
    private static List<byte[]> inTexts(byte[] content) {
        List<byte[]> all = new ArrayList<>();
        for (int before = 0; before < PLACES; before++) {
            for (int after = 0; after < PLACES; after++) {
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
            assertThat(scan(whole)).as(HexFormat.of().formatHex(whole)).isEqualTo(expected);
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

    @ParameterizedTest
    @CsvSource({"[,]", "'{\"a\":', }", "'[{\"a\":', }]", "'[\n', ]", "'{\n  \"a\": ', '\n}'"})
    void depthIsLimitedToAThousand(String opening, String closing) {
        int levels = (int) opening.chars().filter(c -> c == '[' || c == '{').count();
        for (String innermost : List.of("[]", "{}", "[ ]", "{ }", "[1]", "{\"a\":1}")) {
            int most = (Json.MAX_DEPTH - 1) / levels;
            String fits = opening.repeat(most) + innermost + closing.repeat(most);
            assertThat(scan(fits)).isEmpty();
            String full = "[".repeat((Json.MAX_DEPTH - 1) % levels) + fits + "]".repeat((Json.MAX_DEPTH - 1) % levels);
            assertThat(scan(full)).isEmpty();
            assertThat(scan("[" + full + "]")).as(innermost).contains(Fault.TOO_DEEP);
            assertThat(scan("[" + full.replace(innermost, "1") + "]")).isEmpty();
        }
    }

    @Test
    void levelsThatWereLeftDoNotCount() {
        String deep = "[".repeat(999) + "{}" + "]".repeat(999);
        assertThat(scan("[" + deep.substring(1, deep.length() - 1) + "," + "[]]"))
                .isEmpty();
        assertThat(scan("[" + "[{},[]],".repeat(3_000) + "1]")).isEmpty();
    }

    @Test
    void faultIsReportedWhereItStands() {
        JsonScan json = new JsonScan("[\n  1,\n  x\n]".getBytes(StandardCharsets.UTF_8), 0);
        ScanFailure failure = catchThrowableOfType(ScanFailure.class, json::value);
        assertThat(failure.fault()).isEqualTo(Fault.NOT_JSON);
        assertThat(failure.at()).isEqualTo(9);
    }
}
