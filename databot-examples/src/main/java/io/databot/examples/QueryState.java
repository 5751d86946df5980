package io.databot.examples;

import io.databot.state.State;
import io.databot.state.StateInstance;
import io.databot.state.StateQuery;
import io.databot.state.StateValue;
import io.databot.state.StateValue.Kind;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * Prints one value of a state, or the addresses of all that it has.
 *
 * <p>A text is printed as it is, every other value as JSON on one line, or on several with {@code --pretty}. What is
 * sensitive is printed as {@code (sensitive)}, unless {@code --reveal} asks for it.
 */
final class QueryState implements Example {

    private static final String USAGE = "state-query ADDRESS [ENV|LOCATION] [--pretty] [--reveal],"
            + " or state-query --list [ENV|LOCATION], where LOCATION has a slash, a dot or a colon";

    @Override
    public void run(List<String> arguments, PrintStream out) {
        CommandLine line = new CommandLine(USAGE, List.of("--list", "--pretty", "--reveal"), arguments);
        if (line.has("--list")) {
            line.requireAtMost(1);
            out.print(addresses(StateArgument.read(line.word(0))));
            return;
        }
        line.requireAtMost(2);
        Optional<String> address = line.word(0);
        if (address.isEmpty()) {
            throw line.wrong("it was not told which address");
        }
        // Before the state is read: what cannot be an address is refused wherever the state is.
        StateQuery.parse(address.get());
        StateValue value = StateArgument.read(line.word(1)).get(address.get());
        out.println(shown(line, line.has("--reveal") ? value.revealed() : value));
    }

    private static String addresses(State state) {
        StringBuilder text = new StringBuilder();
        for (StateInstance instance : state.instances()) {
            if (instance.deposedKey().isEmpty()) {
                text.append(instance.address()).append(System.lineSeparator());
            }
        }
        return text.toString();
    }

    private static String shown(CommandLine line, StateValue value) {
        if (value.sensitive()) {
            return value.toString();
        }
        if (value.kind() == Kind.STRING) {
            return value.asString();
        }
        return line.has("--pretty") ? PrettyJson.of(value) : value.toJson();
    }
}
