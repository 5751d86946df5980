package io.databot.terraform;

import io.databot.failure.DatabotException;
import io.databot.state.Address;
import io.databot.state.InstanceKey;
import io.databot.state.State;
import io.databot.state.StateInstance;
import io.databot.state.StateValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives bytes to the parser, and asks a state that comes out for all that it has. A target for Jazzer, see fuzz.mk; its
 * inputs are replayed by {@code FuzzCorpusTest}.
 *
 * <p>Anything thrown but a {@link DatabotException} is a fault, and so is a state whose content is not what Jackson reads.
 */
public final class StateFuzz {

    private static final List<String> QUERIES = List.of(
            "a.b", "a_b.c[0]", "a_b.c[\"k\"].x[0]", "module.m[0].data.a.b.x", "output.o", "output.o.x.0[\"y\"]");

    private static final List<String> PATHS = List.of("id", "n", "x", "x[0]", "labels.a", "input.x", "private_key");

    /** Each of them is asked for all instances of its type. */
    private static final int MAX_ASKED = 50;

    private StateFuzz() {}

    /** Called by Jazzer for each input. */
    public static void fuzzerTestOneInput(byte[] input) {
        StateOracle.judge(input).ifPresent(StateFuzz::exercise);
    }

    /** Asks for everything. */
    static void exercise(State state) {
        consume(state.toString(), state.lineage(), state.origin());
        state.instances().stream().limit(MAX_ASKED).forEach(instance -> exercise(state, instance));
        state.outputs().values().forEach(StateFuzz::exercise);
        for (String query : QUERIES) {
            state.find(query).ifPresent(StateFuzz::exercise);
            attempt(() -> state.get(query));
        }
    }

    private static void exercise(State state, StateInstance instance) {
        Address address = instance.address();
        consume(instance.toString(), address.toString(), instance.deposedKey().orElse(""));
        List<Optional<StateValue>> alone = PATHS.stream().map(instance::find).toList();
        exercise(instance.attributes());
        if (!alone.equals(PATHS.stream().map(instance::find).toList())) {
            throw new AssertionError("a value is another one when it is read alone");
        }
        consume(state.instances(address.type()).toString());
        attempt(() -> state.find(address.toString()).ifPresent(StateFuzz::exercise));
        attempt(() -> state.find(address.withKey(InstanceKey.NONE).toString()).ifPresent(StateFuzz::exercise));
    }

    private static void exercise(StateValue value) {
        consume(value.toString(), value.toJson(), value.revealed().toJson());
        StateValue secret = value.asSensitive();
        boolean told = value.sensitive() || !secret.equals(value);
        if (!told || secret.hashCode() != value.hashCode()) {
            throw new AssertionError("a value and its marked copy are the same, or hash differently");
        }
        consume(secret.toString());
        attempt(value::asLong);
        attempt(value::asString);
    }

    private static void attempt(Runnable call) {
        try {
            call.run();
        } catch (DatabotException refused) {
            consume(refused.toString());
        }
    }

    /** Keeps the texts from being optimised away, and none of them is missing. */
    private static void consume(String... texts) {
        for (String text : texts) {
            Objects.requireNonNull(text);
        }
    }
}
