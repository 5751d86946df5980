package io.databot.gcp.server;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/** Google's rules for object names, and their order. */
final class ObjectName {
    private static final int LONGEST = 1024;

    /** By UTF-8 bytes, which is by code points; {@link String#compareTo} puts U+FFFF after U+1F600. */
    static final Comparator<String> ORDER = ObjectName::compare;

    private ObjectName() {}

    static String require(String name) {
        if (name.isEmpty()) {
            throw ApiError.required("Required");
        }
        if (utf8Length(name) > LONGEST) {
            throw ApiError.invalid(
                    "The maximum object name length is 1024 characters, but got a name with %d characters: '%s...'"
                            .formatted(utf8Length(name), name.substring(0, 32)));
        }
        if (name.indexOf('\r') >= 0 || name.indexOf('\n') >= 0) {
            throw ApiError.invalid("Disallowed unicode characters present in object name '%s'"
                    .formatted(name.replace("\r", "\\r").replace("\n", "\\n")));
        }
        if (name.equals(".") || name.equals("..") || name.startsWith(".well-known/acme-challenge/")) {
            throw ApiError.invalid("Invalid object name '%s'".formatted(name));
        }
        return name;
    }

    private static int utf8Length(String name) {
        try {
            return StandardCharsets.UTF_8
                    .newEncoder()
                    .encode(CharBuffer.wrap(name))
                    .remaining();
        } catch (CharacterCodingException loneSurrogate) {
            throw ApiError.invalid("The object name is not valid UTF-8");
        }
    }

    private static int compare(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean oneIsSurrogate = Character.isSurrogate(a) != Character.isSurrogate(b);
                return oneIsSurrogate ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b)) : a - b;
            }
        }
        return left.length() - right.length();
    }
}
