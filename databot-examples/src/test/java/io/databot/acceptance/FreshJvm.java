package io.databot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program in a JVM of its own, which says which classes it loads. */
final class FreshJvm {

    private FreshJvm() {}

    /** What it printed, and a line for every class that was loaded. */
    static List<String> run(List<String> options, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        return run(0, options, program, arguments);
    }

    /** The same, for a program that is to end with another code. */
    static List<String> run(int exitCode, List<String> options, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-Xlog:class+load=info:stdout"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor())
                .as(() -> String.join("\n", all.subList(Math.max(0, all.size() - 30), all.size())))
                .isEqualTo(exitCode);
        return all;
    }
}
