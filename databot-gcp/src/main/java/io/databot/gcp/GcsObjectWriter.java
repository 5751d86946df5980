package io.databot.gcp;

import io.databot.failure.ClosedFailure;
import io.databot.failure.FailureDetails;
import io.databot.storage.ObjectRef;
import io.databot.storage.ObjectWriter;
import io.databot.storage.StoredObject;
import java.util.Objects;
import java.util.OptionalLong;

/** Writes through an {@link UploadSession}, which begins with the first chunk and repeats by itself. */
final class GcsObjectWriter extends ObjectWriter {

    private enum State {
        OPEN,
        FAILED,
        COMMITTED,
        CLOSED
    }

    private final Call call;
    private final UploadSession session;
    private State state = State.OPEN;

    GcsObjectWriter(GcsConnection connection, Call call, ObjectRef target) {
        connection.requireOpen(call);
        this.call = call;
        this.session = new UploadSession(connection, call, target, OptionalLong.empty());
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        requireOpen();
        state = State.FAILED;
        session.write(call.again(), bytes, offset, length);
        state = State.OPEN;
    }

    @Override
    public StoredObject commit() {
        requireOpen();
        state = State.FAILED;
        StoredObject written = session.commit(call.again());
        state = State.COMMITTED;
        return written;
    }

    @Override
    public void close() {
        state = state == State.COMMITTED ? State.COMMITTED : State.CLOSED;
    }

    private void requireOpen() {
        if (state != State.OPEN) {
            String reason = switch (state) {
                case FAILED -> "an earlier step failed";
                case COMMITTED -> "it was committed";
                default -> "it was closed";
            };
            throw new ClosedFailure(FailureDetails.of(
                    call.operation(), call.resource(), "the writer takes no more: " + reason, "Open a new writer."));
        }
    }
}
