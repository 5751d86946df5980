package io.databot.gcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest extends ServerFixture {
    private static final String A = RawClient.at("box", "a");

    @Test
    void creationOnlyWorksOnce() {
        assertThat(client.put("box", "a", "1", "ifGenerationMatch=0").status()).isEqualTo(200);

        RawClient.Answer second = client.put("box", "a", "2", "ifGenerationMatch=0");

        assertThat(second.status()).isEqualTo(412);
        assertThat(second.reason()).isEqualTo("conditionNotMet");
        assertThat(second.message()).isEqualTo("At least one of the pre-conditions you specified did not hold.");
        assertThat(server.content("box", "a")).hasValue(RawClient.utf8("1"));
    }

    @Test
    void overwriteOfAnotherGenerationFails() {
        String generation = client.put("box", "a", "1").field("generation");

        assertThat(client.put("box", "a", "2", "ifGenerationMatch=" + generation)
                        .status())
                .isEqualTo(200);
        assertThat(client.put("box", "a", "3", "ifGenerationMatch=" + generation)
                        .status())
                .isEqualTo(412);
    }

    @Test
    void overwriteOfWhatIsMissingFails() {
        assertThat(client.put("box", "a", "1", "ifGenerationMatch=7").status()).isEqualTo(412);
        assertThat(client.put("box", "a", "1", "ifGenerationNotMatch=0").status())
                .isEqualTo(412);
    }

    @Test
    void noncurrentVersionIsNoObstacleToCreation() {
        client.put("vault", "a", "1");
        client.delete(RawClient.at("vault", "a"));

        assertThat(client.put("vault", "a", "2", "ifGenerationMatch=0").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&alt=media"})
    void readOfAKnownVersionIsNotModified(String media) {
        String generation = client.put("box", "a", "1").field("generation");

        RawClient.Answer known = client.get(A + "?ifGenerationNotMatch=" + generation + media);

        assertThat(known.status()).isEqualTo(304);
        assertThat(known.bytes()).isEmpty();
        assertThat(client.get(A + "?ifMetagenerationNotMatch=1" + media).status())
                .isEqualTo(304);
        assertThat(client.get(A + "?ifGenerationNotMatch=7" + media).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&alt=media"})
    void readOfAnotherVersionFails(String media) {
        client.put("box", "a", "1");

        assertThat(client.get(A + "?ifGenerationMatch=7" + media).status()).isEqualTo(412);
        assertThat(client.get(A + "?ifMetagenerationMatch=7" + media).status()).isEqualTo(412);
    }

    @Test
    void missingObjectIsNotFoundWhateverTheCondition() {
        assertThat(client.get(A + "?ifGenerationMatch=7").status()).isEqualTo(404);
        assertThat(client.delete(A + "?ifGenerationMatch=7").status()).isEqualTo(404);
    }

    @Test
    void patchOfAnotherMetagenerationFails() {
        client.put("box", "a", "1");

        assertThat(client.patch(A + "?ifMetagenerationMatch=1", "{\"contentLanguage\":\"de\"}")
                        .status())
                .isEqualTo(200);
        assertThat(client.patch(A + "?ifMetagenerationMatch=1", "{\"contentLanguage\":\"en\"}")
                        .status())
                .isEqualTo(412);
        assertThat(client.get(A).field("contentLanguage")).isEqualTo("de");
    }

    @Test
    void deleteOfAnotherGenerationKeepsTheObject() {
        String generation = client.put("box", "a", "1").field("generation");

        assertThat(client.delete(A + "?ifGenerationMatch=7").status()).isEqualTo(412);
        assertThat(server.names("box")).containsExactly("a");
        assertThat(client.delete(A + "?ifGenerationMatch=" + generation).status())
                .isEqualTo(204);
    }

    @Test
    void ofManyCreatorsOneWins() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> creators = IntStream.range(0, 32)
                    .<Callable<Integer>>mapToObj(i -> () -> client.put("box", "a", "by " + i, "ifGenerationMatch=0")
                            .status())
                    .toList();
            long winners = 0;
            for (var result : threads.invokeAll(creators)) {
                winners += result.get() == 200 ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
