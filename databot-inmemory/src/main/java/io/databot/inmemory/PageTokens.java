package io.databot.inmemory;

import io.databot.storage.Crc32c;
import io.databot.storage.ListRequest;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Writes where a page ended as an opaque text. A checksum over the position, the request and the store's own seal tells
 * tokens of this store and this listing from all others.
 */
final class PageTokens {

    private static final int HEAD = Integer.BYTES + 1 + Long.BYTES;

    private final String seal;

    PageTokens(String seal) {
        this.seal = seal;
    }

    /** The last thing in a page. */
    sealed interface Position {

        /** The text that it was listed by. */
        String name();

        /**
         * A common prefix; the walk goes on behind everything below it.
         *
         * @param name the prefix
         */
        record Below(String name) implements Position {}

        /**
         * An object; the walk goes on behind its key.
         *
         * @param name the key
         */
        record Key(String name) implements Position {}

        /**
         * A generation; the walk goes on with the next one of the key.
         *
         * @param name the key
         * @param generation its number
         */
        record Generation(String name, long generation) implements Position {}
    }

    String write(ListRequest request, Position position) {
        byte[] name = position.name().getBytes(StandardCharsets.UTF_8);
        long generation = position instanceof Position.Generation at ? at.generation() : 0;
        ByteBuffer buffer = ByteBuffer.allocate(HEAD + name.length)
                .putInt(checksum(request, position))
                .put(tag(position))
                .putLong(generation)
                .put(name);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }

    /** @throws io.databot.failure.InvalidRequestFailure if this store did not give it out for this listing */
    Position read(Call call, ListRequest request, String token) {
        return decode(token)
                .filter(read -> read.checksum == checksum(request, read.position))
                .map(read -> read.position)
                .orElseThrow(() -> call.invalid(
                        "the page token is not one that this store gave out for this listing",
                        "Take it from ListPage.next(), and leave all else in the request as it was."));
    }

    private record Sealed(int checksum, Position position) {}

    private static Optional<Sealed> decode(String token) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            int checksum = buffer.getInt();
            byte tag = buffer.get();
            long generation = buffer.getLong();
            String name = StandardCharsets.UTF_8.decode(buffer).toString();
            return switch (tag) {
                case 'p' -> Optional.of(new Sealed(checksum, new Position.Below(name)));
                case 'k' -> Optional.of(new Sealed(checksum, new Position.Key(name)));
                case 'g' -> Optional.of(new Sealed(checksum, new Position.Generation(name, generation)));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static byte tag(Position position) {
        if (position instanceof Position.Below) {
            return 'p';
        }
        return (byte) (position instanceof Position.Key ? 'k' : 'g');
    }

    /** Not the page's size: another one does no harm. */
    private int checksum(ListRequest request, Position position) {
        String text = String.join(
                "\0",
                seal,
                request.bucket().value(),
                request.prefix(),
                request.delimiter(),
                request.startAfter().map(start -> "after " + start).orElse(""),
                request.versions().name(),
                position.toString());
        return Crc32c.of(text.getBytes(StandardCharsets.UTF_8)).value();
    }
}
