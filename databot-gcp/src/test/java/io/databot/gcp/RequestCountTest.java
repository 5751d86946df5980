package io.databot.gcp;

import static io.databot.gcp.server.Operation.BATCH;
import static io.databot.gcp.server.Operation.COMPOSE;
import static io.databot.gcp.server.Operation.DELETE;
import static io.databot.gcp.server.Operation.GET;
import static io.databot.gcp.server.Operation.INSERT;
import static io.databot.gcp.server.Operation.LIST;
import static io.databot.gcp.server.Operation.PATCH;
import static io.databot.gcp.server.Operation.READ;
import static io.databot.gcp.server.Operation.REWRITE;
import static io.databot.gcp.server.Operation.UPLOAD_CHUNK;
import static io.databot.gcp.server.Operation.UPLOAD_START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.failure.BucketNotFoundFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.storage.BucketName;
import io.databot.storage.ByteRange;
import io.databot.storage.Condition;
import io.databot.storage.Content;
import io.databot.storage.ContentOnly;
import io.databot.storage.Crc32c;
import io.databot.storage.ListRequest;
import io.databot.storage.MetadataPatch;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectRef;
import io.databot.storage.ObjectWriter;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each call makes as few requests as it can. */
class RequestCountTest extends Loopback {

    @Test
    void buildingAndClosingMakesNoRequest() {
        assertThat(requestsOf(() -> connect().build().close())).isEmpty();
    }

    @Test
    void putWithinTheLimitIsOneRequest() {
        assertThat(requestsOf(() -> put("a", "text"))).containsExactly(INSERT);
        assertThat(requestsOf(() -> put("empty", ""))).containsExactly(INSERT);
        assertThat(requestsOf(() -> storage.put(ref("b"), Content.of(random(CHUNK)), Condition.ifAbsent())))
                .containsExactly(INSERT);
    }

    @Test
    void putOfUnknownLengthWithinTheLimitIsOneRequest() {
        Content content = Content.stream(() -> new ByteArrayInputStream(random(CHUNK)));
        assertThat(requestsOf(() -> storage.put(ref("a"), content))).containsExactly(INSERT);
    }

    @Test
    void putOverTheLimitIsOneRequestToBeginAndOneForEachChunk() {
        assertThat(requestsOf(() -> storage.put(ref("a"), Content.of(random(2 * CHUNK + 1)))))
                .containsExactly(UPLOAD_START, UPLOAD_CHUNK, UPLOAD_CHUNK, UPLOAD_CHUNK);
    }

    @Test
    void writerIsOneRequestToBeginAndOneForEachChunk() {
        assertThat(requestsOf(() -> write(random(10)))).containsExactly(UPLOAD_START, UPLOAD_CHUNK);
        assertThat(requestsOf(() -> write(random(CHUNK + 1))))
                .containsExactly(UPLOAD_START, UPLOAD_CHUNK, UPLOAD_CHUNK);
    }

    @Test
    void writerThatIsClosedBeforeTheFirstChunkMakesNoRequestForContent() {
        assertThat(requestsOf(() -> {
                    try (ObjectWriter writer = storage.writer(ref("a"))) {
                        assertThat(writer).isNotNull();
                    }
                }))
                .isEmpty();
    }

    private void write(byte[] content) {
        try (ObjectWriter writer = storage.writer(ref("a"))) {
            writer.write(content);
            writer.commit();
        }
    }

    @Test
    void readingTheContentOnlyIsOneRequest() {
        put("a", "0123456789");
        assertThat(requestsOf(() -> bytes("a", ContentOnly.contentOnly()))).containsExactly(READ);
        assertThat(requestsOf(() -> bytes("a", ContentOnly.contentOnly(), ByteRange.of(3, 4))))
                .containsExactly(READ);
        assertThat(requestsOf(() -> bytes("a", ContentOnly.contentOnly(), ByteRange.last(3))))
                .containsExactly(READ);
    }

    @Test
    void readerOfContentOnlyKnowsGenerationAndWindowWithoutAnotherRequest() {
        long generation = put("a", "0123456789").generation();
        assertThat(requestsOf(() -> {
                    try (ObjectReader reader = storage.reader(ref("a"), ContentOnly.contentOnly())) {
                        assertThat(reader.generation()).isEqualTo(generation);
                        assertThat(reader.end()).isEqualTo(10);
                    }
                }))
                .containsExactly(READ);
    }

    @Test
    void readerThatKnowsItsObjectIsTwoRequests() {
        put("a", "0123456789");
        assertThat(requestsOf(() -> {
                    try (ObjectReader reader = storage.reader(ref("a"))) {
                        assertThat(reader.object().metadata().user()).isEmpty();
                        assertThat(reader.read()).isEqualTo('0');
                    }
                }))
                .containsExactly(READ, GET);
    }

    @Test
    void rangesThatHttpHasNoWordForAreOneRequest() {
        put("a", "0123456789");
        assertThat(requestsOf(() -> bytes("a", ByteRange.of(5, 0)))).containsExactly(GET);
        assertThat(requestsOf(() -> bytes("a", ByteRange.last(0)))).containsExactly(GET);
    }

    @Test
    void shortSkipsStayOnTheConnectionAndFarSeeksAreOneRequest() {
        storage.put(ref("a"), Content.of(random(8 * CHUNK)));
        assertThat(requestsOf(() -> {
                    try (ObjectReader reader = storage.reader(ref("a"), ContentOnly.contentOnly())) {
                        reader.read();
                        reader.skip(1000);
                        reader.read();
                        reader.seek(5 * CHUNK);
                        reader.seek(6 * CHUNK);
                        reader.read();
                    }
                }))
                .containsExactly(READ, READ);
    }

