package io.databot.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignsTest {

    @ParameterizedTest
    @CsvSource({
        "acme-prod-data, true",
        "acme-dev-prod-mirror, true",
        "acme-dev2-data, true",
        "acme-prod01-data, true",
        "acme-preprod-data, true",
        "acme-pre-prod-data, true",
        "acme-dev-data, false",
        "acme-product-data, false",
        "acme-staged-data, false",
        "acme-devops, false",
        "acme-test-data, false",
    })
    void anotherEnvironmentIsClearByItsWholeWord(String name, boolean clear) {
        assertThat(Signs.of("dev", name).clearlyOther()).isEqualTo(clear);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-test-data", "demo-data", "acme-nonprod-x", "acme-non-prod-x", "test2", "acme-prod"})
    void whatMayBeAnotherIsASignToo(String name) {
        assertThat(Signs.of("dev", name).perhapsOther()).isTrue();
    }

    @Test
    void partsOfTheOwnNameAreNoSignOfAnother() {
        assertThat(Signs.of("prod-eu", "acme-prod-eu-data").clearlyOther()).isFalse();
        assertThat(Signs.of("prod-eu", "acme-prod-us-data").clearlyOther()).isTrue();
        assertThat(Signs.of("prod-eu", "acme-prod-us-data").own()).isFalse();
    }

    @Test
    void aNameIsOverruledOnlyWithoutItsOwnWord() {
        assertThat(Signs.of("dev", "acme-prod-dev-data").overruled()).isFalse();
        assertThat(Signs.of("dev", "dev", "acme-prod-data").overruled()).isTrue();
    }
}
