package io.databot.terraform;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a file that is not JSON seems to be.
 *
 * @param what the kind of content, as in "it is ..."
 * @param remedy what to do about it
 */
record ForeignContent(String what, String remedy) {

    private static final int LOOKED_AT = 4_096;
    private static final Pattern CONFLICT = Pattern.compile("(^|\n)<{7} ");
    private static final Pattern CHUNK_SIZE = Pattern.compile("^[0-9a-f]{1,8}\r?\n\\s*\\{.*", Pattern.DOTALL);
    private static final Pattern CONFIGURATION = Pattern.compile(
            "^(resource|data|terraform|variable|output|provider|module|locals|moved|import|check|removed)\\b[\\s\"{].*",
            Pattern.DOTALL);

    /** Content that is no text in UTF-8. */
    static Optional<ForeignContent> binary(byte[] bytes) {
        if (startsWith(bytes, 0x1f, 0x8b)) {
            return found("compressed with gzip", "Unpack it with gunzip first.");
        }
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            return found("a zip archive, such as a saved plan", Refusals.PULL + ".");
        }
        if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
            return found(
                    "text in UTF-16, as PowerShell's > writes it",
                    "Write it as UTF-8: terraform state pull | Out-File -Encoding utf8 FILE.");
        }
        for (int i = 0; i < Math.min(4, bytes.length); i++) {
            if (bytes[i] == 0) {
                return found("binary: it begins with NUL bytes", Refusals.PULL + ".");
            }
        }
        return Optional.empty();
    }

    /** Text that is not JSON. */
    static Optional<ForeignContent> text(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(LOOKED_AT, bytes.length), StandardCharsets.ISO_8859_1);
        String start = text.strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return found("an HTML page", "Log in, or correct the address that it was downloaded from.");
        }
        if (start.startsWith("<?xml") || start.startsWith("<error")) {
            return found("an XML document, such as a storage service's error", Refusals.PULL + ".");
        }
        if (start.startsWith("version https://git-lfs")) {
            return found("a pointer of Git LFS", "Fetch the file itself with: git lfs pull.");
        }
        if (start.startsWith("#")
                || start.startsWith("//")
                || CONFIGURATION.matcher(start).matches()) {
            return found("Terraform configuration", Refusals.PULL + ".");
        }
        if (CHUNK_SIZE.matcher(start).matches()) {
            return found("JSON between the chunk sizes of an HTTP reply", Refusals.PULL + ".");
        }
        return hasConflict(bytes)
                ? found(
                        "a file with Git's conflict markers",
                        "Resolve the conflict; keep states in a backend, not in Git.")
                : Optional.empty();
    }

    private static boolean hasConflict(byte[] bytes) {
        return CONFLICT.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).find();
    }

    private static Optional<ForeignContent> found(String what, String remedy) {
        return Optional.of(new ForeignContent(what, remedy));
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
