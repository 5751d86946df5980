package io.databot.gcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest extends ServerFixture {
    private static final String MULTIPART = "/upload/storage/v1/b/box/o?uploadType=multipart";
    private static final String HELLO_CRC32C = "mnG7TA==";
    private static final String HELLO_MD5 = "XUFAKrxLKna5cZ2REBfFkg==";

    @Test
    void mediaUploadAnswersWithTheWholeResource() {
        RawClient.Answer answer = client.put("box", "dir/hello", "hello");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("name")).isEqualTo("dir/hello");
        assertThat(answer.field("bucket")).isEqualTo("box");
        assertThat(answer.field("size")).isEqualTo("5");
        assertThat(answer.field("crc32c")).isEqualTo(HELLO_CRC32C);
        assertThat(answer.field("md5Hash")).isEqualTo(HELLO_MD5);
        assertThat(answer.field("generation")).isEqualTo("1767323045678000");
        assertThat(answer.field("metageneration")).isEqualTo("1");
        assertThat(answer.field("timeCreated")).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(answer.field("updated")).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(answer.field("etag")).isNotEmpty();
        assertThat(answer.field("storageClass")).isEqualTo("STANDARD");
    }

    @Test
    void generationsGrowThoughTheClockStands() {
        long first = Long.parseLong(client.put("box", "a", "1").field("generation"));
        long second = Long.parseLong(client.put("box", "a", "2").field("generation"));

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void multipartUploadKeepsMetadataAndBytes() {
        String json = "{\"name\":\"m\",\"contentType\":\"text/plain\",\"metadata\":{\"k\":\"v\"}}";

        RawClient.Answer answer = multipart("\r\n", json, "--not a boundary\r\n\r\n--");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("contentType")).isEqualTo("text/plain");
        assertThat(answer.json().at("/metadata/k").asText()).isEqualTo("v");
        assertThat(server.content("box", "m")).hasValue(RawClient.utf8("--not a boundary\r\n\r\n--"));
    }

    @Test
    void multipartUploadWithBareLineFeedsKeepsATrailingCarriageReturn() {
        multipart("\n", "{\"name\":\"m\"}", "ends in\r");

        assertThat(server.content("box", "m")).hasValue(RawClient.utf8("ends in\r"));
    }

    @Test
    void multipartUploadMayBeEmpty() {
        assertThat(multipart("\r\n", "{\"name\":\"m\"}", "").field("size")).isEqualTo("0");
    }

    @Test
    void typeOfThePartIsTheDefault() {
        assertThat(multipart("\r\n", "{\"name\":\"m\"}", "x").field("contentType"))
                .isEqualTo("application/x-part");
    }

    @Test
    void objectWithoutTypeIsServedAsOctetStream() {
        RawClient.Answer stored = client.put("box", "a", "x");

        assertThat(stored.json().has("contentType")).isFalse();
        assertThat(client.get(RawClient.at("box", "a") + "?alt=media").header("content-type"))
                .isEqualTo("application/octet-stream");
    }

    @Test
    void gzippedRequestIsStoredUnzipped() throws IOException {
        String target = "/upload/storage/v1/b/box/o?uploadType=media&name=z";

        RawClient.Answer answer = client.send("POST", target, gzip("hello"), "Content-Encoding", "gzip");

        assertThat(answer.field("crc32c")).isEqualTo(HELLO_CRC32C);
        assertThat(answer.json().has("contentEncoding")).isFalse();
        assertThat(server.requests().get(0).bodySize()).isEqualTo(gzip("hello").length);
    }

    @Test
    void encodingParameterKeepsTheBytesZipped() throws IOException {
        String target = "/upload/storage/v1/b/box/o?uploadType=media&name=z&contentEncoding=gzip";

        RawClient.Answer answer = client.send("POST", target, gzip("hello"));

        assertThat(answer.field("contentEncoding")).isEqualTo("gzip");
        assertThat(server.content("box", "z")).hasValue(gzip("hello"));
    }

    @Test
    void rightChecksumsAreAccepted() {
        String json = "{\"name\":\"m\",\"crc32c\":\"%s\",\"md5Hash\":\"%s\"}".formatted(HELLO_CRC32C, HELLO_MD5);

        assertThat(multipart("\r\n", json, "hello").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"crc32c", "md5Hash"})
    void wrongChecksumInTheMetadataPublishesNothing(String field) {
        client.put("box", "m", "old");

        RawClient.Answer answer = multipart("\r\n", "{\"name\":\"m\",\"%s\":\"AAAAAA==\"}".formatted(field), "hello");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).isEqualTo("invalid");
        assertThat(answer.message()).contains("doesn't match calculated");
        assertThat(server.content("box", "m")).hasValue(RawClient.utf8("old"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"crc32c=AAAAAA==", "crc32c=mnG7TA==,md5=AAAA"})
    void wrongChecksumInTheHeaderPublishesNothing(String header) {
        String target = "/upload/storage/v1/b/box/o?uploadType=media&name=m";

        RawClient.Answer answer = client.send("POST", target, RawClient.utf8("hello"), "x-goog-hash", header);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(server.content("box", "m")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\rb", "a\nb", ".", "..", ".well-known/acme-challenge/x"})
    void forbiddenNamesAreRefused(String name) {
        assertThat(client.put("box", name, "x").status()).isEqualTo(400);
    }

    @Test
    void namesOfUpTo1024BytesAreTaken() {
        assertThat(client.put("box", "ü".repeat(512), "x").status()).isEqualTo(200);
        assertThat(client.put("box", "ü".repeat(512) + "a", "x").status()).isEqualTo(400);
        assertThat(client.put("box", "", "x").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a//b", "/a", "a/../b", "\\", "100%+ #?&*[]\"'", "😀/é", "\u0000\u001f\u007f", "compose"})
    void oddNamesComeBackAsWritten(String name) {
        client.put("box", name, "content of " + name);

        assertThat(client.get(RawClient.at("box", name)).field("name")).isEqualTo(name);
        assertThat(client.get("/storage/v1/b/box/o").json().at("/items/0/name").asText())
                .isEqualTo(name);
        assertThat(client.get("/download" + RawClient.at("box", name) + "?alt=media")
                        .text())
                .isEqualTo("content of " + name);
    }

    @Test
    void uploadToAMissingBucketIsRefused() {
        assertThat(client.put("nowhere", "a", "x").message()).isEqualTo("The specified bucket does not exist.");
    }

    @Test
    void tooMuchMetadataIsRefused() {
        String json = "{\"name\":\"m\",\"metadata\":{\"k\":\"%s\"}}".formatted("v".repeat(8192));

        assertThat(multipart("\r\n", json, "x").status()).isEqualTo(400);
    }

    @Test
    void malformedMetadataIsRefused() {
        assertThat(multipart("\r\n", "{\"name\":", "x").reason()).isEqualTo("parseError");
    }

    private RawClient.Answer multipart(String lineEnd, String json, String content) {
        String body = String.join(
                lineEnd,
                "--=-edge",
                "Content-Type: application/json; charset=UTF-8",
                "",
                json,
                "--=-edge",
                "Content-Type: application/x-part",
                "",
                content,
                "--=-edge--",
                "");
        return client.send(
                "POST", MULTIPART, RawClient.utf8(body), "Content-Type", "multipart/related; boundary=\"=-edge\"");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(RawClient.utf8(text));
        }
        return zipped.toByteArray();
    }
}
