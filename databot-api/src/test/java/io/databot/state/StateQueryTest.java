package io.databot.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.failure.InvalidRequestFailure;
import io.databot.state.StateQuery.Element;
import io.databot.state.StateQuery.Field;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateQueryTest {

    @Test
    void bracketAfterTheNameIsTheKeyAndLaterOnesAreThePath() {
        StateQuery query = StateQuery.parse("module.m[0].a.b[\"k.k\"].c[1][\"d.e\"].f.2");
        assertThat(query.address())
                .hasValueSatisfying(address -> assertThat(address).hasToString("module.m[0].a.b[\"k.k\"]"));
        assertThat(query.path())
                .containsExactly(new Field("c"), new Element(1), new Field("d.e"), new Field("f"), new Element(2));
        assertThat(query.output()).isEmpty();
    }

    @Test
    void outputIsNamedByItsWord() {
        StateQuery query = StateQuery.parse("output.databot.buckets[\"a-b\"][0]");
        assertThat(query.output()).contains("databot");
        assertThat(query.address()).isEmpty();
        assertThat(query.path()).containsExactly(new Field("buckets"), new Field("a-b"), new Element(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "output.databot.buckets[\"a-b c\"][0]",
                "module.m[0].a.b[\"k.k\"].c[1][\"d.e\"].f",
                "data.a.b",
                "a.b.0.c",
                "a.b[\"x\"][0]",
                "output.a[\"0\"][\"\"]"
            })
    void queryIsPrintedAsItIsRead(String text) {
        assertThat(StateQuery.parse(text)).hasToString(text);
    }

    @Test
    void emptyKeyIsAStepToo() {
        assertThat(StateQuery.parse("output.a[\"\"]").path()).containsExactly(new Field(""));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "a.b.|5",
                "a.b..c|5",
                "a.b.c[|7",
                "a.b.c[x]|7",
                "a.b.c[1|8",
                "a.b.c[\"x]|10",
                "a.b c|4",
                "output.|8",
                "output.a b|9",
                "a.b.c[99999999999999999999]|7"
            })
    void whatIsNotAQueryIsRefusedWithTheColumn(String text, int column) {
        assertThatThrownBy(() -> StateQuery.parse(text))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("column " + column + ":");
    }

    @Test
    void pathIsReadAlone() {
        assertThat(StateQuery.parsePath("a.b[0][\"c.d\"].1"))
                .containsExactly(new Field("a"), new Field("b"), new Element(0), new Field("c.d"), new Element(1));
        assertThat(StateQuery.parsePath("[\"a b\"].c")).containsExactly(new Field("a b"), new Field("c"));
        assertThat(StateQuery.parsePath("7")).containsExactly(new Element(7));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {"''|1", ".a|1", "a.|3", "a b|2", "[|2", "a[x]|3", "[\"a|4"})
    void whatIsNotAPathIsRefusedWithTheColumn(String text, int column) {
        assertThatThrownBy(() -> StateQuery.parsePath(text))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageStartingWith("read path")
                .hasMessageContaining("column " + column + ":")
                .hasMessageContaining("an attribute's name, then");
    }

    @Test
    void walkFollowsThePathAndStopsWhereNothingIs() {
        StateValue value = StateValue.of(Map.of(
                "list", StateValue.of(List.of(StateValue.of(1), StateValue.of(Map.of("", StateValue.of("deep")))))));
        assertThat(walk("output.o", value)).isEqualTo(value);
        assertThat(walk("output.o.list[1][\"\"]", value)).isEqualTo(StateValue.of("deep"));
        for (String nothing : List.of("list[2]", "list.x", "other", "list[0].x", "list[0][0]")) {
            assertThat(StateQuery.parse("output.o." + nothing).walk(value)).isEmpty();
        }
    }

    private static StateValue walk(String query, StateValue start) {
        return StateQuery.parse(query).walk(start).orElseThrow();
    }
}
