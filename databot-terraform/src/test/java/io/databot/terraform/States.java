package io.databot.terraform;

import io.databot.state.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/** States for tests: those that Terraform wrote, and small ones made here. */
final class States {

    static final String LINEAGE = "00000000-0000-4000-8000-00000000abcd";

    private States() {}

    /** A file of {@code src/test/resources/states}. */
    static byte[] resource(String name) {
        try (InputStream stream = States.class.getResourceAsStream("/states/" + name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(resource(name), StandardCharsets.UTF_8);
    }

    /** A whole state around a list of resources. */
    static String withResources(String resources) {
        return "{\"version\":4,\"terraform_version\":\"1.11.4\",\"serial\":1,\"lineage\":\"" + LINEAGE
                + "\",\"outputs\":{},\"resources\":[" + resources + "],\"check_results\":null}";
    }

    /** A whole state around the entries of its outputs. */
    static String withOutputs(String outputs) {
        return "{\"version\":4,\"terraform_version\":\"1.11.4\",\"serial\":1,\"lineage\":\"" + LINEAGE
                + "\",\"outputs\":{" + outputs + "},\"resources\":[]}";
    }

    /** A state that tells its serial and one output. */
    static String numbered(String lineage, String serial, String output) {
        return "{\"version\":4,\"serial\":" + serial + ",\"lineage\":\"" + lineage
                + "\",\"outputs\":{\"said\":{\"value\":\"" + output + "\",\"type\":\"string\"}},\"resources\":[]}";
    }

    /** One managed resource with one instance of these attributes. */
    static String resource(String type, String name, String attributes) {
        return resourceWithInstances(type, name, "{\"schema_version\":0,\"attributes\":" + attributes + "}");
    }

    static String resourceWithInstances(String type, String name, String instances) {
        return "{\"mode\":\"managed\",\"type\":\"" + type + "\",\"name\":\"" + name
                + "\",\"provider\":\"provider[\\\"registry.example/a/b\\\"]\",\"instances\":[" + instances + "]}";
    }

    static State read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    static State read(byte[] bytes) {
        return new StateParser().parse(bytes, "test.tfstate", Instant.EPOCH);
    }
}
