package io.databot.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.failure.ClosedFailure;
import io.databot.failure.ConditionFailedFailure;
import io.databot.failure.CorruptedFailure;
import io.databot.failure.InterruptedFailure;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.RangeNotSatisfiableFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.storage.AtGeneration;
import io.databot.storage.ByteRange;
import io.databot.storage.Condition;
import io.databot.storage.Content;
import io.databot.storage.ListPage;
import io.databot.storage.ListRequest;
import io.databot.storage.Md5;
import io.databot.storage.MetadataPatch;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectRef;
import io.databot.storage.ObjectWriter;
import io.databot.storage.SignRequest;
import io.databot.storage.StoredObject;
import io.databot.testkit.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryStorageTest {

    private static final ObjectRef OBJECT = ObjectRef.of("acme-test", "a.txt");
    private static final ObjectRef OTHER = ObjectRef.of("acme-test", "b.txt");
    private static final ObjectRef VERSIONED = ObjectRef.of("acme-versioned", "a.txt");

    private final TestClock clock = TestClock.fixed();
    private final InMemoryStorage storage = InMemoryStorage.builder()
            .clock(clock)
            .bucket("acme-test")
            .versionedBucket("acme-versioned")
            .build();

    @Test
    void timeIsTheClocks() {
        Instant first = clock.instant();
        StoredObject written = storage.put(OBJECT, Content.text("x"));
        clock.advance(Duration.ofHours(1));
        StoredObject updated = storage.update(OBJECT, MetadataPatch.none().set("a", "b"));

        assertThat(written.created()).isEqualTo(first);
        assertThat(updated.created()).isEqualTo(first);
        assertThat(updated.updated()).isEqualTo(clock.instant());
    }

    @Test
    void updatedStaysWhenTheClockGoesBack() {
        Instant first = clock.instant();
        storage.put(VERSIONED, Content.text("x"));
        clock.advance(Duration.ofHours(-5));

        assertThat(storage.put(VERSIONED, Content.text("y")).updated()).isEqualTo(first);
        assertThat(storage.update(VERSIONED, MetadataPatch.none()).updated()).isEqualTo(first);
        storage.delete(VERSIONED);
        assertThat(storage.put(VERSIONED, Content.text("z")).updated()).isEqualTo(first);
    }

    @Test
    void generationsLookLikeThoseOfTheCloudAndGrowOverTheWholeStore() {
        long first = storage.put(OBJECT, Content.text("x")).generation();
        long second = storage.put(OTHER, Content.text("x")).generation();

        assertThat(first).isGreaterThan(clock.millis() * 1000);
        assertThat(second).isGreaterThan(first);
    }

    @Test
    void copyShareNothingThatCouldChange() throws IOException {
        byte[] given = {1, 2, 3};
        byte[] other = {1, 2, 3};
        storage.put(OBJECT, contentOf(given));
        given[0] = 9;
        storage.copy(OBJECT, OTHER);
        byte[] read = bytes(OTHER);
        read[1] = 9;
        storage.put(OBJECT, Content.text("replaced"));

        assertThat(bytes(OTHER)).isEqualTo(other);
    }

    @Test
    void writerTakesTheBytesAsTheyWereGiven() throws IOException {
        byte[] buffer = {1, 2, 3};
        try (ObjectWriter writer = storage.writer(OBJECT)) {
            writer.write(buffer);
            buffer[0] = 9;
            writer.write(buffer, 1, 2);
            writer.commit();
        }
        assertThat(bytes(OBJECT)).containsExactly(1, 2, 3, 2, 3);
    }

    @Test
    void md5IsKeptWhereItWasGivenAndGoesWithACopyButNotIntoAComposedObject() {
        Md5 md5 = Md5.of("x".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(storage.put(OTHER, Content.text("x")).md5()).isEmpty();
        assertThat(storage.put(OBJECT, Content.text("x"), md5).md5()).contains(md5);
        assertThat(storage.copy(OBJECT, OTHER).md5()).contains(md5);
        assertThat(storage.compose(OTHER, List.of(OBJECT.key()), md5).md5()).isEmpty();
        assertThatThrownBy(() -> storage.compose(OTHER, List.of(OBJECT.key(), OBJECT.key()), md5))
                .isInstanceOf(CorruptedFailure.class)
                .hasMessageContaining("md5:");
    }

    @Test
    void signIsUnsupportedAndReachesNothing() {
        SignRequest request = SignRequest.of(OBJECT, SignRequest.Method.GET, Duration.ofMinutes(1));
        assertThatThrownBy(() -> storage.sign(request))
                .isInstanceOf(UnsupportedFailure.class)
                .hasMessageStartingWith("sign memory://acme-test/a.txt: ");
        assertThat(storage.faults().calls()).isZero();
    }

    @Test
    void failuresSayWhereAndWhatIsThere() {
        StoredObject written = storage.put(OBJECT, Content.text("x"));
        long wrong = written.generation() + 1;

        assertThatThrownBy(() -> storage.put(OBJECT, Content.text("y"), Condition.ifGeneration(wrong)))
                .isExactlyInstanceOf(ConditionFailedFailure.class)
                .hasMessage("put memory://acme-test/a.txt: it is of generation " + written.generation()
                        + ", the condition says " + wrong + ". Look at the object as it is now and decide anew.");
        assertThatThrownBy(() -> storage.reader(OBJECT, AtGeneration.of(wrong)))
                .hasMessageStartingWith("read memory://acme-test/a.txt: the object has no generation " + wrong);
        assertThatThrownBy(() -> storage.reader(OBJECT, ByteRange.from(2)))
                .isExactlyInstanceOf(RangeNotSatisfiableFailure.class)
                .hasMessageStartingWith("read memory://acme-test/a.txt: the range starts past the end");
    }

    @Test
    void pageTokenOfAnotherStoreOrAnotherListingIsRefused() {
        storage.put(OBJECT, Content.text("x"));
        storage.put(OTHER, Content.text("x"));
        ListRequest request = ListRequest.of(OBJECT.bucket()).withPageSize(1);
        ListPage page = storage.list(request);
        String token = page.next().orElseThrow();
        InMemoryStorage elsewhere =
                InMemoryStorage.builder().clock(clock).bucket("acme-test").build();

        assertThat(storage.list(request.withPageToken(token)).entries()).hasSize(1);
        assertThat(storage.another().list(request.withPageToken(token)).entries())
                .hasSize(1);
        for (ListRequest other : List.of(
                request.withPrefix("b"),
                request.withDelimiter("/"),
                request.withStartAfter("a"),
                request.withVersions(ListRequest.Versions.ALL),
                ListRequest.of(VERSIONED.bucket()))) {
            assertThatThrownBy(() -> storage.list(other.withPageToken(token)))
                    .isInstanceOf(InvalidRequestFailure.class);
        }
        assertThatThrownBy(() -> elsewhere.list(request.withPageToken(token)))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("the page token is not one that this store gave out");
    }

    @Test
    void prefixOfTheLastCharacterOfUnicodeIsWalkedOverToItsEnd() {
        String last = Character.toString(Character.MAX_CODE_POINT);
        for (String key : List.of(last + last + "a", last + last + "b", "z")) {
            storage.put(new ObjectRef(OBJECT.bucket(), ObjectKey.of(key)), Content.text("x"));
        }
        ListPage page = storage.list(ListRequest.of(OBJECT.bucket()).withDelimiter(last));

        assertThat(page.entries())
                .extracting(io.databot.storage.ListEntry::name)
                .containsExactly("z", last);
        assertThat(Listing.behind(last + last)).isEmpty();
        assertThat(Listing.behind("a\uD7FF")).contains("a\uE000");
        assertThat(Listing.behind("a/" + last)).contains("a0");
    }

    @Test
    void wrongDeclaredLengthCostsNoMemoryAndPublishesNothing() {
        Content huge = Content.stream(Long.MAX_VALUE, () -> new ByteArrayInputStream(new byte[5]));
        assertThatThrownBy(() -> storage.put(OBJECT, huge))
                .isInstanceOf(CorruptedFailure.class)
                .hasMessageContaining("the content gave 5 of the " + Long.MAX_VALUE + " bytes that it declares");
        Content small = Content.stream(2, () -> new ByteArrayInputStream(new byte[5]));
        assertThatThrownBy(() -> storage.put(OBJECT, small))
                .isInstanceOf(CorruptedFailure.class)
                .hasMessageContaining("the content gave more than the 2 bytes");
        assertThat(storage.find(OBJECT)).isEmpty();
    }

    @Test
    void interruptWhileTheContentIsReadIsKept() {
        Content interrupted = Content.stream(() -> {
            throw new InterruptedIOException("stopped");
        });
        assertThatThrownBy(() -> storage.put(OBJECT, interrupted)).isInstanceOf(InterruptedFailure.class);
        assertThat(Thread.interrupted()).as("the interrupt flag").isTrue();
    }

    @Test
    void readersAndWritersEndWithTheirStorage() throws IOException {
        storage.put(OBJECT, Content.text("x"));
        try (ObjectReader reader = storage.reader(OBJECT);
                ObjectWriter writer = storage.writer(OTHER)) {
            storage.close();
            assertThatThrownBy(reader::read).isInstanceOf(ClosedFailure.class);
            assertThatThrownBy(() -> writer.write(1)).isInstanceOf(ClosedFailure.class);
            assertThatThrownBy(writer::commit).isInstanceOf(ClosedFailure.class);
        }
        assertThat(storage.another().find(OTHER)).isEmpty();
    }

    @Test
    void copyOntoItselfReplacesMetadataAndKeepsTheContent() throws IOException {
        StoredObject before = storage.put(OBJECT, Content.text("x"), ObjectMetadata.ofType("text/plain"));
        StoredObject after = storage.copy(OBJECT, OBJECT, ObjectMetadata.ofType("text/csv"));

        assertThat(after.generation()).isGreaterThan(before.generation());
        assertThat(after.metadata().contentType()).contains("text/csv");
        assertThat(bytes(OBJECT)).asString().isEqualTo("x");
    }

    @Test
    void bucketOfTheCatalogCanTurnVersioningOnAndOff() {
        BucketCatalog.Kind[] kind = {BucketCatalog.Kind.VERSIONED};
        InMemoryStorage changing = InMemoryStorage.builder()
                .catalog(bucket -> java.util.Optional.of(kind[0]))
                .build();
        long first = changing.put(OBJECT, Content.text("1")).generation();
        long second = changing.put(OBJECT, Content.text("2")).generation();
        kind[0] = BucketCatalog.Kind.PLAIN;
        changing.put(OBJECT, Content.text("3"));

        assertThat(changing.find(OBJECT, AtGeneration.of(first)))
                .as("kept before")
                .isPresent();
        assertThat(changing.find(OBJECT, AtGeneration.of(second)))
                .as("overwritten since")
                .isEmpty();
    }

    private byte[] bytes(ObjectRef object) throws IOException {
        try (ObjectReader reader = storage.reader(object)) {
            return reader.readAllBytes();
        }
    }

    /** Content that gives its own array away, unlike {@link Content#of}. */
    private static Content contentOf(byte[] bytes) {
        return new Content() {
            @Override
            public java.util.OptionalLong length() {
                return java.util.OptionalLong.of(bytes.length);
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
