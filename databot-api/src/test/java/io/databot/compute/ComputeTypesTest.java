package io.databot.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.failure.InvalidRequestFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComputeTypesTest {

    private static final ResourceName NAME = new ResourceName("acme-dev", "europe-west6-a", "lab");

    @ParameterizedTest
    @ValueSource(strings = {"", "Lab", "lab/other", "-lab", "lab-", "läb", "lab\n", "../x"})
    void nameThatNoResourceCanHaveIsRefused(String part) {
        assertThatExceptionOfType(InvalidRequestFailure.class)
                .isThrownBy(() -> new ResourceName("acme", "europe-west6", part))
                .withMessageContaining("'" + part + "'");
        assertThatExceptionOfType(InvalidRequestFailure.class)
                .isThrownBy(() -> new ResourceName(part, "europe-west6", "lab"));
        assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> new ResourceName("acme", part, "lab"));
    }

    @Test
    void nameMayHoldADomainScopedProject() {
        assertThat(new ResourceName("example.com:acme", "europe-west6", "a"))
                .hasToString("example.com:acme/europe-west6/a");
    }

    @Test
    void acceleratorsAreOneOrMore() {
        assertThat(new Accelerator("NVIDIA_TESLA_T4", 1).count()).isEqualTo(1);
        for (int count : new int[] {0, -1}) {
            assertThatExceptionOfType(InvalidRequestFailure.class)
                    .isThrownBy(() -> new Accelerator("NVIDIA_TESLA_T4", count))
                    .withMessageContaining(String.valueOf(count));
        }
    }

    @Test
    void idleShutdownIsWithinTenMinutesAndADay() {
        for (Duration good : List.of(Duration.ofMinutes(10), Duration.ofHours(24))) {
            assertThat(new Lifetime(Optional.of(good), Optional.empty()).idleShutdown())
                    .contains(good);
        }
        for (Duration bad : List.of(
                Duration.ZERO, Duration.ofSeconds(599), Duration.ofHours(24).plusSeconds(1))) {
            assertThatExceptionOfType(InvalidRequestFailure.class)
                    .isThrownBy(() -> new Lifetime(Optional.of(bad), Optional.empty()))
                    .withMessageContaining("10 minutes");
        }
    }

    @Test
    void workbenchStopsWhenIdleUnlessSaidOtherwise() {
        assertThat(WorkbenchSpec.of(NAME, "e2-standard-4").lifetime().idleShutdown())
                .contains(Lifetime.DEFAULT_IDLE);
        Lifetime forever = new Lifetime(Optional.empty(), Optional.of(Instant.EPOCH));
        assertThat(WorkbenchSpec.of(NAME, "e2-standard-4").withLifetime(forever).lifetime())
                .isEqualTo(forever);
    }

    @Test
    void specsCopyTheirMaps() {
        Map<String, String> labels = new HashMap<>(Map.of("team", "data"));
        WorkbenchSpec workbench = WorkbenchSpec.of(NAME, "e2-standard-4").withLabels(labels);
        RunServiceSpec service =
                RunServiceSpec.of(NAME, "image").withLabels(labels).withEnvironment(labels);
        labels.clear();
        assertThat(workbench.labels()).containsEntry("team", "data");
        assertThat(service.labels()).containsEntry("team", "data");
        assertThat(service.environment()).containsEntry("team", "data");
    }

    @Test
    void environmentsOfContainersPrintNamesOnly() {
        RunServiceSpec spec = RunServiceSpec.of(NAME, "image").withEnvironment(Map.of("TOKEN", "hidden"));
        assertThat(spec.toString()).contains("TOKEN").doesNotContain("hidden");
        JobOverrides overrides = new JobOverrides(List.of("--password=hidden"), Map.of("TOKEN", "hidden"));
        assertThat(overrides.toString()).contains("TOKEN").doesNotContain("hidden");
        assertThat(JobOverrides.none().environment()).isEmpty();
    }

    @Test
    void callsAndRepliesPrintNoQueryHeadersOrBody() {
        HttpCall call = HttpCall.post("/items?token=hidden", "text/plain", "hidden".getBytes(StandardCharsets.UTF_8))
                .withHeader("Authorization", "hidden");
        assertThat(call).hasToString("POST /items?…");
        assertThat(call.headers()).containsEntry("Authorization", "hidden").containsEntry("Content-Type", "text/plain");
        HttpReply reply = new HttpReply(200, Map.of("Set-Cookie", List.of("hidden")), new byte[] {'h', 'i'});
        assertThat(reply).hasToString("200 (2 bytes)");
        assertThat(reply.text()).isEqualTo("hi");
    }

    @Test
    void bodiesAreCopied() {
        byte[] body = {'a'};
        HttpCall call = HttpCall.post("/", "text/plain", body);
        HttpReply reply = new HttpReply(200, Map.of(), body);
        body[0] = 'b';
        call.body()[0] = 'c';
        reply.body()[0] = 'c';
        assertThat(call.body()).containsExactly('a');
        assertThat(reply.body()).containsExactly('a');
        assertThat(HttpCall.get("/items?page=2").body()).isEmpty();
    }
}
