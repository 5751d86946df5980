package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.terraform.ScanFailure.Fault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8259 at every place of a word: the scan looks at eight bytes at once. */
class JsonScanTest {

    static final int PLACES = 18;

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
