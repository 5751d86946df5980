package io.databot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.failure.ConditionFailedFailure;
import io.databot.failure.CorruptedFailure;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.storage.BucketName;
import io.databot.storage.ByteRange;
import io.databot.storage.Content;
import io.databot.storage.DeleteReport;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.StoredObject;
import io.databot.storage.Timeout;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketTest {

    private SortedStorage storage = new SortedStorage();
    private Bucket bucket = bucketOf(storage);

    private static Bucket bucketOf(SortedStorage storage) {
        return Bucket.of(storage, BucketName.of("acme-dev"));
    }

    private void pagesOf(int size, int objects) {
        storage = new SortedStorage(size);
        bucket = bucketOf(storage);
        for (int i = 0; i < objects; i++) {
            bucket.putBytes("logs/%04d".formatted(i), new byte[0]);
        }
    }

    private static String typeOf(StoredObject object) {
        return object.metadata().contentType().orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "a.csv, text/csv",
        "a.b.JSON, application/json",
        "x/y.parquet, application/vnd.apache.parquet",
        "photo.png, image/png",
        ".json, application/json",
        "json, none",
        "data/csv, none",
        "a.csv/part, none",
        "v1.csv/, none",
        "a., none",
        "a.unheard-of, none",
    })
    void theContentTypeIsGuessedFromTheEndingOfTheName(String key, String type) {
        assertThat(typeOf(bucket.put(key, Content.of(new byte[] {1})))).isEqualTo(type);
    }

    @Test
    void theContentTypeIsGuessedFromTheFirstBytesWhenTheNameSaysNothing() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

        assertThat(typeOf(bucket.putBytes("photo", png))).isEqualTo("image/png");
        assertThat(typeOf(bucket.putBytes("photo.csv", png))).isEqualTo("text/csv");
        assertThat(typeOf(bucket.putBytes("empty", new byte[0]))).isEqualTo("none");
    }

    @Test
    void anExplicitContentTypeStays() {
        ObjectMetadata explicit = ObjectMetadata.ofType("application/x-own");

        assertThat(typeOf(bucket.putBytes("a.csv", new byte[0], explicit))).isEqualTo("application/x-own");
        assertThat(typeOf(bucket.putText("a.csv", "", explicit))).isEqualTo("application/x-own");
        assertThat(typeOf(bucket.putJson("a.csv", List.of(), explicit))).isEqualTo("application/x-own");
    }

    @Test
    void guessingKeepsTheOtherMetadataAndOptions() {
        ObjectMetadata metadata = ObjectMetadata.none().with("owner", "me").withCacheControl("no-store");

        StoredObject stored = bucket.putText("a.csv", "x", metadata, Timeout.of(Duration.ofSeconds(5)));

        assertThat(stored.metadata()).isEqualTo(metadata.withContentType("text/csv"));
    }

    @Test
    void textAndJsonHaveTheirOwnDefaultTypes() {
        assertThat(typeOf(bucket.putText("a", "x"))).isEqualTo("text/plain; charset=utf-8");
        assertThat(typeOf(bucket.putJson("a", Map.of()))).isEqualTo("application/json");
        assertThat(typeOf(bucket.putText("a.md", "x"))).isEqualTo("text/markdown");
    }

    @Test
    void textIsUtf8() {
        bucket.putText("a", "Grüße 🎈");

        assertThat(bucket.text("a")).isEqualTo("Grüße 🎈");
        assertThat(bucket.bytes("a")).isEqualTo("Grüße 🎈".getBytes(UTF_8));
    }

    @Test
    void rangesOfBytesAndText() {
        bucket.putText("a", "0123456789");

        assertThat(bucket.text("a", ByteRange.of(2, 3))).isEqualTo("234");
        assertThat(bucket.text("a", ByteRange.from(8))).isEqualTo("89");
        assertThat(bucket.text("a", ByteRange.last(4))).isEqualTo("6789");
        assertThat(bucket.bytes("a", ByteRange.of(10, 5))).isEmpty();
        assertThat(bucket.bytes("a", ByteRange.of(8, 100))).hasSize(2);
    }

    @Test
    void aReadThatEndsTooSoonIsCorruptionNotLessContent() {
        bucket.putText("a", "0123456789");
        storage.endsAfter = 4;

        assertThatThrownBy(() -> bucket.bytes("a"))
                .isInstanceOf(CorruptedFailure.class)
                .hasMessage("read acme-dev/a: it ended after 4 of 10 bytes. Read it again.");
    }

    record Point(int x, List<String> names) {}

    @Test
    void jsonComesBackAsItWas() {
        Point point = new Point(7, List.of("a", "ü"));

        bucket.putJson("p.json", point);

        assertThat(bucket.json("p.json", Point.class)).isEqualTo(point);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[1]", "{\"x\":\"hunter2\"}", "{\"x\":1} trailing", "{\"y\":1}"})
    void whatIsNotJsonOfTheTypeIsCorrupted(String text) {
        bucket.putText("p.json", text);

        assertThatThrownBy(() -> bucket.json("p.json", Point.class))
                .isInstanceOf(CorruptedFailure.class)
                .hasMessage("read JSON acme-dev/p.json: the content is not JSON that fits " + Point.class.getName()
                        + ". Look at the object, or read it as text.")
                .hasCauseInstanceOf(java.io.IOException.class);
    }

    @Test
    void whatJacksonCannotWriteIsRefusedAndNothingIsStored() {
        assertThatThrownBy(() -> bucket.putJson("p.json", new Object()))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("write JSON java.lang.Object");
        assertThat(bucket.contains("p.json")).isFalse();
    }

    @Test
    void takingTenOfManyAsksForOnePage() {
        pagesOf(100, 1000);

        assertThat(bucket.list().stream().limit(10)).hasSize(10);
        assertThat(storage.listRequests).isEqualTo(1);
    }

    @Test
    void makingAListingAsksForNothing() {
        pagesOf(100, 1);

        Iterator<StoredObject> iterator = bucket.list().iterator();
        Stream<StoredObject> stream = bucket.list().stream().filter(object -> object.size() > 0);

        assertThat((Object) iterator).isNotNull();
        assertThat((Object) stream).isNotNull();
        assertThat(storage.listRequests).isZero();
    }

    @Test
    void leavingAListingEarlyAsksForNoFurtherPage() {
        pagesOf(10, 100);

        for (StoredObject object : bucket.list("logs/")) {
            if (object.name().equals("logs/0014")) {
                break;
            }
        }

        assertThat(storage.listRequests).isEqualTo(2);
    }

    @Test
    void aListingUsedTwiceBeginsAnew() {
        pagesOf(2, 5);
        Listing<StoredObject> listing = bucket.list();

        assertThat(listing).extracting(StoredObject::name).hasSize(5);
        bucket.delete("logs/0000");
        assertThat(listing.stream().map(StoredObject::name))
                .containsExactly("logs/0001", "logs/0002", "logs/0003", "logs/0004");
    }

    @Test
    void aListingEndsWithTheJdksOwnException() {
        Iterator<StoredObject> empty = bucket.list().iterator();

        assertThat(empty.hasNext()).isFalse();
        assertThatThrownBy(empty::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aPrefixIsATextNotADirectory() {
        bucket.putText("logs", "");
        bucket.putText("logs/a", "");
        bucket.putText("logs-old/a", "");

        assertThat(bucket.list("logs")).hasSize(3);
        assertThat(bucket.list("logs/")).extracting(StoredObject::name).containsExactly("logs/a");
    }

    @Test
    void deletingAPrefixGoesOverAllPagesAndSparesSiblings() {
        pagesOf(1000, 2500);
        bucket.putText("logs-old/a", "");
        bucket.putText("logs", "");

        DeleteReport report = bucket.deletePrefix("logs/");

        assertThat(report.deleted()).hasSize(2500);
        assertThat(report.complete()).isTrue();
        assertThat(storage.deleteBatches).containsExactly(1000, 1000, 500);
        assertThat(bucket.list()).extracting(StoredObject::name).containsExactly("logs", "logs-old/a");
    }

    @Test
    void deletingAPrefixThatNothingHasSendsNoDelete() {
        assertThat(bucket.deletePrefix("none/").deleted()).isEmpty();
        assertThat(storage.deleteBatches).isEmpty();
    }

    @Test
    void deletingTheEmptyPrefixIsRefusedAndTheRightCallNamed() {
        bucket.putText("a", "");

        assertThatThrownBy(() -> bucket.deletePrefix(""))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("deleteEverything()");
        assertThat(bucket.contains("a")).isTrue();
        assertThat(bucket.deleteEverything().deleted()).hasSize(1);
        assertThat(bucket.contains("a")).isFalse();
    }

    @Test
    void deletingManyReportsWhatWasAbsent() {
        bucket.putText("a", "");

        DeleteReport report = bucket.deleteAll(List.of("a", "b"));

        assertThat(report.deleted()).extracting(key -> key.value()).containsExactly("a");
        assertThat(report.absent()).extracting(key -> key.value()).containsExactly("b");
    }

    @Test
    void movingLeavesOnlyTheTarget() {
        bucket.putText("a", "x", ObjectMetadata.none().with("owner", "me"));

        StoredObject moved = bucket.move("a", "b");

        assertThat(moved.name()).isEqualTo("b");
        assertThat(moved.metadata().user()).containsEntry("owner", "me");
        assertThat(bucket.text("b")).isEqualTo("x");
        assertThat(bucket.contains("a")).isFalse();
    }

    @Test
    void movingOntoItselfChangesNothing() {
        StoredObject before = bucket.putText("a", "x");

        assertThat(bucket.move("a", "a")).isEqualTo(before);
        assertThat(bucket.find("a")).contains(before);
    }

    @Test
    void movingWhatIsNotThereNamesIt() {
        assertThatThrownBy(() -> bucket.move("a", "b"))
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining("move acme-dev/a");
    }

    @Test
    void aSourceThatIsOverwrittenDuringTheMoveStays() {
        bucket.putText("a", "old");
        storage.afterCopy = () -> bucket.putText("a", "new");

        assertThatThrownBy(() -> bucket.move("a", "b")).isInstanceOf(ConditionFailedFailure.class);
        assertThat(bucket.text("a")).isEqualTo("new");
        assertThat(bucket.text("b")).isEqualTo("old");
    }

    @Test
    void copyingIntoAnotherBucketNamesThatBucket() {
        bucket.putText("a", "x");
        Bucket other = Bucket.of(storage, BucketName.of("acme-archive"));

        assertThat(bucket.copy("a", other, "b").ref().toString()).isEqualTo("acme-archive/b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a\nb"})
    void illFormedKeysAreRefused(String key) {
        assertThatThrownBy(() -> bucket.putText(key, "x")).isInstanceOf(InvalidRequestFailure.class);
        assertThatThrownBy(() -> bucket.bytes(key)).isInstanceOf(InvalidRequestFailure.class);
        assertThat(storage.readRequests).isZero();
    }
}
