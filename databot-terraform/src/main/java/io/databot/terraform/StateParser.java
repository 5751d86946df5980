package io.databot.terraform;

import io.databot.state.State;
import java.time.Instant;

/** Turns the bytes of a state, whatever format they are in, into a state. Thread-safe. */
final class StateParser {

    /**
     * Reads the content of a file. Takes the bytes over.
     *
     * @param origin where they are from, for messages; without secrets
     * @throws io.databot.failure.StateFailure if they are not a state that can be read
     */
    State parse(byte[] bytes, String origin, Instant readAt) {
        StateText text = StateText.of(bytes, new Refusals(origin));
        return StateScan.read(text, readAt).orElseThrow(() -> new IllegalStateException("other formats"));
    }
}
