package io.databot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.failure.InvalidRequestFailure;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketNameTest {

    static Stream<String> longest() {
        return Stream.of("b".repeat(63), "example.com." + "b".repeat(210));
    }

    static Stream<String> tooLong() {
        return Stream.of("b".repeat(64), "example.com." + "b".repeat(211));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "acme-dev-data", "0a0", "a_b", "www.example.com"})
    @MethodSource("longest")
    void nameThatBucketCanHaveIsAccepted(String name) {
        assertThat(BucketName.of(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "Acme",
                "acme dev",
                "-acme",
                "acme-",
                "acme.",
                "acme/data",
                "gs://acme",
                "ümlaut",
                "a\nb"
            })
    @MethodSource("tooLong")
    void nameThatNoBucketCanHaveIsRefused(String name) {
        assertThatExceptionOfType(InvalidRequestFailure.class)
                .isThrownBy(() -> BucketName.of(name))
                .withMessageContaining("3 to 63")
                .satisfies(failure -> {
                    assertThat(failure.details().remedy()).isNotBlank();
                    assertThat(failure.getMessage()).doesNotContain("\n");
                });
    }

    @Test
    void objectRefRefusesIllFormedParts() {
        assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> ObjectRef.of("Bad", "a"));
        assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> ObjectRef.of("acme", ""));
        assertThat(ObjectRef.of("acme", "a/b")).hasToString("acme/a/b");
    }
}
