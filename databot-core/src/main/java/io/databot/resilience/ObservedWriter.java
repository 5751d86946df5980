package io.databot.resilience;

import io.databot.storage.ObjectRef;
import io.databot.storage.ObjectWriter;
import io.databot.storage.StoredObject;

/** A writer whose commit is observed. Nothing is repeated here: the adapter owns that, it has the bytes. */
final class ObservedWriter extends ObjectWriter {

    private final ObjectWriter writer;
    private final ObjectRef target;
    private final CallPolicy observing;

    ObservedWriter(ObjectWriter writer, ObjectRef target, CallPolicy observing) {
        this.writer = writer;
        this.target = target;
        this.observing = observing;
    }

    @Override
    public StoredObject commit() {
        Call call = Call.of(Action.COMMIT, target, Repeat.UNGUARDED, 0);
        return WriteIds.hidden(observing.call(call, timeout -> writer.commit()));
    }

    @Override
    public void write(int b) {
        writer.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        writer.write(bytes, offset, length);
    }

    @Override
    public void flush() {
        writer.flush();
    }

    @Override
    public void close() {
        writer.close();
    }
}
