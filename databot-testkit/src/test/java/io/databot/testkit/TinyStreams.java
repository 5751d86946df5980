package io.databot.testkit;

import static io.databot.testkit.TinyStore.details;

import io.databot.failure.ClosedFailure;
import io.databot.failure.InvalidRequestFailure;
import io.databot.storage.ByteRange;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectRef;
import io.databot.storage.ObjectWriter;
import io.databot.storage.Options;
import io.databot.storage.StoredObject;
import java.io.ByteArrayOutputStream;
import java.util.Objects;

/** The streams of {@link TinyStorage}. */
final class TinyStreams {

    private TinyStreams() {}

    static class Writer extends ObjectWriter {

        private final TinyStorage storage;
        private final ObjectRef target;
        private final Options options;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean open = true;

        Writer(TinyStorage storage, ObjectRef target, Options options) {
            this.storage = storage;
            this.target = target;
            this.options = options;
        }

        boolean isOpen() {
            return open;
        }

        private void requireOpen() {
            if (!open) {
                throw new ClosedFailure(details("write", target, "the writer is closed"));
            }
        }

        @Override
        public StoredObject commit() {
            requireOpen();
            open = false;
            storage.requireOpen(target);
            return storage.store.publish(target, bytes.toByteArray(), options);
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            requireOpen();
            Objects.checkFromIndexSize(offset, length, source.length);
            bytes.write(source, offset, length);
        }

        @Override
        public void close() {
            open = false;
        }
    }

    static class Reader extends ObjectReader {

        private final TinyStorage storage;
        private final TinyStore.Held held;
        private final ByteRange.Slice window;
        private long position;
        private boolean open = true;

        Reader(TinyStorage storage, TinyStore.Held held, ByteRange.Slice window) {
            this.storage = storage;
            this.held = held;
            this.window = window;
            this.position = window.offset();
        }

        @Override
        public StoredObject object() {
            return held.object();
        }

        @Override
        public long generation() {
            return object().generation();
        }

        @Override
        public long start() {
            return window.offset();
        }

        @Override
        public long end() {
            return window.end();
        }

        @Override
        public long position() {
            return position;
        }

        byte[] bytes() {
            return held.bytes();
        }

        private void requireOpen() {
            storage.requireOpen(object().ref());
            if (!open) {
                throw new ClosedFailure(details("read", object().ref(), "the reader is closed"));
            }
        }

        @Override
        public void seek(long target) {
            requireOpen();
            if (target < start()) {
                throw new InvalidRequestFailure(details("seek", object().ref(), target + " is before the start"));
            }
            position = target;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            requireOpen();
            Objects.checkFromIndexSize(offset, length, target.length);
            if (length == 0) {
                return 0;
            }
            if (position >= end()) {
                return -1;
            }
            int count = (int) Math.min(length, end() - position);
            System.arraycopy(bytes(), (int) position, target, offset, count);
            position += count;
            return count;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
