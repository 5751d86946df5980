package io.databot.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs examples for tests of other packages. */
public final class Programs {

    private Programs() {}

    /** What an example prints. */
    public static String print(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream text = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Examples.run(List.of(arguments), text, text);
        if (code != 0) {
            throw new AssertionError(out.toString(StandardCharsets.UTF_8));
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
