package io.databot.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "acme-dev_data.1, acme dev data 1",
        "Acme-DEV, acme dev",
        "--dev--, dev",
        "team/dev:data, team dev data",
        "prodData, prod data",
        "device, device",
        "acme-non-prod-data, acme nonprod data",
        "pre_production, preproduction",
        "non-dev, non dev",
    })
    void wordsAreWhatStandsBetweenPunctuation(String name, String words) {
        assertThat(Words.of(name)).isEqualTo(Arrays.asList(words.split(" ", -1)));
    }

    @Test
    void nothingHasNoWords() {
        assertThat(Words.of("")).isEmpty();
        assertThat(Words.of("-_.")).isEmpty();
        assertThat(Words.contains("acme", "")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "acme-dev-data, dev, true",
        "acme-device-data, dev, false",
        "acme-nonprod-data, prod, false",
        "acme-non-prod-data, prod, false",
        "acme-pre-prod-data, prod, false",
        "acme-prod-eu-data, prod-eu, true",
        "acme-prod-data-eu, prod-eu, false",
        "acme_prod_eu, PROD-EU, true",
    })
    void aNameContainsWholeWordsSideBySide(String name, String wanted, boolean contained) {
        assertThat(Words.contains(name, wanted)).isEqualTo(contained);
    }

    @Test
    void withoutTakesEveryOccurrence() {
        assertThat(Words.without("prod-eu-prod-prod-eu", "prod-eu")).isEqualTo(List.of("prod"));
    }

    @Test
    void spellingMakesNoDifference() {
        assertThat(Words.same("Raw_Events", "raw-events")).isTrue();
        assertThat(Words.same("raw-events", "raw")).isFalse();
    }
}
