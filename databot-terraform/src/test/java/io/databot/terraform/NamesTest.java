package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.terraform.ScanFailure.Fault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that stands twice in one object is found, and no other is. */
class NamesTest {

    private static Optional<Fault> scan(String json) {
        return JsonScanTest.scan(json.getBytes(StandardCharsets.UTF_8));
    }

    /** An object of these names as they are written, each with a value in which the names may be used again. */
    private static String object(List<String> written) {
        return written.stream()
                .map(name -> "\"" + name + "\":{\"" + name + "\":[{\"" + name + "\":0}]}")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void assertTwice(List<String> written) {
        for (String json : List.of(
                object(written),
                object(written) + " ".repeat(20),
                "[1," + object(written) + "]",
                "{\"o\":" + object(written) + ",\"p\":1}",
                "{\"z\":1,\"a\":" + object(written) + "}")) {
            assertThat(scan(json)).as(json).contains(Fault.DUPLICATE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,a",
                "a,b,b",
                "a,b,a",
                "b,a,b",
                "b,a,a",
                "a,b,c,d,a",
                "d,c,b,a,d",
                "b,d,a,c,d",
                ",",
                ",a,",
                "a,,b,",
                "a,\\u0061",
                "\\u0061,a",
                "a,b,\\u0061",
                "\\u0061,b,a",
                "\\u0061,\\u0061",
                "b,a,\\u0062",
                "\\u0062,a,c,b",
                "\\/,/",
                "\\n,\\u000a",
                "\\u00FC,ü",
                "ü,\\u00fc",
                "ü,ü",
                "ü,a,ü",
                "日,ü,日",
                "😀,\\ud83d\\ude00",
                "1234567,1234567",
                "12345678,12345678",
                "123456789,123456789",
                "1234567,12345678,1234567",
                "12345678,123456789,12345678",
                "123456789,12345678,123456789",
                "12345678a,12345678b,12345678a",
                "12345678b,12345678a,12345678b",
                "12345678a,12345678b,12345678b",
                "1234567,1234567!,1234567",
                "a!,a,a!",
                "a,a!,a",
                "a ,a,a ",
                "same first word 1,same first word 2,x,same first word 1",
                "same first word,same first word,x",
                "a,same first word 1,same first word 2,same first word 2"
            })
    void nameThatStandsTwiceIsFound(String names) {
        assertTwice(List.of(names.split(",", -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b",
                "b,a",
                ",a",
                "a,",
                "a,aa,aaa",
                "aaa,aa,a",
                "1234567,12345678,123456789",
                "123456789,12345678,1234567",
                "12345678a,12345678b",
                "12345678b,12345678a",
                "a,a!,a ",
                "a\\u0000,a",
                "a,a\\u0000",
                "1234567\\u0000,1234567",
                "12345678\\\",12345678",
                "1234567\\\",1234567",
                "\\\\u0061,a",
                "u\u0308,ü",
                "ü,u",
                "ÿ,z",
                "\u007f,\u0080",
                "\uffff,😀",
                "a,A",
                "same first word 1,same first word 2",
                "same first word 2,same first word 1"
            })
    void namesThatDifferAreTaken(String names) {
        assertThat(scan(object(List.of(names.split(",", -1))))).isEmpty();
    }

    @Test
    void laterObjectMayUseTheNamesOfAnEarlierOne() {
        assertThat(scan("[{\"b\":1,\"a\":2},{\"b\":1,\"a\":2},{\"a\":{\"a\":{}},\"b\":{\"b\":1,\"a\":1}}]"))
                .isEmpty();
        assertThat(scan("{\"b\":{\"z\":1,\"y\":2},\"a\":{\"z\":1,\"y\":2},\"c\":{\"b\":1}}"))
                .isEmpty();
    }

    @Test
    void nameThatReturnsBehindALargeObjectIsFound() {
        List<String> many =
                new ArrayList<>(IntStream.range(0, 2_000).mapToObj(i -> "n" + i).toList());
        assertThat(scan("{\"b\":1,\"c\":" + object(many) + ",\"b\":2}")).contains(Fault.DUPLICATE);
        assertThat(scan("{\"b\":1,\"c\":" + object(many) + ",\"d\":2}")).isEmpty();
        many.add("n77");
        assertTwice(many);
    }

    static Stream<List<String>> manyNames() {
        List<String> sorted = IntStream.range(0, 100_000)
                .mapToObj(i -> String.format("a name with %06d", i))
                .toList();
        List<String> reversed = new ArrayList<>(sorted);
        Collections.reverse(reversed);
        List<String> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(1));
        // All of one hash, as far as String.hashCode goes.
        List<String> colliding = IntStream.range(0, 1 << 16)
                .mapToObj(i -> IntStream.range(0, 16)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining()))
                .sorted(Collections.reverseOrder())
                .toList();
        return Stream.of(sorted, reversed, shuffled, colliding);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("manyNames")
    @Timeout(60)
    void manyNamesAreTakenAndTheOneThatReturnsIsFound(List<String> names) {
        String entries = names.stream().map(name -> "\"" + name + "\":0").collect(Collectors.joining(","));
        assertThat(scan("{" + entries + "}")).isEmpty();
        assertThat(scan("{" + entries + ",\"" + names.get(names.size() / 2) + "\":0}"))
                .contains(Fault.DUPLICATE);
    }

    @Provide
    Arbitrary<List<String>> distinct() {
        return AnyState.names().list().uniqueElements().ofMaxSize(12);
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void distinctNamesAreTakenAndOneMoreOfThemIsNot(@ForAll("distinct") List<String> names, @ForAll long style) {
        Map<String, Object> object = new LinkedHashMap<>();
        names.forEach(name -> object.put(name, Map.of(name, List.of())));
        String json = AnyJson.write(object, style).strip();
        assertThat(scan(json)).isEmpty();
        if (!names.isEmpty()) {
            String again = AnyJson.write(names.get(new Random(style).nextInt(names.size())), style);
            String body = json.substring(1, json.length() - 1);
            assertThat(scan("{" + body + "," + again + ":0}")).contains(Fault.DUPLICATE);
            assertThat(scan("{" + again + ":0," + body + "}")).contains(Fault.DUPLICATE);
        }
    }
}
