package io.databot.gcp;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a main class of the tests in a Java process of its own. */
final class ChildJvm {

    private ChildJvm() {}

    /**
     * What became of it.
     *
     * @param status its exit status
     * @param lines what it printed, errors too
     */
    record Result(int status, List<String> lines) {}

    static Result run(List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("STORAGE_EMULATOR_HOST");
        Process process = builder.start();
        try (BufferedReader output = process.inputReader()) {
            List<String> lines = output.lines().toList();
            return new Result(process.waitFor(), lines);
        } finally {
            process.destroyForcibly();
        }
    }
}
