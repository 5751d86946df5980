package io.databot.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.fastjson2.JSONObject;
import io.databot.state.State;
import io.databot.state.StateValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is compared does the same. */
class ReadersTest {

    private final GeneratedState generated = GeneratedState.of(300);

    @TempDir
    Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("generated.tfstate");
        generated.write(file);
    }

    @Test
    void allOfThemReadTheWholeFile() throws IOException {
        byte[] bytes = Readers.bytesOnly(file);
        int resources = Readers.jacksonTree(bytes).get("resources").size();

        assertThat(Readers.gson(bytes).getAsJsonObject().getAsJsonArray("resources"))
                .hasSize(resources);
        assertThat(((JSONObject) Readers.fastjson2(bytes)).getJSONArray("resources"))
                .hasSize(resources);
        assertThat(Readers.jacksonTokens(bytes)).isGreaterThan(300 * 20);
    }

    @Test
    void theIndexOverJacksonsTreeGivesDatabotsAnswers() {
        State state = Readers.databot(file);
        List<String> queries = generated.queries();
        JacksonIndex index = JacksonIndex.of(file, queries);

        for (int i = 0; i < queries.size(); i++) {
            StateValue value = state.get(queries.get(i));
            String text = value.string().orElseGet(() -> value.asBigDecimal().toPlainString());
            assertThat(index.answer(i).asText()).as(queries.get(i)).isEqualTo(text);
        }
    }

    @Test
    void instancesGiveTheStatesAnswers() {
        State state = Readers.databot(file);
        List<String> queries = generated.queries();
        List<Questions.InInstance> questions = Questions.inInstances(state, queries);

        for (int i = 0; i < queries.size(); i++) {
            Questions.InInstance question = questions.get(i);
            assertThat(state.instances().get(question.position()).find(question.path()))
                    .as(queries.get(i))
                    .contains(state.get(queries.get(i)));
        }
    }
}
