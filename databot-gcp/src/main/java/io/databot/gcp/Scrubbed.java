package io.databot.gcp;

import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Stands in for a foreign exception whose text holds what must not be logged: the address of an upload session, which
 * lets whoever has it write, or a token.
 */
final class Scrubbed extends IOException {

    private static final long serialVersionUID = 1L;

    private static final Pattern SECRET = Pattern.compile("(?i)(upload_id[=:]\\s*|bearer\\s+|ya29\\.)[^\\s&\"',}]+");

    private Scrubbed(Throwable original) {
        super(original.getClass().getName() + ": " + scrub(String.valueOf(original.getMessage())));
        setStackTrace(original.getStackTrace());
        if (original.getCause() != null) {
            initCause(of(original.getCause()));
        }
    }

    /** The exception itself if neither it nor what it carries tells a secret. */
    static Throwable of(Throwable original) {
        return tells(original) ? new Scrubbed(original) : original;
    }

    static String scrub(String text) {
        return SECRET.matcher(text).replaceAll("$1[secret]");
    }

    private static boolean tells(Throwable thrown) {
        for (Throwable part = thrown; part != null; part = part.getCause()) {
            if (tellsItself(part)) {
                return true;
            }
            for (Throwable suppressed : part.getSuppressed()) {
                if (tells(suppressed)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean tellsItself(Throwable thrown) {
        return SECRET.matcher(String.valueOf(thrown.getMessage())).find();
    }
}
