package io.databot.terraform;

import io.databot.failure.ClosedFailure;
import io.databot.failure.FailureDetails;
import io.databot.storage.StorageService;
import java.util.Optional;
import java.util.function.Supplier;

/** The storage port for states that are not local; made when one is first read. Thread-safe. */
final class LazyStorage implements Supplier<StorageService>, AutoCloseable {

    /** Who closes the port. */
    enum Owner {
        /** This, which had it made. */
        SELF,
        /** Somebody else, who uses it too. */
        OTHER
    }

    private final Supplier<StorageService> maker;
    private final Owner owner;
    private Optional<StorageService> made = Optional.empty();
    private boolean closed;

    LazyStorage(Supplier<StorageService> maker, Owner owner) {
        this.maker = maker;
        this.owner = owner;
    }

    /**
     * The port; the same each time. What fails to be made is tried again the next time.
     *
     * @throws ClosedFailure after close
     */
    @Override
    public synchronized StorageService get() {
        if (closed) {
            throw new ClosedFailure(FailureDetails.of(
                    Refusals.OPERATION, "", "the source is closed", "Keep it open for as long as it is read."));
        }
        StorageService port = made.orElseGet(maker);
        made = Optional.of(port);
        return port;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (owner == Owner.SELF) {
            made.ifPresent(StorageService::close);
        }
        made = Optional.empty();
    }
}
