package io.databot.benchmarks;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.databot.state.StateQuery;
import io.databot.state.StateQuery.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Jackson's tree of a state, with its instances by address and questions known beforehand. */
final class JacksonIndex {

    static final JacksonIndex EMPTY = new JacksonIndex(Map.of(), List.of());

    private record Question(String address, JsonPointer path) {}

    private final Map<String, JsonNode> attributes;
    private final List<Question> questions;

    private JacksonIndex(Map<String, JsonNode> attributes, List<Question> questions) {
        this.attributes = attributes;
        this.questions = questions;
    }

    static JacksonIndex of(Path file, List<String> queries) {
        Map<String, JsonNode> attributes = new HashMap<>();
        try {
            for (JsonNode resource :
                    Readers.jacksonTree(Readers.bytesOnly(file)).get("resources")) {
                for (JsonNode instance : resource.get("instances")) {
                    attributes.put(address(resource, instance), instance.get("attributes"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JacksonIndex(
                attributes, queries.stream().map(JacksonIndex::question).toList());
    }

    /** The answer to one of the questions. */
    JsonNode answer(int position) {
        Question question = questions.get(position);
        JsonNode instance = attributes.get(question.address());
        JsonNode value = instance == null ? null : instance.at(question.path());
        if (value == null || value.getNodeType() == JsonNodeType.MISSING) {
            throw new IllegalStateException("nothing at " + question);
        }
        return value;
    }

    private static String address(JsonNode resource, JsonNode instance) {
        String module = resource.path("module").asText();
        String key = instance.path("index_key").toString();
        return (module.isEmpty() ? "" : module + ".")
                + (resource.get("mode").asText().equals("data") ? "data." : "")
                + resource.get("type").asText()
                + "."
                + resource.get("name").asText()
                + (key.isEmpty() ? "" : "[" + key + "]");
    }

    private static Question question(String query) {
        StateQuery parsed = StateQuery.parse(query);
        String path = parsed.path().stream()
                .map(step ->
                        step instanceof Field field ? "/" + field.name() : "/" + ((StateQuery.Element) step).index())
                .collect(Collectors.joining());
        return new Question(parsed.address().orElseThrow().toString(), JsonPointer.compile(path));
    }
}
