package io.databot.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {

    private static final Setting<Duration> DURATION = Setting.duration("d", "60s", "");
    private static final Setting<Integer> INTEGER = Setting.integer("i", 4, 1, 20, "");
    private static final Setting<ChronoUnit> CHOICE = Setting.choice("c", ChronoUnit.class, ChronoUnit.HALF_DAYS, "");
    private static final Setting<URI> ADDRESS = Setting.uri("u", "");

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "60s, PT60S",
        "' 5 m ', PT5M",
        "2H, PT2H",
        "7d, PT168H",
        "PT1M30S, PT1M30S",
        "pt10s, PT10S",
    })
    void durationsAreReadAsPeopleWriteThem(String text, Duration duration) {
        assertThat(DURATION.parser().apply(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "60", "s", "1.5s", "-1s", "0s", "PT0S", "PT-5S", "1 hour", "1h30m", "9999999999999s"})
    void otherDurationsAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DURATION.parser().apply(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1000000000000000000000S", "P9999999999999999D", "999999999999d", "366d"})
    void durationsTooLongForAnyClockAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DURATION.parser().apply(text));
    }

    @Test
    void wholeNumbersKeepTheirBounds() {
        assertThat(INTEGER.parser().apply(" 20 ")).isEqualTo(20);
        assertThat(INTEGER.standard().map(INTEGER.parser())).contains(4);
        assertThat(INTEGER.expectation()).isEqualTo("a whole number from 1 to 20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "21", "1.0", "four", "99999999999"})
    void otherNumbersAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> INTEGER.parser().apply(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"half-days", "HALF_DAYS", " Half-Days "})
    void choicesAreReadInAnyCase(String text) {
        assertThat(CHOICE.parser().apply(text)).isEqualTo(ChronoUnit.HALF_DAYS);
    }

    @Test
    void otherChoicesAreRefusedAndTheRightOnesNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> CHOICE.parser().apply("halfdays"));
        assertThat(CHOICE.expectation()).startsWith("one of nanos, micros").contains("half-days");
        assertThat(CHOICE.standard()).contains("half-days");
    }

    @Test
    void addressesAreOfTheWeb() {
        assertThat(ADDRESS.parser().apply(" https://host:1/a ")).isEqualTo(URI.create("https://host:1/a"));
        assertThat(ADDRESS.parser().apply("HTTP://host")).isEqualTo(URI.create("HTTP://host"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host:80", "ftp://host", "http://", "http:// x", "http:opaque", "//host"})
    void otherAddressesAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ADDRESS.parser().apply(text));
    }

    @Test
    void textsAndPathsAreStrippedAndNotBlank() {
        assertThat(Setting.text("t", "").parser().apply(" a b ")).isEqualTo("a b");
        assertThat(Setting.path("p", "").parser().apply(" a/b ")).isEqualTo(Path.of("a/b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.text("t", "").parser().apply(" "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.path("p", "").parser().apply("\0"));
    }
}
