package io.databot.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.DeclaredSettings;
import io.databot.spi.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/settings.md} lists exactly the settings that are declared. */
class SettingsDocumentTest {

    @Test
    void tableHasEverySettingAsItIsDeclared() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "settings.md"));
        List<Setting<?>> declared = DeclaredSettings.all();
        String table = declared.stream()
                .sorted(Comparator.comparing(Setting::key))
                .map(SettingsDocumentTest::row)
                .collect(Collectors.joining());

        assertThat(declared).hasSizeGreaterThan(10);
        assertThat(document).contains(table);
    }

    private static String row(Setting<?> setting) {
        String variable = "DATABOT_" + setting.key().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
        return "| `" + setting.key() + "` | `" + variable + "` | "
                + setting.standard().map(text -> "`" + text + "`").orElse("") + " | " + setting.expectation() + " | "
                + setting.description() + " |\n";
    }
}
