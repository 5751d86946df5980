package io.databot.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.spi.Setting;
import io.databot.spi.Settings;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResilienceSettingsTest {

    @Test
    void everySettingIsDeclared() throws IllegalAccessException {
        List<Object> constants = new ArrayList<>();
        for (Field field : ResilienceSettings.class.getFields()) {
            constants.add(field.get(null));
        }

        assertThat(constants).hasSize(11).isEqualTo(ResilienceSettings.all());
    }

    @Test
    void everyDefaultIsAValue() {
        Settings none = Settings.of("test", Map.of());

        for (Setting<?> setting : ResilienceSettings.all()) {
            assertThat(none.find(setting)).as(setting.key()).isPresent();
        }
    }

    @Test
    void textsAreTaken() {
        ResilienceSettings settings = ResilienceSettings.from(Settings.of(
                "test", Map.of("retry.max-attempts", "7", "retry.unconditional-writes", "Always", "deadline", "90s")));

        assertThat(settings.maxAttempts()).isEqualTo(7);
        assertThat(settings.unconditionalWrites()).isEqualTo(UnconditionalWrites.ALWAYS);
        assertThat(settings.deadline()).isEqualTo(Duration.ofSeconds(90));
    }
}
