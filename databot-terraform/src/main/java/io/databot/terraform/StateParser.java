package io.databot.terraform;

import io.databot.failure.StateFailure.Problem;
import io.databot.state.State;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns the bytes of a state, whatever format they are in, into a state. Thread-safe. */
final class StateParser {

    private final EncryptedState encrypted;

    /** Without a passphrase for encrypted states. */
    StateParser() {
        this(Optional::empty);
    }

    /** @param passphrase asked for when an encrypted state is read */
    StateParser(Supplier<Optional<String>> passphrase) {
        this.encrypted = new EncryptedState(passphrase);
    }

    /**
     * Reads the content of a file. Takes the bytes over.
     *
     * @param origin where they are from, for messages; without secrets
     * @throws io.databot.failure.StateFailure if they are not a state that can be read
     */
    State parse(byte[] bytes, String origin, Instant readAt) {
        Refusals refusals = new Refusals(origin);
        try {
            return parse(bytes, readAt, refusals);
        } catch (OutOfMemoryError e) {
            throw refusals.outOfMemory();
        }
    }

    private State parse(byte[] bytes, Instant readAt, Refusals refusals) {
        if (ForeignContent.isVersion0(bytes)) {
            throw refusals.refuse(
                    Problem.UNSUPPORTED_VERSION,
                    "it is a state in the binary format of the first versions of Terraform, format version 0",
                    "Write it anew with Terraform 0.6, then step by step with newer ones.");
        }
        StateText text = StateText.of(bytes, refusals);
        return StateScan.read(text, readAt).orElseGet(() -> {
            StateContent content = TopLevel.of(text).content(refusals);
            return content == StateContent.ENCRYPTED ? decrypted(text, readAt) : other(content, text, readAt);
        });
    }

    private State decrypted(StateText text, Instant readAt) {
        EncryptedState.Opened opened = encrypted.open(text);
        StateText plain = opened.plain();
        State state = StateScan.read(plain, readAt)
                .orElseGet(() -> other(TopLevel.of(plain).content(plain.refusals()), plain, readAt));
        opened.requireSame(state);
        return state;
    }

    private static State other(StateContent content, StateText text, Instant readAt) {
        return switch (content) {
            case VERSION_3 -> Version3State.read(text, readAt);
            case SHOWN -> ShownState.read(text, readAt);
            case OUTPUT_LISTING -> OutputListing.read(text, readAt);
            case ENCRYPTED -> throw text.refusals().malformed("what is encrypted in it is encrypted again");
            case VERSION_4 -> throw text.refusals().malformed("its version is 4, and it has fields of other formats");
        };
    }
}
