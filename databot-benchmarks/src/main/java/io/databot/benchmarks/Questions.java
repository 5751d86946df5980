package io.databot.benchmarks;

import io.databot.state.State;
import io.databot.state.StateInstance;
import io.databot.state.StateQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The questions of one invocation: different ones, spread evenly over the state. */
final class Questions {

    /** As many as one invocation asks. */
    static final int COUNT = 1000;

    private Questions() {}

    static List<String> of(int instances) {
        return GeneratedState.of(instances).queries(COUNT);
    }

    /**
     * A question to an instance.
     *
     * @param position the instance's, in the order of the state
     * @param path what is asked of it
     */
    record InInstance(int position, String path) {}

    /** The same questions, taken apart. */
    static List<InInstance> inInstances(State state, List<String> queries) {
        Map<String, Integer> positions = new HashMap<>();
        List<StateInstance> instances = state.instances();
        for (int i = 0; i < instances.size(); i++) {
            positions.put(instances.get(i).address().toString(), i);
        }
        return queries.stream().map(query -> inInstance(query, positions)).toList();
    }

    private static InInstance inInstance(String query, Map<String, Integer> positions) {
        String address = StateQuery.parse(query).address().orElseThrow().toString();
        return new InInstance(
                Objects.requireNonNull(positions.get(address), address), query.substring(address.length() + 1));
    }
}
