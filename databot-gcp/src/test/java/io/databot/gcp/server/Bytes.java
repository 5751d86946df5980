package io.databot.gcp.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Immutable bytes in segments, so that joining the chunks of an upload or serving a range copies nothing. */
final class Bytes {
    static final Bytes EMPTY = new Bytes(List.of());
    private static final int SEGMENT = 1 << 20;

    private final List<ByteBuffer> segments;
    private final long size;

    private Bytes(List<ByteBuffer> segments) {
        this.segments = segments;
        this.size = segments.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    /** Takes the array over; the caller must not write to it any more. */
    static Bytes of(byte[] array) {
        return array.length == 0 ? EMPTY : new Bytes(List.of(ByteBuffer.wrap(array)));
    }

    static Bytes utf8(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads to the end of the stream. */
    static Bytes readFrom(InputStream in) throws IOException {
        List<ByteBuffer> read = new ArrayList<>();
        for (byte[] next = in.readNBytes(SEGMENT); next.length > 0; next = in.readNBytes(SEGMENT)) {
            read.add(ByteBuffer.wrap(next));
        }
        return new Bytes(List.copyOf(read));
    }

    static Bytes join(List<Bytes> parts) {
        return new Bytes(parts.stream().flatMap(part -> part.segments.stream()).toList());
    }

    Bytes plus(Bytes more) {
        return join(List.of(this, more));
    }

    /** The bytes from {@code from} inclusive to {@code to} exclusive. */
    Bytes slice(long from, long to) {
        List<ByteBuffer> cut = new ArrayList<>();
        long start = 0;
        for (ByteBuffer segment : segments) {
            long end = start + segment.remaining();
            if (from < end && to > start) {
                int first = (int) (Math.max(from, start) - start);
                int last = (int) (Math.min(to, end) - start);
                cut.add(segment.slice(segment.position() + first, last - first));
            }
            start = end;
        }
        return new Bytes(List.copyOf(cut));
    }

    /** A copy in which the byte at {@code index}, or the last one if there are fewer, has all bits turned. */
    Bytes withTurnedByte(long index) {
        if (size == 0) {
            return this;
        }
        long at = Math.min(index, size - 1);
        byte turned = (byte) ~slice(at, at + 1).toArray()[0];
        return join(List.of(slice(0, at), of(new byte[] {turned}), slice(at + 1, size)));
    }

    Bytes gunzip() throws IOException {
        try (InputStream in = new GZIPInputStream(open())) {
            return readFrom(in);
        }
    }

    long size() {
        return size;
    }

    byte[] toArray() {
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(size));
        forEachSegment(all::put);
        return all.array();
    }

    String utf8() {
        return new String(toArray(), StandardCharsets.UTF_8);
    }

    /** Hands over each segment as a buffer of its own, which the consumer may drain. */
    void forEachSegment(Consumer<ByteBuffer> consumer) {
        segments.forEach(segment -> consumer.accept(segment.duplicate()));
    }

    void writeTo(OutputStream out) throws IOException {
        for (ByteBuffer segment : segments) {
            out.write(segment.array(), segment.arrayOffset() + segment.position(), segment.remaining());
        }
    }

    private InputStream open() {
        List<InputStream> streams = segments.stream()
                .<InputStream>map(segment -> new ByteArrayInputStream(
                        segment.array(), segment.arrayOffset() + segment.position(), segment.remaining()))
                .toList();
        return new SequenceInputStream(Collections.enumeration(streams));
    }
}
