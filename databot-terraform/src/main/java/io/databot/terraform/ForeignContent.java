package io.databot.terraform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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
    private static final String PULL = Refusals.PULL + ".";
    private static final String TO_UTF8 = "Write it as UTF-8: terraform state pull | Out-File -Encoding utf8 FILE.";
    private static final Pattern CONFLICT = Pattern.compile("(^|\n)<{7} ");

    /** The upper left corner of the box around Terraform's messages, as its bytes. */
    private static final String BOX =
            new String("\u2577".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

    /** How a text begins, in lower case, and what it is then; the first that fits counts. */
    private static final List<Sign> SIGNS = List.of(
            sign("<!doctype html|<html", "an HTML page", "Log in, or correct the address that it was downloaded from."),
            sign("<\\?xml|<error", "an XML document, such as a storage service's error", PULL),
            sign("version https://git-lfs", "a pointer of Git LFS", "Fetch the file itself with: git lfs pull."),
            sign(
                    "# this file is maintained automatically by|provider \"[^\"/]+/[^\"/]+/[^\"/]+\" \\{",
                    "the providers' lock file that terraform init leaves (.terraform.lock.hcl)",
                    PULL),
            sign(BOX + "|\u001b\\[|no state", "a message for people, such as a warning of Terraform's", PULL),
            sign(
                    "#|//|(resource|data|terraform|variable|output|provider|module|locals|moved|import|check|removed)"
                            + "(?!\\s*=)\\b[\\s\"{]",
                    "Terraform configuration, or what terraform show prints for people",
                    PULL),
            sign("[0-9a-f]{1,8}\r?\n\\s*\\{", "JSON between the chunk sizes of an HTTP reply", PULL),
            sign("\"?[a-z_][a-z0-9_-]*\"?\\s*=", "a file of assignments, such as terraform.tfvars", PULL),
            sign("(strict )?digraph", "a graph that terraform graph prints", PULL),
            sign("-----begin pgp", "a message encrypted by OpenPGP", "Decrypt it with: gpg --decrypt FILE."),
            sign("-----begin", "a key or certificate in PEM", PULL),
            sign("\\$ansible_vault", "encrypted by Ansible Vault", "Decrypt it with: ansible-vault decrypt FILE."),
            sign("age-encryption.org", "encrypted by age", "Decrypt it with: age --decrypt FILE."));

    private record Sign(Pattern beginning, ForeignContent content) {}

    private static Sign sign(String beginning, String what, String remedy) {
        return new Sign(Pattern.compile(beginning), new ForeignContent(what, remedy));
    }

    /** The first bytes of a file, as characters of ISO 8859-1, and what it is then. */
    private static final List<Magic> MAGICS = List.of(
            magic("\u001f\u008b", "compressed with gzip", "Unpack it with gunzip first."),
            magic("BZh", "compressed with bzip2", "Unpack it with bunzip2 first."),
            magic("\u00fd7zXZ", "compressed with xz", "Unpack it with unxz first."),
            magic("(\u00b5/\u00fd", "compressed with zstd", "Unpack it with unzstd first."),
            magic("PK\u0003\u0004", "a zip archive, such as a saved plan", PULL),
            magic("\u0000GITCRYPT", "encrypted by git-crypt", "Decrypt it with: git-crypt unlock."),
            magic("\u00ff\u00fe", "text in UTF-16, as PowerShell's > writes it", TO_UTF8),
            magic("\u00fe\u00ff", "text in UTF-16, as PowerShell's > writes it", TO_UTF8),
            magic("{\"@level\"", "a log that terraform prints with -json", PULL));

    private record Magic(String bytes, ForeignContent content) {}

    private static Magic magic(String bytes, String what, String remedy) {
        return new Magic(bytes, new ForeignContent(what, remedy));
    }

    /** Content whose first bytes give away that it is no JSON in UTF-8, or more than one. */
    static Optional<ForeignContent> binary(byte[] bytes) {
        for (Magic magic : MAGICS) {
            if (startsWith(bytes, magic.bytes().getBytes(StandardCharsets.ISO_8859_1))) {
                return Optional.of(magic.content());
            }
        }
        for (int i = 0; i < Math.min(4, bytes.length); i++) {
            if (bytes[i] == 0) {
                return found("binary: it begins with NUL bytes", PULL);
            }
        }
        return Optional.empty();
    }

    /** Text that is not JSON. */
    static Optional<ForeignContent> text(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(LOOKED_AT, bytes.length), StandardCharsets.ISO_8859_1);
        String start = text.strip().toLowerCase(Locale.ROOT);
        for (Sign sign : SIGNS) {
            if (sign.beginning().matcher(start).lookingAt()) {
                return Optional.of(sign.content());
            }
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

    /** Format version 0 had no other sign of itself. */
    static boolean isVersion0(byte[] bytes) {
        return startsWith(bytes, "tfstate".getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean startsWith(byte[] bytes, byte[] expected) {
        return bytes.length >= expected.length
                && Arrays.equals(bytes, 0, expected.length, expected, 0, expected.length);
    }
}
