package io.databot.gcp.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a multipart body. Lines may end in CRLF, as the standard says, or in LF, as gcloud sends them. */
final class Multipart {
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary\\s*=\\s*([\"']?)(.+?)\\1\\s*(?:;|$)", Pattern.CASE_INSENSITIVE);

    private static final int HEAD = 64 * 1024;

    private final byte[] body;
    private final byte[] opening;
    private int position;

    private Multipart(byte[] body, String boundary) {
        this.body = body;
        this.opening = ascii("--" + boundary);
    }

    /** @param headers by lower-case name */
    record Part(Map<String, String> headers, Bytes content) {
        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        /** With its transport encoding undone. */
        Bytes decoded() {
            boolean zipped =
                    header("content-encoding").filter("gzip"::equalsIgnoreCase).isPresent();
            return zipped ? Call.unzip(content) : content;
        }
    }

    static List<Part> parse(Optional<String> contentType, Bytes body) {
        return reader(contentType, body).parts(Integer.MAX_VALUE);
    }

    /** The first part, found without reading the others. */
    static Part first(Optional<String> contentType, Bytes body) {
        return reader(contentType, body.slice(0, HEAD)).parts(1).get(0);
    }

    private static Multipart reader(Optional<String> contentType, Bytes body) {
        Matcher matcher = BOUNDARY.matcher(contentType.orElse(""));
        if (!matcher.find()) {
            throw malformed("no boundary");
        }
        return new Multipart(body.toArray(), matcher.group(2));
    }

    private List<Part> parts(int most) {
        position = find(opening, 0) + opening.length;
        byte[] closing = closing();
        List<Part> parts = new ArrayList<>();
        while (parts.size() < most && !startsWith(ascii("--"), position)) {
            skipLine();
            Map<String, String> headers = headers();
            // The line end of the blank line may be the one before the boundary, if the part is empty.
            int end = find(closing, position - (closing.length - opening.length));
            parts.add(new Part(headers, Bytes.of(body).slice(position, Math.max(position, end))));
            position = end + closing.length;
        }
        return parts;
    }

    /** What ends a part: the line end that follows the first boundary, and the boundary. */
    private byte[] closing() {
        String lineEnd = startsWith(ascii("\r\n"), position) ? "\r\n" : "\n";
        return ascii(lineEnd + new String(opening, StandardCharsets.ISO_8859_1));
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return Map.copyOf(headers);
    }

    private String line() {
        int start = position;
        skipLine();
        return new String(body, start, position - start, StandardCharsets.ISO_8859_1).strip();
    }

    private void skipLine() {
        position = find(ascii("\n"), position) + 1;
    }

    private int find(byte[] wanted, int from) {
        for (int at = from; at <= body.length - wanted.length; at++) {
            if (startsWith(wanted, at)) {
                return at;
            }
        }
        throw malformed("not closed");
    }

    private boolean startsWith(byte[] wanted, int at) {
        if (at + wanted.length > body.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (body[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static ApiError malformed(String problem) {
        return ApiError.of(400, "badRequest", "Malformed multipart body: " + problem + ".");
    }
}
