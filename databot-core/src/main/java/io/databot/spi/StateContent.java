package io.databot.spi;

import java.util.Objects;
import java.util.Optional;

/** The bytes of a state and which version they are. Not a record: states hold secrets, and none is printed. */
public final class StateContent {

    private final byte[] bytes;
    private final Optional<String> version;

    private StateContent(byte[] bytes, Optional<String> version) {
        this.bytes = bytes;
        this.version = version;
    }

    /**
     * Takes the bytes over.
     *
     * @param version what the service calls this version, such as an entity tag; empty if it does not say
     */
    public static StateContent of(byte[] bytes, Optional<String> version) {
        return new StateContent(Objects.requireNonNull(bytes, "bytes"), Objects.requireNonNull(version, "version"));
    }

    /** The bytes themselves, no copy; for one reader. */
    public byte[] bytes() {
        return bytes;
    }

    public Optional<String> version() {
        return version;
    }

    /** How many bytes there are; nothing of what they say. */
    @Override
    public String toString() {
        return bytes.length + " bytes of state";
    }
}
