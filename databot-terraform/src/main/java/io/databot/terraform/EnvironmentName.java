package io.databot.terraform;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import java.util.regex.Pattern;

/** What an environment may be called: its name becomes part of paths. */
final class EnvironmentName {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.~-]{0,89}");

    private EnvironmentName() {}

    static boolean isPathSafe(String name) {
        return SAFE.matcher(name).matches();
    }

    /** @throws InvalidRequestFailure if it could lead out of a directory */
    static String require(String environment) {
        if (!isPathSafe(environment)) {
            throw new InvalidRequestFailure(FailureDetails.of(
                    "find state",
                    "environment \"" + shown(environment) + "\"",
                    "this cannot be an environment's name",
                    "Use letters, digits, and inside also . _ ~ and -, at most 90 of them, such as dev."));
        }
        return environment;
    }

    private static String shown(String name) {
        String plain = name.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() <= 100 ? plain : plain.substring(0, 100);
    }
}
