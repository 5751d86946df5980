package io.databot;

import io.databot.failure.ClosedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Remembers what was opened and closes it in reverse. Thread-safe. */
final class Closer implements AutoCloseable {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private boolean closed;

    /** Takes over a resource; one that comes too late is closed at once. */
    synchronized <R extends AutoCloseable> R opened(R resource) {
        if (closed) {
            closeAll(List.of(resource));
            requireOpen();
        }
        opened.push(resource);
        return resource;
    }

    /** @throws ClosedFailure after close */
    synchronized void requireOpen() {
        if (closed) {
            throw new ClosedFailure(FailureDetails.of(
                    "use Databot", "", "it is closed", "Keep it open for as long as its buckets are used."));
        }
    }

    /** Closes all, whatever fails meanwhile; then throws the first failure, the others suppressed in it. */
    @Override
    public void close() {
        List<AutoCloseable> all;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(opened);
            opened.clear();
        }
        closeAll(all);
    }

    private static void closeAll(List<AutoCloseable> all) {
        RuntimeException first = null;
        for (AutoCloseable one : all) {
            try {
                one.close();
            } catch (Exception e) {
                RuntimeException failure = e instanceof RuntimeException unchecked ? unchecked : unexpected(e);
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static DatabotException unexpected(Exception cause) {
        return new io.databot.failure.UnexpectedFailure(
                FailureDetails.of("close", "", "a port could not be closed", "See the cause."), cause);
    }
}
