package io.databot.gcp;

import io.databot.storage.Content;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectRef;
import io.databot.storage.ObjectWriter;
import io.databot.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** What {@link SmallHeapTest} runs in a process of its own: writes, or reads and counts, one huge object. */
final class SmallHeapClient {

    private static final ObjectRef HUGE = ObjectRef.of("bucket", "huge");

    private SmallHeapClient() {}

    public static void main(String[] args) throws IOException {
        try (GcsStorage storage = GcsStorage.builder()
                .host(URI.create(args[0]))
                .credentials(GoogleCredentialProvider.none())
                .build()) {
            long bytes = Long.parseLong(args[2]);
            switch (args[1]) {
                case "put" -> print(storage.put(HUGE, Content.stream(bytes, () -> new Pattern(bytes))));
                case "writer" -> write(storage, bytes);
                default -> read(storage);
            }
        }
    }

    private static void write(GcsStorage storage, long bytes) {
        try (ObjectWriter writer = storage.writer(HUGE)) {
            for (long at = 0; at < bytes; at += HugeObjectServer.PATTERN.length) {
                writer.write(HugeObjectServer.PATTERN);
            }
            print(writer.commit());
        }
    }

    private static void read(GcsStorage storage) throws IOException {
        try (ObjectReader reader = storage.reader(HUGE)) {
            print(reader.object());
            System.out.println("read " + reader.transferTo(java.io.OutputStream.nullOutputStream()));
        }
    }

    private static void print(StoredObject object) {
        System.out.println("size " + object.size());
    }

    /** The pattern over and over, up to a length. */
    private static final class Pattern extends InputStream {

        private final long length;
        private long at;

        Pattern(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int wanted) {
            byte[] pattern = HugeObjectServer.PATTERN;
            int from = (int) (at % pattern.length);
            int count = (int) Math.min(Math.min(wanted, pattern.length - from), length - at);
            if (count == 0) {
                return wanted == 0 ? 0 : -1;
            }
            System.arraycopy(pattern, from, bytes, offset, count);
            at += count;
            return count;
        }
    }
}
