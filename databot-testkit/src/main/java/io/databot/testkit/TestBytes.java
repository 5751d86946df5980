package io.databot.testkit;

import io.databot.storage.Content;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Content that is the same in every run and repeats nowhere, so that misplaced bytes show. */
final class TestBytes {

    static final int MIB = 1024 * 1024;

    private TestBytes() {}

    static byte[] of(int length) {
        return of(length, 1);
    }

    /** Other bytes for each seed. */
    static byte[] of(int length, long seed) {
        byte[] bytes = new byte[length];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }

    /** A content that counts how often it was opened and closed, and fails once {@code failAfter} bytes were read. */
    static final class Watched implements Content {

        private final byte[] bytes;
        private final OptionalLong length;
        private final int failAfter;
        private final AtomicInteger opened = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();

        private Watched(byte[] bytes, OptionalLong length, int failAfter) {
            this.bytes = bytes;
            this.length = length;
            this.failAfter = failAfter;
        }

        static Watched of(byte[] bytes, OptionalLong length) {
            return new Watched(bytes, length, Integer.MAX_VALUE);
        }

        static Watched failing(byte[] bytes, int failAfter) {
            return new Watched(bytes, OptionalLong.of(bytes.length), failAfter);
        }

        int opened() {
            return opened.get();
        }

        int closed() {
            return closed.get();
        }

        @Override
        public OptionalLong length() {
            return length;
        }

        @Override
        public InputStream open() {
            opened.incrementAndGet();
            return new Stream();
        }

        private final class Stream extends FilterInputStream {

            private int given;
            private boolean open = true;

            Stream() {
                super(new ByteArrayInputStream(bytes));
            }

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int count) throws IOException {
                if (given >= failAfter && count > 0) {
                    throw new IOException("the source broke after " + given + " bytes");
                }
                int got = super.read(buffer, offset, Math.min(count, failAfter - given));
                given += Math.max(0, got);
                return got;
            }

            @Override
            public void close() {
                if (open) {
                    open = false;
                    closed.incrementAndGet();
                }
            }
        }
    }
}
