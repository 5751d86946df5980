package io.databot.state;

import java.util.List;
import java.util.Optional;

/**
 * An address and a path into its value, as {@link State#find} takes them.
 *
 * <p>The grammar is Terraform's reference syntax: {@code ADDRESS}, then any number of {@code .name}, {@code ["key"]} and
 * {@code [0]}. A bracket right after the resource's name is the instance's key. {@code output.NAME} in place of the
 * address means a root output.
 *
 * @param output the output's name; empty when an address is asked for
 * @param address the address; empty when an output is asked for
 * @param path the steps into the value
 */
public record StateQuery(Optional<String> output, Optional<Address> address, List<Step> path) {

    public StateQuery {
        path = List.copyOf(path);
    }

    /** One step into a value. */
    public sealed interface Step permits Field, Element {}

    /**
     * An entry of a map.
     *
     * @param name its key
     */
    public record Field(String name) implements Step {}

    /**
     * An element of a list.
     *
     * @param index its position from 0
     */
    public record Element(long index) implements Step {}

    /**
     * Reads a query.
     *
     * @throws io.databot.failure.InvalidRequestFailure if the text is not an address and path; names the column
     */
    public static StateQuery parse(String text) {
        return new AddressParser(text).wholeQuery();
    }

    /**
     * Reads a path alone, as it stands behind an address, without a dot at its beginning: {@code name},
     * {@code labels["env"]}, {@code template[0].containers}.
     *
     * @throws io.databot.failure.InvalidRequestFailure if the text is not a path; names the column
     */
    public static List<Step> parsePath(String text) {
        return new AddressParser(text).wholePath();
    }

    /** Follows the path; empty where a step finds nothing. */
    public Optional<StateValue> walk(StateValue start) {
        return walk(start, path);
    }

    /** Follows a path; empty where a step finds nothing. */
    public static Optional<StateValue> walk(StateValue start, List<Step> path) {
        Optional<StateValue> value = Optional.of(start);
        for (Step step : path) {
            value = value.flatMap(
                    at -> step instanceof Field field ? at.entry(field.name()) : at.element(((Element) step).index()));
        }
        return value;
    }

    /**
     * As {@link #parse} reads it. Only a path that begins with a key that is no name, right after a resource without a key,
     * cannot be written: it would read as that key.
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        output.ifPresent(name -> text.append("output.").append(name));
        address.ifPresent(text::append);
        boolean bracketIsAKey = address.isPresent() && address.get().key().equals(InstanceKey.NONE);
        for (Step step : path) {
            if (step instanceof Field field) {
                text.append(
                        AddressParser.isName(field.name())
                                ? "." + field.name()
                                : "[" + HclQuote.quote(field.name()) + "]");
            } else if (step instanceof Element element) {
                text.append(bracketIsAKey ? "." + element.index() : "[" + element.index() + "]");
            }
            bracketIsAKey = false;
        }
        return text.toString();
    }
}
