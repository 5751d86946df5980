package io.databot.storage;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a store can hold as metadata; the same everywhere, checked before any I/O. */
final class MetadataRules {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    /** RFC 9110, section 8.3.1. Possessive, so that a long text does not exhaust the stack. */
    private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN + "([ \\t]*;[ \\t]*" + TOKEN + "=("
            + TOKEN + "|\"([ !#-\\[\\]-~]|\\\\[ -~])*+\"))*+[ \\t]*;?");

    private MetadataRules() {}

    static void requireMediaType(Optional<String> value) {
        value.filter(type -> !MEDIA_TYPE.matcher(type).matches()).ifPresent(type -> {
            throw refuse("Content-Type " + Quoted.of(type), "it is not a media type", "Give one such as text/csv.");
        });
    }

    static void requireHeader(String name, Optional<String> value) {
        value.filter(text -> text.chars().anyMatch(c -> c > '~' || c < ' ')).ifPresent(text -> {
            throw refuse(
                    name + " " + Quoted.of(text),
                    "a header value holds printable ASCII characters only",
                    "Escape the others, as in filename*=UTF-8''…");
        });
    }

    static void requireUser(Map<String, String> user) {
        Set<String> folded = new HashSet<>();
        int bytes = 0;
        for (Map.Entry<String, String> entry : user.entrySet()) {
            String key = entry.getKey();
            if (key.isEmpty()) {
                throw refuse("user metadata", "a key is empty", "Name every entry.");
            }
            if (!folded.add(key.toLowerCase(Locale.ROOT))) {
                throw refuse("user metadata " + Quoted.of(key), "two keys differ by case alone", "Rename one.");
            }
            bytes += lengthOf(key, key) + lengthOf(key, entry.getValue());
        }
        if (bytes > ObjectMetadata.MAX_USER_BYTES) {
            throw refuse(
                    "user metadata",
                    "keys and values have " + bytes + " bytes, the limit is " + ObjectMetadata.MAX_USER_BYTES,
                    "Store the data in an object of its own.");
        }
    }

    private static int lengthOf(String key, String text) {
        int bytes = Utf8.length(text);
        if (bytes < 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\0') >= 0) {
            throw refuse(
                    "user metadata " + Quoted.of(key),
                    "it holds a line break, a NUL or a half surrogate pair",
                    "Encode the value, for example as base64.");
        }
        return bytes;
    }

    private static InvalidRequestFailure refuse(String what, String reason, String remedy) {
        return new InvalidRequestFailure(FailureDetails.of("set", what, reason, remedy));
    }
}
