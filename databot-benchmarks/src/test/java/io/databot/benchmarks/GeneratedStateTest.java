package io.databot.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.databot.state.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedStateTest {

    @TempDir
    Path directory;

    @Test
    void theSameNumberGivesTheSameBytes() {
        assertThat(GeneratedState.of(250).bytes())
                .isEqualTo(GeneratedState.of(250).bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99, 100, 101, 1000})
    void itHasSoManyInstancesAndAnAttributeOfEachToAskFor(int instances) throws IOException {
        GeneratedState generated = GeneratedState.of(instances);

        State state = read(generated);

        assertThat(state.instances()).hasSize(instances);
        assertThat(generated.queries())
                .hasSize(instances)
                .doesNotHaveDuplicates()
                .allSatisfy(query -> assertThat(state.find(query)).as(query).isPresent());
    }

    @Test
    void itIsLaidOutAsTerraformWritesIt() throws IOException {
        byte[] bytes = GeneratedState.of(1000).bytes();

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(TerraformLayout.print(new ObjectMapper().readTree(bytes)));
    }

    @Test
    void anInstanceTakesAboutOneAndAHalfKilobytesAThirdOfThemIndentation() {
        byte[] bytes = GeneratedState.of(1000).bytes();

        long indentation = new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .sum();

        assertThat(bytes.length / 1000).isBetween(1500, 1650);
        assertThat((double) indentation / bytes.length).isBetween(0.3, 0.4);
    }

    @Test
    void someValuesAreMarkedAsSensitive() throws IOException {
        GeneratedState generated = GeneratedState.of(100);
        State state = read(generated);

        assertThat(generated.queries().stream().filter(query -> state.get(query).sensitive()))
                .isNotEmpty()
                .allMatch(query -> query.endsWith(".secret_data"));
    }

    @Test
    void fewerQueriesAreSpreadOverTheState() {
        GeneratedState generated = GeneratedState.of(1000);

        assertThat(generated.queries(10))
                .hasSize(10)
                .doesNotHaveDuplicates()
                .startsWith(generated.queries().get(0))
                .contains(generated.queries().get(900));
    }

    private State read(GeneratedState generated) throws IOException {
        Path file = directory.resolve("generated.tfstate");
        generated.write(file);
        return Readers.databot(file);
    }
}
