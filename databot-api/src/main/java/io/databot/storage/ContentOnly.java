package io.databot.storage;

/**
 * Says that a reader is opened for its bytes. Some stores send little of what an object is along with its bytes, and ask
 * for the rest with a request of its own; with this option they leave that out until {@link ObjectReader#object()} is
 * called, which then may fail as any call may. Generation, window and bytes are as without it.
 */
public record ContentOnly() implements ReadOption {

    private static final ContentOnly INSTANCE = new ContentOnly();

    public static ContentOnly contentOnly() {
        return INSTANCE;
    }
}
