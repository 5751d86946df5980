package io.databot.state;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The characters that Terraform prints in a key without escaping them: Go's {@code unicode.IsPrint} of Unicode 15.0.
 *
 * <p>A table of its own: {@link Character} knows Unicode 13 on Java 17 and Unicode 16 on Java 25, so the same address would
 * print differently.
 *
 * @see <a href="https://pkg.go.dev/unicode#IsPrint">unicode.IsPrint</a>
 */
final class Printable {

    private static final String TABLE = "printable.txt";

    private Printable() {}

    static boolean contains(int c) {
        return c < 0x7f ? c >= ' ' : Table.contains(c);
    }

    /** Loaded when the first character beyond ASCII is printed. */
    private static final class Table {

        /** The first character of each range, then the one after its last; ascending. */
        private static final int[] BORDERS = load();

        private static boolean contains(int c) {
            int at = Arrays.binarySearch(BORDERS, c);
            return (at >= 0 ? at : -at) % 2 == 0;
        }

        private static int[] load() {
            try (InputStream stream = Objects.requireNonNull(Printable.class.getResourceAsStream(TABLE), TABLE);
                    BufferedReader lines =
                            new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
                return lines.lines()
                        .filter(line -> !line.startsWith("#"))
                        .flatMapToInt(Table::borders)
                        .toArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static IntStream borders(String range) {
            int dots = range.indexOf("..");
            return IntStream.of(
                    Integer.parseInt(range, 0, dots, 16), Integer.parseInt(range, dots + 2, range.length(), 16) + 1);
        }
    }
}
