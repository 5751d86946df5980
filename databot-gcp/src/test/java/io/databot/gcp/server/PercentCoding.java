package io.databot.gcp.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Percent-encoding of UTF-8 in paths and queries. */
final class PercentCoding {
    private static final String UNRESERVED = "-._~";

    private PercentCoding() {}

    static List<String> segments(String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return Arrays.stream(relative.split("/", -1)).map(PercentCoding::decode).toList();
    }

    /** The last value wins if a parameter is repeated. */
    static Map<String, String> query(String raw) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.put(decode(name.replace('+', ' ')), decode(value.replace('+', ' ')));
            }
        }
        return parameters;
    }

    static String decode(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        byte[] source = raw.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < source.length; i++) {
            if (source[i] == '%') {
                bytes.write(octet(source, i + 1));
                i += 2;
            } else {
                bytes.write(source[i]);
            }
        }
        return utf8(bytes.toByteArray());
    }

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (octet > 0 && Character.isLetterOrDigit(octet)) || UNRESERVED.indexOf(octet) >= 0;
            encoded.append(plain ? String.valueOf((char) octet) : "%%%02X".formatted(octet));
        }
        return encoded.toString();
    }

    private static int octet(byte[] source, int at) {
        int high = at < source.length ? Character.digit(source[at], 16) : -1;
        int low = at + 1 < source.length ? Character.digit(source[at + 1], 16) : -1;
        if (high < 0 || low < 0) {
            throw ApiError.invalid("Malformed percent-encoding");
        }
        return high << 4 | low;
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw ApiError.invalid("The address is not valid UTF-8");
        }
    }
}
