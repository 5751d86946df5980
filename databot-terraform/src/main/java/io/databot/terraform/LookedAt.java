package io.databot.terraform;

import java.nio.file.Path;

/** How a place without a state reads in a message. */
final class LookedAt {

    private LookedAt() {}

    /** Backups are never read in silence; that one is there helps whoever lost the state. */
    static String missing(Path file) {
        Path backup = file.resolveSibling(file.getFileName() + ".backup");
        return file + (FileBytes.exist(backup) ? " (only its .backup is there)" : "");
    }
}
