package io.databot.terraform.google;

import io.databot.state.StateValue;
import io.databot.testkit.StateDescription;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Short names for writing attributes as the provider does. */
final class Values {

    private Values() {}

    static StateValue text(String text) {
        return StateValue.of(text);
    }

    /** A block that stands once. */
    static StateValue block(Map<String, StateValue> attributes) {
        return StateValue.of(List.of(StateValue.of(attributes)));
    }

    static StateValue labels(String name, String value) {
        return StateValue.of(Map.of(name, text(value)));
    }

    static GoogleResources views(StateDescription description) {
        return GoogleResources.of(description.snapshot("a test", Instant.EPOCH));
    }

    static GoogleResources views(String address, Map<String, StateValue> attributes) {
        return views(StateDescription.empty().with(address, attributes));
    }
}
