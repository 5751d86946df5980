package io.databot.inmemory;

import io.databot.failure.CorruptedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import io.databot.failure.InterruptedFailure;
import io.databot.failure.InvalidRequestFailure;
import io.databot.storage.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import java.util.OptionalLong;

/** Collects the bytes of one object; grows as they come, so that a wrong declared length costs nothing. */
final class ByteBuilder {

    /** Java has no larger array. */
    static final int MAX = Integer.MAX_VALUE - 8;

    private static final int SMALL = 8 * 1024;
    private static final int TRUSTED = 16 * 1024 * 1024;

    private final Call call;
    private byte[] bytes;
    private int size;

    ByteBuilder(Call call, OptionalLong expected) {
        this.call = call;
        this.bytes = new byte[(int) Math.max(0, Math.min(expected.orElse(SMALL), TRUSTED))];
    }

    /**
     * Everything that a content gives.
     *
     * @throws CorruptedFailure if its length is not the declared one
     * @throws InvalidRequestFailure if its source cannot be read
     */
    static byte[] read(Call call, Content content) {
        OptionalLong declared = content.length();
        try (InputStream in = content.open()) {
            ByteBuilder builder = new ByteBuilder(call, declared);
            builder.addAll(in, declared.orElse(Long.MAX_VALUE));
            declared.ifPresent(builder::requireSize);
            return builder.build();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(call, e);
        }
    }

    private void addAll(InputStream in, long limit) throws IOException {
        while (size <= limit) {
            size += in.readNBytes(bytes, size, bytes.length - size);
            int next = size < bytes.length ? -1 : in.read();
            if (next < 0) {
                return;
            }
            require(1);
            bytes[size++] = (byte) next;
        }
    }

    void add(byte[] source, int offset, int length) {
        require(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    int size() {
        return size;
    }

    /** The bytes, and the end of this builder. */
    byte[] build() {
        byte[] result = size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
        bytes = new byte[0];
        size = 0;
        return result;
    }

    private void require(int more) {
        if (more > MAX - size) {
            throw call.invalid(
                    "an object in memory has at most " + MAX + " bytes", "Use a backend on disk or in the cloud.");
        }
        if (more > bytes.length - size) {
            long doubled = Math.max(SMALL, 2L * bytes.length);
            bytes = Arrays.copyOf(bytes, (int) Math.min(MAX, Math.max(doubled, (long) size + more)));
        }
    }

    private void requireSize(long declared) {
        if (size != declared) {
            String came = size > declared ? "more than" : size + " of";
            throw new CorruptedFailure(call.details(
                    "the content gave " + came + " the " + declared + " bytes that it declares",
                    "Declare the right length, or none."));
        }
    }

    private static DatabotException unreadable(Call call, Exception e) {
        Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof ClosedByInterruptException || cause instanceof InterruptedIOException) {
            Thread.currentThread().interrupt();
            return new InterruptedFailure(
                    call.details("the thread was interrupted while it read the content", "Nothing was published."),
                    cause);
        }
        FailureDetails details = call.details(
                "the content cannot be read: " + cause.getMessage(), "Check the source that the content opens.");
        return new InvalidRequestFailure(details, cause);
    }
}
