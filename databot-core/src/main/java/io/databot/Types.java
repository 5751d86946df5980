package io.databot;

import io.databot.storage.ObjectMetadata;
import io.databot.storage.Options;
import io.databot.storage.WriteOption;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Adds a content type to a write's options where the caller gave none. */
final class Types {

    private Types() {}

    /** @param start gives the content's first bytes, asked for only when the key says nothing */
    static WriteOption[] guessed(String key, Supplier<byte[]> start, WriteOption[] options) {
        if (isGiven(options)) {
            return options;
        }
        Optional<String> type = ContentTypes.byName(key).or(() -> ContentTypes.byBytes(start.get()));
        return type.map(guess -> with(guess, options)).orElse(options);
    }

    static WriteOption[] orElse(String key, String otherwise, WriteOption[] options) {
        return isGiven(options) ? options : with(ContentTypes.byName(key).orElse(otherwise), options);
    }

    private static boolean isGiven(WriteOption[] options) {
        return Options.of(options).metadata().contentType().isPresent();
    }

    private static WriteOption[] with(String type, WriteOption[] options) {
        ObjectMetadata metadata = Options.of(options).metadata().withContentType(type);
        Stream<WriteOption> others = Stream.of(options).filter(option -> !(option instanceof ObjectMetadata));
        return Stream.concat(others, Stream.of(metadata)).toArray(WriteOption[]::new);
    }
}
