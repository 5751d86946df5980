package io.databot.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final Settings SETTINGS =
            Settings.of("test", Map.of("a.size", "7", "bucket.archive", "x", "bucket.data.raw", "y"));

    @Test
    void textsOfTheMapArriveParsedAndAreNotPrinted() {
        assertThat(SETTINGS.environment()).isEqualTo("test");
        assertThat(SETTINGS.below("bucket")).isEqualTo(Map.of("archive", "x", "data.raw", "y"));
        assertThat(SETTINGS.below("buck")).isEmpty();
        assertThat(SETTINGS.variable("PATH")).isEmpty();
        assertThat(SETTINGS.toString()).contains("test").doesNotContain("archive");
    }

    @Test
    void defaultStandsWhereNothingIsSet() {
        Setting<Integer> size = Setting.integer("a.size", 1, 0, 9, "A size.");
        Setting<Integer> other = Setting.integer("a.other", 2, 0, 9, "Another.");
        Setting<String> none = Setting.text("a.none", "Nothing.");
        assertThat(SETTINGS.get(size)).isEqualTo(7);
        assertThat(SETTINGS.get(other)).isEqualTo(2);
        assertThat(SETTINGS.find(none)).isEmpty();
        assertThatThrownBy(() -> SETTINGS.get(none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.none");
    }

    @Test
    void textThatDoesNotFitFailsWhenItIsAskedFor() {
        Settings wrong = Settings.of("test", Map.of("a.size", "much"));
        assertThatThrownBy(() -> wrong.get(Setting.integer("a.size", 1, 0, 9, "A size.")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
