package io.databot.gcp;

import com.google.api.services.storage.Storage;
import io.databot.failure.FailureDetails;
import io.databot.failure.RangeNotSatisfiableFailure;
import io.databot.storage.ByteRange;
import io.databot.storage.ObjectRef;
import io.databot.storage.StoredObject;
import java.io.IOException;

/**
 * Opens objects for reading, in one request: the headers of the reply that brings the bytes tell size, generation and
 * checksum. Only the ranges that HTTP has no word for cost another.
 */
final class Reads {

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
        try {
            Media media = lookups.require(
                    call, object.bucket(), api -> Media.open(api, object, call.options(), header(range)));
            return media.size().isPresent() && media.generation().isPresent()
                    ? opened(call, object, range, media)
                    : described(call, object, range);
        } catch (RangeNotSatisfiableFailure outside) {
            // At the very end, or in an empty object, there is a window of no bytes; only the size tells.
            return described(call, object, range);
        }
    }

    private GcsObjectReader opened(Call call, ObjectRef object, ByteRange range, Media media) {
        ByteRange.Slice window = within(call, range, media.size().getAsLong());
        return new GcsObjectReader(
                connection,
                call,
                new GcsObjectReader.Subject(
                        object, media.generation().getAsLong(), media.size().getAsLong(), media.checksum()),
                window,
                media);
    }

    private GcsObjectReader described(Call call, ObjectRef object, ByteRange range) {
        StoredObject found = lookups.require(
                call,
                object.bucket(),
                api -> StoredObjects.read(Requests.get(api, object, call.options())
                        .setFields(StoredObjects.FIELDS)
                        .execute()));
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
                    call.operation(),
                    call.resource(),
                    details.resource() + ": " + details.reason(),
                    details.remedy()));
        }
    }

    /** The bytes of one generation from a position up to another. */
    static Media again(Storage api, ObjectRef object, long generation, long position, long end) throws IOException {
        return Media.open(
                api.objects()
                        .get(object.bucket().value(), object.key().value())
                        .setGeneration(generation),
                header(position, end - position));
    }

}
