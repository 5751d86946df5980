package io.databot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the module needs; javac refuses everything else. */
class ModuleTest {

    private static ModuleDescriptor module() throws IOException, URISyntaxException {
        Path classes = Path.of(StorageService.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (InputStream descriptor = Files.newInputStream(classes.resolve("module-info.class"))) {
            return ModuleDescriptor.read(descriptor);
        }
    }

    @Test
    void moduleNeedsTheJdkAloneAtRunTime() throws IOException, URISyntaxException {
        assertThat(module().requires().stream()
                        .filter(required -> !required.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                        .map(ModuleDescriptor.Requires::name))
                .containsExactly("java.base");
    }

    @Test
    void moduleExportsAllItsPackages() throws IOException, URISyntaxException {
        ModuleDescriptor module = module();
        assertThat(module.exports().stream()
                        .map(ModuleDescriptor.Exports::source)
                        .collect(Collectors.toSet()))
                .isEqualTo(module.packages())
                .contains("io.databot.storage", "io.databot.failure");
    }
}
