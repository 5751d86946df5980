package io.databot.terraform;

import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import io.databot.failure.NotModifiedFailure;
import io.databot.failure.StateFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.state.State;
import io.databot.storage.Condition;
import io.databot.storage.ContentOnly;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectRef;
import io.databot.storage.ReadOption;
import io.databot.storage.StorageService;
import io.databot.terraform.Place.GcsObject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads states through the storage port, with one request each. What was read last is kept with its generation, so that an
 * object that has not changed is neither sent nor parsed again.
 */
final class GcsReader {

    private final Supplier<StorageService> storage;
    private final StateParser parser;
    private final long maxBytes;
    private final Clock clock;
    private volatile Optional<Kept> kept = Optional.empty();

    private record Kept(ObjectRef object, long generation, State state) {}

    GcsReader(Supplier<StorageService> storage, StateParser parser, long maxBytes, Clock clock) {
        this.storage = storage;
        this.parser = parser;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    /** @throws DatabotException if it cannot be read; of the class that the storage port says, and retryable if that is */
    State read(GcsObject place) {
        StorageService service = storageFor(place);
        Optional<Kept> last = kept.filter(one -> one.object().equals(place.object()));
        try (ObjectReader reader = service.reader(place.object(), options(last))) {
            byte[] bytes = content(place, reader);
            State state = parser.parse(bytes, place.toString(), clock.instant());
            kept = Optional.of(new Kept(place.object(), reader.generation(), state));
            return state;
        } catch (NotModifiedFailure e) {
            return last.map(one -> Relabelled.readAgain(one.state(), clock.instant()))
                    .orElseThrow(() -> e);
        } catch (StateFailure e) {
            throw e;
        } catch (DatabotException e) {
            throw GcsReadFailures.of(place, e);
        }
    }

    private StorageService storageFor(GcsObject place) {
        try {
            return storage.get();
        } catch (UnsupportedFailure e) {
            FailureDetails details = e.details();
            throw e.with(FailureDetails.of(details.operation(), place.toString(), details.reason(), details.remedy()));
        }
    }

    /** The content's length and generation come with it; what else the object is would be a request more. */
    private static ReadOption[] options(Optional<Kept> last) {
        return last.map(one ->
                        new ReadOption[] {ContentOnly.contentOnly(), Condition.ifGenerationNot(one.generation())})
                .orElseGet(() -> new ReadOption[] {ContentOnly.contentOnly()});
    }

    private byte[] content(GcsObject place, ObjectReader reader) {
        Refusals refusals = new Refusals(place.toString());
        long size = reader.end();
        if (size > maxBytes) {
            throw refusals.tooLarge(size, maxBytes);
        }
        byte[] bytes = new byte[(int) size];
        int filled = 0;
        while (filled < bytes.length) {
            int count = reader.read(bytes, filled, bytes.length - filled);
            if (count < 0) {
                throw refusals.truncated("the object ended before its length");
            }
            filled += count;
        }
        return bytes;
    }
}
