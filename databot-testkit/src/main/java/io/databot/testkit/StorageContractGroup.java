package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.databot.failure.UnsupportedFailure;
import io.databot.storage.BucketName;
import io.databot.storage.Content;
import io.databot.storage.ListEntry;
import io.databot.storage.ListPage;
import io.databot.storage.ListRequest;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectRef;
import io.databot.storage.ReadOption;
import io.databot.storage.StorageFeature;
import io.databot.storage.StorageService;
import io.databot.storage.StoredObject;
import io.databot.storage.WriteOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the groups of the storage contract share: a harness for each case, and short words for common steps. */
abstract class StorageContractGroup {

    private static final int WRITERS = 8;

    private final Deque<StorageService> services = new ArrayDeque<>();

    StorageHarness harness;
    StorageService storage;
    BucketName bucket;

    abstract StorageHarness open();

    @BeforeEach
    void openHarness() {
        harness = open();
        storage = closedLater(harness.storage());
        bucket = harness.bucket();
    }

    @AfterEach
    void closeHarness() {
        try (StorageHarness closing = harness) {
            assertThat(closing).isSameAs(harness);
            services.forEach(StorageService::close);
        }
    }

    /** A second service over the same buckets. */
    final StorageService anotherService() {
        return closedLater(harness.storage());
    }

    final StorageService closedLater(StorageService service) {
        services.push(service);
        return service;
    }

    /** A service that only some harnesses have; the case is aborted if this one has not. */
    final StorageService orAbort(Optional<StorageService> service, String what) {
        if (service.isEmpty()) {
            abort("the harness has no service " + what);
        }
        return closedLater(service.get());
    }

    final void inject(StorageFault fault) {
        assumeTrue(harness.inject(fault), () -> "the harness cannot inject " + fault);
    }

    final boolean has(StorageFeature feature) {
        return storage.features().contains(feature);
    }

    /** The versioned bucket; the case is aborted if the harness has none. */
    final BucketName versionedBucket() {
        Optional<BucketName> versioned = harness.versionedBucket();
        if (versioned.isEmpty()) {
            abort("the harness has no bucket with versioning");
        }
        return versioned.get();
    }

    /** The call must be refused as unsupported, and nothing may reach the store. */
    final void assertUnsupported(ThrowingCallable call) {
        withoutRequest(() -> Failures.expect(UnsupportedFailure.class, "a call of an undeclared feature", call));
    }

    /** Nothing of this may reach the store, as far as the harness counts. */
    final void withoutRequest(Runnable steps) {
        OptionalLong before = harness.requests();
        steps.run();
        assertThat(harness.requests()).as("requests that reached the store").isEqualTo(before);
    }

    final ObjectRef ref(String key) {
        return new ObjectRef(bucket, ObjectKey.of(key));
    }

    final StoredObject put(String key, String text, WriteOption... options) {
        return storage.put(ref(key), Content.text(text), options);
    }

    /** Puts many small objects, several at a time. */
    final void putAll(Collection<String> keys) {
        List<String> all = List.copyOf(keys);
        Together.run(WRITERS, number -> {
            for (int i = number; i < all.size(); i += WRITERS) {
                put(all.get(i), "x");
            }
            return number;
        });
    }

    final byte[] bytes(ObjectRef object, ReadOption... options) {
        try (ObjectReader reader = storage.reader(object, options)) {
            return reader.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a reader throws failures of Databot, not IOException", e);
        }
    }

    final String text(ObjectRef object, ReadOption... options) {
        return new String(bytes(object, options), StandardCharsets.UTF_8);
    }

    /** The object as it is now; it must exist. */
    final StoredObject find(ObjectRef object) {
        Optional<StoredObject> found = storage.find(object);
        assertThat(found).as("object %s", object).isPresent();
        return found.orElseThrow();
    }

    /** Everything that must not have changed when a call was refused. */
    final void assertUntouched(StoredObject before, byte[] content) {
        assertThat(storage.find(before.ref())).as("the object is as it was").contains(before);
        assertThat(bytes(before.ref())).as("the content is as it was").isEqualTo(content);
    }

    final void assertAbsent(ObjectRef object) {
        assertThat(storage.find(object)).as("object %s", object).isEmpty();
        assertThat(names(ListRequest.of(object.bucket()).withPrefix(object.key().value())))
                .as("listing")
                .doesNotContain(object.key().value());
    }

    /** All entries of all pages. */
    final List<ListEntry> entries(ListRequest request) {
        List<ListEntry> entries = new ArrayList<>();
        Optional<ListRequest> next = Optional.of(request);
        while (next.isPresent()) {
            ListPage page = storage.list(next.get());
            assertThat(page.entries()).as("entries of one page").hasSizeLessThanOrEqualTo(request.pageSize());
            entries.addAll(page.entries());
            next = page.next().map(request::withPageToken);
        }
        return entries;
    }

    final List<String> names(ListRequest request) {
        return entries(request).stream().map(ListEntry::name).toList();
    }
}