    @Test
    void findIsOneRequestWhetherThereIsAnObjectOrNot() {
        put("a", "text");
        assertThat(requestsOf(() -> assertThat(storage.find(ref("a"))).isPresent()))
                .containsExactly(GET);
        assertThat(requestsOf(() -> assertThat(storage.find(ref("missing"))).isEmpty()))
                .containsExactly(GET);
    }

    @Test
    void missingBucketIsToldByOneRequestMore() {
        BucketName missing = BucketName.of("missing-bucket");
        ObjectRef object = new ObjectRef(missing, ObjectKey.of("a"));
        assertThat(requestsOf(() ->
                        assertThatExceptionOfType(BucketNotFoundFailure.class).isThrownBy(() -> storage.find(object))))
                .containsExactly(GET, LIST);
        assertThat(requestsOf(() -> assertThatExceptionOfType(BucketNotFoundFailure.class)
                        .isThrownBy(() -> storage.delete(object))))
                .containsExactly(DELETE, LIST);
        assertThat(requestsOf(() -> assertThatExceptionOfType(BucketNotFoundFailure.class)
                        .isThrownBy(() -> storage.deleteAll(missing, List.of(ObjectKey.of("a"))))))
                .containsExactly(BATCH, LIST);
    }

    @Test
    void missingBucketIsToldWithoutAnotherRequestWhereTheServiceNamesIt() {
        BucketName missing = BucketName.of("missing-bucket");
        ObjectRef object = new ObjectRef(missing, ObjectKey.of("a"));
        assertThat(requestsOf(() -> assertThatExceptionOfType(BucketNotFoundFailure.class)
                        .isThrownBy(() -> storage.put(object, Content.text("text")))))
                .containsExactly(INSERT);
        assertThat(requestsOf(() -> assertThatExceptionOfType(BucketNotFoundFailure.class)
                        .isThrownBy(() -> storage.reader(object))))
                .containsExactly(READ);
    }

    @Test
    void firstAbsentObjectOfBucketIsTwoRequestsAndEachLaterOneIsOne() {
        assertThat(requestsOf(() -> storage.find(ref("missing")))).containsExactly(GET, LIST);
        assertThat(requestsOf(() -> storage.find(ref("missing")))).containsExactly(GET);
        assertThat(requestsOf(() -> storage.delete(ref("missing")))).containsExactly(DELETE);
    }

    @Test
    void bucketThatAnyCallHasFoundIsNotAskedFor() {
        storage.list(ListRequest.of(BUCKET));
        assertThat(requestsOf(() -> storage.find(ref("missing")))).containsExactly(GET);
    }

    @Test
    void missingObjectOfReaderIsOneRequest() {
        assertThat(requestsOf(() ->
                        assertThatExceptionOfType(NotFoundFailure.class).isThrownBy(() -> storage.reader(ref("a")))))
                .containsExactly(READ);
    }

    @Test
    void listIsOneRequestForEachPageAndAsksForNoMoreThanItShows() {
        put("a", "text");
        put("b/c", "text");
        ListRequest request = ListRequest.of(BUCKET).withDelimiter("/").withPageSize(10);
        assertThat(requestsOf(() -> assertThat(storage.list(request).entries()).hasSize(2)))
                .containsExactly(LIST);
        assertThat(only(LIST).parameter("fields"))
                .hasValueSatisfying(fields -> assertThat(fields)
                        .contains("nextPageToken", "prefixes", "items/size")
                        .doesNotContain("acl", "*"));
    }

    @Test
    void copyUpdateComposeDeleteAndProbeAreOneRequestEach() {
        put("a", "text");
        assertThat(requestsOf(() -> storage.copy(ref("a"), ref("b")))).containsExactly(REWRITE);
        assertThat(requestsOf(
                        () -> storage.update(ref("a"), MetadataPatch.none().set("k", "v"))))
                .containsExactly(PATCH);
        assertThat(requestsOf(() -> storage.compose(ref("c"), List.of(ObjectKey.of("a"), ObjectKey.of("b")))))
                .containsExactly(COMPOSE);
        assertThat(requestsOf(() -> storage.delete(ref("a")))).containsExactly(DELETE);
        assertThat(requestsOf(() -> storage.delete(ref("a")))).containsExactly(DELETE);
        assertThat(requestsOf(() -> storage.probe(BUCKET))).containsExactly(LIST);
    }

    @Test
    void composeWithChecksumLooksAtEachPart() {
        put("a", "te");
        put("b", "xt");
        assertThat(requestsOf(() -> storage.compose(
                        ref("c"),
                        List.of(ObjectKey.of("a"), ObjectKey.of("b")),
                        Crc32c.of("text".getBytes(java.nio.charset.StandardCharsets.UTF_8)))))
                .containsExactly(GET, GET, COMPOSE);
    }

    @Test
    void deleteAllIsOneRequestForEachHundredKeys() {
        put("a", "text");
        List<ObjectKey> keys =
                IntStream.range(0, 250).mapToObj(i -> ObjectKey.of("k" + i)).toList();
        assertThat(requestsOf(() -> storage.deleteAll(BUCKET, keys.subList(0, 100))))
                .containsExactly(BATCH);
        assertThat(requestsOf(() -> storage.deleteAll(BUCKET, keys))).containsExactly(BATCH, BATCH, BATCH);
        assertThat(server.countInBatches(DELETE)).isEqualTo(250);
        assertThat(requestsOf(() -> storage.deleteAll(BUCKET, Collections.nCopies(300, ObjectKey.of("k")))))
                .containsExactly(BATCH);
    }
}
