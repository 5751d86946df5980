package io.databot.testkit;

import io.databot.state.State;
import io.databot.state.StateSource;
import io.databot.state.StateValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the groups of the state contract share: a harness for each case, and one infrastructure with one of everything. */
abstract class StateContractGroup {

    static final String SECRET = "correct-horse-battery-staple";

    private final Deque<StateSource> sources = new ArrayDeque<>();

    StateHarness harness;

    abstract StateHarness open();

    @BeforeEach
    void openHarness() {
        harness = open();
    }

    @AfterEach
    void closeHarness() {
        try {
            sources.forEach(StateSource::close);
        } finally {
            harness.close();
        }
    }

    final StateSource source() {
        StateSource source = harness.source();
        sources.push(source);
        return source;
    }

    /** The state as a new source reads it. */
    final State read(StateDescription description) {
        harness.publish(description);
        return source().read();
    }

    static Map<String, StateValue> named(String name) {
        return Map.of("name", StateValue.of(name));
    }

    static StateValue strings(String... values) {
        return StateValue.of(List.of(values).stream().map(StateValue::of).toList());
    }

    /** One bucket, and outputs that name it. */
    static StateDescription oneBucket() {
        return StateDescription.empty()
                .with("google_storage_bucket.data", named("acme-dev-data"))
                .withOutput("bucket", StateValue.of("acme-dev-data"))
                .withOutput("zone", StateValue.of("europe-west6-a"));
    }
}
