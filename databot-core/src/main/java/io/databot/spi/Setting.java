package io.databot.spi;

import io.databot.credential.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A setting that someone reads: its key, how its text becomes a value, its default, and what it means.
 *
 * @param <T> the value's type
 * @param key the key below {@code databot.}, such as {@code state.ttl}
 * @param standard the text that stands when nothing is set; empty if there is none
 * @param expectation what the text must be, for messages, such as {@code a duration such as 60s}
 * @param description what it is for, one sentence
 * @param parser text to value; throws {@link IllegalArgumentException} for a text that does not fit
 */
public record Setting<T>(
        String key, Optional<String> standard, String expectation, String description, Function<String, T> parser) {

    /** Far longer ones overflow when they are counted in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(365);

    public Setting {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(standard, "standard");
        Objects.requireNonNull(expectation, "expectation");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(parser, "parser");
    }

    /** Any text that is not blank; not set by default. */
    public static Setting<String> text(String key, String description) {
        return new Setting<>(key, Optional.empty(), "a text", description, Setting::requireText);
    }

    /** A text that is never shown, taken as it is; not set by default. */
    public static Setting<Secret> secret(String key, String description) {
        return new Setting<>(key, Optional.empty(), "a text, which is never shown", description, Secret::of);
    }

    /** A path of the file system; not set by default. */
    public static Setting<Path> path(String key, String description) {
        return new Setting<>(key, Optional.empty(), "a path", description, text -> Path.of(requireText(text)));
    }

    /** An address; not set by default. */
    public static Setting<URI> uri(String key, String description) {
        return new Setting<>(key, Optional.empty(), "an http or https address", description, Setting::parseHttp);
    }

    /** A whole number within bounds. */
    public static Setting<Integer> integer(String key, int standard, int min, int max, String description) {
        return new Setting<>(
                key,
                Optional.of(String.valueOf(standard)),
                "a whole number from " + min + " to " + max,
                description,
                text -> parseInteger(text, min, max));
    }

    /** A duration: {@code 500ms}, {@code 60s}, {@code 5m}, {@code 2h}, or the ISO 8601 form; more than zero, at most a year. */
    public static Setting<Duration> duration(String key, String standard, String description) {
        return new Setting<>(
                key,
                Optional.of(standard),
                "a duration such as 500ms, 60s, 5m or 2h",
                description,
                Setting::parseDuration);
    }

    /** One of an enum's names, in any case, with hyphens for underscores. */
    public static <E extends Enum<E>> Setting<E> choice(String key, Class<E> type, E standard, String description) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> nameOf(constant))
                .toList();
        return new Setting<>(
                key, Optional.of(nameOf(standard)), "one of " + String.join(", ", names), description, text -> {
                    String wanted = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
                    return Arrays.stream(type.getEnumConstants())
                            .filter(constant -> nameOf(constant).equals(wanted))
                            .findFirst()
                            .orElseThrow(() -> new IllegalArgumentException("no such choice"));
                });
    }

    private static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String requireText(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("it is blank");
        }
        return text.strip();
    }

    private static URI parseHttp(String text) {
        URI uri = URI.create(requireText(text));
        if (uri.getHost() == null
                || uri.getScheme() == null
                || !List.of("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not an http or https address");
        }
        return uri;
    }

    private static int parseInteger(String text, int min, int max) {
        int value = Integer.parseInt(text.strip());
        if (value < min || value > max) {
            throw new IllegalArgumentException("out of bounds");
        }
        return value;
    }

    private static Duration parseDuration(String text) {
        Duration duration = Durations.parse(requireText(text));
        if (duration.isZero() || duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("out of bounds");
        }
        return duration;
    }
}
