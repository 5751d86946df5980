package io.databot.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.storage.BucketName;
import io.databot.storage.Content;
import io.databot.storage.ListPage;
import io.databot.storage.ListRequest;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectRef;
import io.databot.storage.Options;
import io.databot.storage.Utf8;
import io.databot.storage.WriteOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a page costs, counted in comparisons of keys. */
class ListingCostTest {

    private static final BucketName BUCKET = BucketName.of("acme-data");
    private static final int SMALL = 2_000;
    private static final int LARGE = 20_000;
    private static final int PAGE = 50;
    private static final ListRequest ALL = ListRequest.of(BUCKET).withPageSize(PAGE);
    private static final Options NO_OPTIONS = Options.of(new WriteOption[0]);

    @Test
    void pageOfObjectsCostsTheSameHoweverManyThereAre() {
        assertCostsTheSame(ALL.withStartAfter("k-0100"));
    }

    @Test
    void pageBelowAPrefixCostsTheSameHoweverManyKeysThereAre() {
        assertCostsTheSame(ALL.withPrefix("k-01"));
    }

    @Test
    void pageOfCommonPrefixesCostsTheSameHoweverMuchTheyFold() {
        assertCostsTheSame(ALL.withDelimiter("/"));
    }

    @Test
    void pageOfGenerationsCostsTheSameHoweverManyKeysThereAre() {
        assertCostsTheSame(ALL.withVersions(ListRequest.Versions.ALL).withStartAfter("k-0100"));
    }

    private static void assertCostsTheSame(ListRequest request) {
        long few = comparisons(request, SMALL);
        long many = comparisons(request, LARGE);

        assertThat(many).as("%d keys against %d", LARGE, SMALL).isLessThan(2 * few + 200);
    }

    private static long comparisons(ListRequest request, int keys) {
        AtomicLong compared = new AtomicLong();
        MemoryBucket bucket =
                new MemoryBucket(BUCKET, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), new AtomicLong(), (a, b) -> {
                    compared.incrementAndGet();
                    return Utf8.compare(a, b);
                });
        Call put = Call.on(StorageOperation.PUT, BUCKET);
        Draft draft = Draft.of(put, new byte[0], NO_OPTIONS);
        for (int i = 0; i < keys; i++) {
            ObjectKey key = ObjectKey.of(String.format("k-%04d/%06d", i % 1000, i));
            bucket.publish(put, key, NO_OPTIONS, live -> draft);
        }
        compared.set(0);
        ListPage listed = Listing.page(Call.on(StorageOperation.LIST, BUCKET), bucket, request, new PageTokens("seal"));
        assertThat(listed.entries()).hasSize(PAGE);
        assertThat(listed.next()).isPresent();
        return compared.get();
    }

    @Test
    void pageOfDeletedObjectsEndsEarlyAndTheWalkGoesOn() {
        InMemoryStorage storage =
                InMemoryStorage.builder().versionedBucket(BUCKET.value()).build();
        for (int i = 0; i < 5_000; i++) {
            ObjectRef object = ObjectRef.of(BUCKET.value(), String.format("k-%06d", i));
            storage.put(object, Content.text(""));
            storage.delete(object);
        }
        storage.put(ObjectRef.of(BUCKET.value(), "last"), Content.text(""));

        ListRequest request = ListRequest.of(BUCKET);
        ListPage first = storage.list(request);
        assertThat(first.entries()).isEmpty();
        ListPage second = storage.list(request.withPageToken(first.next().orElseThrow()));
        assertThat(second.entries()).isEmpty();
        ListPage third = storage.list(request.withPageToken(second.next().orElseThrow()));
        assertThat(third.entries()).hasSize(1);
        assertThat(third.next()).isEmpty();
    }
}
