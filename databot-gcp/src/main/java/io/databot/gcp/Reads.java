package io.databot.gcp;

import com.google.api.services.storage.Storage;
import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.RangeNotSatisfiableFailure;
import io.databot.storage.ByteRange;
import io.databot.storage.ContentOnly;
import io.databot.storage.ObjectRef;
import io.databot.storage.StoredObject;
import java.io.IOException;

/**
 * Opens objects for reading. The reply that brings the bytes tells size, generation and checksum in its headers, but
 * neither the user's metadata nor when the object was written; for these there is a request more, pinned to the
 * generation, unless the caller wants the content only.
 */
final class Reads {

    /** How often an object may be replaced while it is being opened. */
    private static final int MOST_RACES = 10;

    private final GcsConnection connection;
    private final Lookups lookups;

    Reads(GcsConnection connection, Lookups lookups) {
        this.connection = connection;
        this.lookups = lookups;
    }

    GcsObjectReader open(Call call, ObjectRef object) {
        ByteRange range = call.options().find(ByteRange.class).orElse(ByteRange.from(0));
        if (isEmpty(range)) {
            return described(call, object, range);
        }
        for (int attempt = 1; true; attempt++) {
            GcsObjectReader reader = first(call, object, range);
            try {
                if (!call.options().has(ContentOnly.class)) {
                    reader.describe(call);
                }
                return reader;
            } catch (NotFoundFailure replaced) {
                // Between the two requests. The bytes could still be read, but nobody can tell what they were.
                reader.close();
                if (attempt == MOST_RACES) {
                    throw replaced;
                }
            } catch (RuntimeException | Error e) {
                reader.close();
                throw e;
            }
        }
    }

    private GcsObjectReader first(Call call, ObjectRef object, ByteRange range) {
        try {
            Media media = lookups.transfer(
                    call, object.bucket(), api -> Media.open(api, object, call.options(), header(range)));
            if (media.size().isPresent() && media.generation().isPresent()) {
                GcsObjectReader.Subject subject = new GcsObjectReader.Subject(
                        object, media.generation().getAsLong(), media.size().getAsLong(), media.checksum());
                return new GcsObjectReader(connection, call, subject, within(call, range, subject.size()), media);
            }
            media.content().close();
            return described(call, object, range);
        } catch (RangeNotSatisfiableFailure outside) {
            // At the very end, or in an empty object, there is a window of no bytes; only the size tells.
            return described(call, object, range);
        } catch (IOException e) {
            throw GcsFailures.of(call, e);
        }
    }

    private GcsObjectReader described(Call call, ObjectRef object, ByteRange range) {
        StoredObject found = lookups.describe(call, object);
        return new GcsObjectReader(connection, call, found, within(call, range, found.size()));
    }

    private static boolean isEmpty(ByteRange range) {
        return (range instanceof ByteRange.Slice slice && slice.length() == 0)
                || (range instanceof ByteRange.Suffix suffix && suffix.length() == 0);
    }

    private static String header(ByteRange range) {
        if (range instanceof ByteRange.From from) {
            return from.offset() == 0 ? "" : "bytes=" + from.offset() + "-";
        }
        if (range instanceof ByteRange.Suffix suffix) {
            return "bytes=-" + suffix.length();
        }
        ByteRange.Slice slice = (ByteRange.Slice) range;
        return header(slice.offset(), slice.length());
    }

    static String header(long offset, long length) {
        // The sum may pass the largest number; a range is cut at the object's end anyway.
        long last = Long.MAX_VALUE - length < offset ? Long.MAX_VALUE : offset + length - 1;
        return "bytes=" + offset + "-" + last;
    }

    private static ByteRange.Slice within(Call call, ByteRange range, long size) {
        try {
            return range.within(size);
        } catch (RangeNotSatisfiableFailure outside) {
            FailureDetails details = outside.details();
            throw outside.with(FailureDetails.of(
                    call.operation(), call.resource(), details.resource() + ": " + details.reason(), details.remedy()));
        }
    }

    /** The bytes of one generation from a position up to another. */
    static Media again(Storage api, ObjectRef object, long generation, long position, long end) throws IOException {
        return Media.open(
                api,
                api.objects().get(object.bucket().value(), object.key().value()).setGeneration(generation),
                header(position, end - position));
    }
}
