package io.databot.examples;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An example's arguments: words, and options such as {@code --pretty} or {@code --html=FILE} in any place among them.
 */
final class CommandLine {

    private final String usage;
    private final List<String> words = new ArrayList<>();
    private final Map<String, String> options = new LinkedHashMap<>();

    /**
     * @param usage how to call the example; its name comes first
     * @param known the options that there are
     * @throws InvalidRequestFailure if there is an option that is not known
     */
    CommandLine(String usage, List<String> known, List<String> arguments) {
        this.usage = usage;
        for (String argument : arguments) {
            if (argument.startsWith("--")) {
                option(argument, known);
            } else {
                words.add(argument);
            }
        }
    }

    private void option(String argument, List<String> known) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        if (!known.contains(name)) {
            throw wrong("there is no option " + name);
        }
        options.put(name, equals < 0 ? "" : argument.substring(equals + 1));
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    /** What stands behind the option's equals sign; empty if nothing does. */
    Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option)).filter(text -> !text.isEmpty());
    }

    /** The word at a place from 0. */
    Optional<String> word(int place) {
        return place < words.size() ? Optional.of(words.get(place)) : Optional.empty();
    }

    /** @throws InvalidRequestFailure if there are more words */
    void requireAtMost(int count) {
        if (words.size() > count) {
            throw wrong("there are " + words.size() + " words where at most " + count + " are expected");
        }
    }

    /** The failure of an example that was called in a way that it does not understand. */
    InvalidRequestFailure wrong(String reason) {
        String name = usage.substring(0, usage.indexOf(' '));
        return new InvalidRequestFailure(FailureDetails.of("run", name, reason, "Say " + usage + "."));
    }
}
