package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.StateFailure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** What is refused as a state, checked for what every refusal says and what none may say. */
final class Refused {

    private static final String SECRET = "SWORDFISH";

    private Refused() {}

    static StateFailure refusal(byte[] content) {
        StateFailure failure = catchThrowableOfType(StateFailure.class, () -> {
            States.read(content).instances().forEach(instance -> instance.attributes());
        });
        assertThat(failure).as("nothing was refused").isNotNull();
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(SECRET).doesNotContain("fasterxml.jackson.core.JsonParseException");
        assertThat(failure.details().operation()).isEqualTo("read state");
        assertThat(failure.details().resource()).isEqualTo("test.tfstate");
        assertThat(failure.details().remedy()).isNotBlank();
        return failure;
    }

    static StateFailure refusal(String content) {
        return refusal(content.getBytes(StandardCharsets.UTF_8));
    }
}
