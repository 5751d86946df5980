package io.databot.inmemory;

import io.databot.failure.ClosedFailure;
import io.databot.storage.ObjectWriter;
import io.databot.storage.StoredObject;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;

/** Keeps what is written to itself until it is committed. */
final class MemoryWriter extends ObjectWriter {

    private final Call call;
    private final Runnable requireOpen;
    private final Function<byte[], StoredObject> publish;
    private final ByteBuilder bytes;
    private boolean ended;

    /** @param requireOpen fails if the storage is closed */
    MemoryWriter(Call call, Runnable requireOpen, Function<byte[], StoredObject> publish) {
        this.call = call;
        this.requireOpen = requireOpen;
        this.publish = publish;
        this.bytes = new ByteBuilder(call, OptionalLong.empty());
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, source.length);
        requireOpen();
        bytes.add(source, offset, length);
    }

    @Override
    public StoredObject commit() {
        requireOpen();
        ended = true;
        return publish.apply(bytes.build());
    }

    private void requireOpen() {
        if (ended) {
            throw new ClosedFailure(call.details("the writer was committed or closed", "Open another."));
        }
        requireOpen.run();
    }

    @Override
    public void close() {
        if (!ended) {
            ended = true;
            bytes.build();
        }
    }
}
