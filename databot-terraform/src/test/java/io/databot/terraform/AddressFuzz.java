package io.databot.terraform;

import io.databot.failure.InvalidRequestFailure;
import io.databot.state.Address;
import io.databot.state.StateQuery;
import io.databot.state.StateValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads texts as addresses, modules and queries; what is read must print as what is read again. A target for Jazzer. */
public final class AddressFuzz {

    private AddressFuzz() {}

    /** Called by Jazzer for each input. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        check(text, Address::parse, Address::toString);
        check(text, StateQuery::parse, StateQuery::toString);
        check(
                text,
                Address::parseModule,
                modules -> String.join(
                        ".", modules.stream().map(Address.ModuleStep::toString).toList()));
        check(text, StateQuery::parse, query -> {
            query.walk(StateValue.of(Map.of("x", StateValue.of(List.of(StateValue.of(1))))));
            return query.toString();
        });
    }

    private static <T> void check(String text, Function<String, T> parse, Function<T, String> print) {
        T read;
        try {
            read = parse.apply(text);
        } catch (InvalidRequestFailure refused) {
            return;
        }
        T again = parse.apply(print.apply(read));
        if (!again.equals(read)) {
            throw new AssertionError("reads as something else when it is printed");
        }
    }
}
