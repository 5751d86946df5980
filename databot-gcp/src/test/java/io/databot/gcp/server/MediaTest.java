package io.databot.gcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTest extends ServerFixture {
    private static final String DIGITS = "/download/storage/v1/b/box/o/digits?alt=media";

    @BeforeEach
    void storeDigits() {
        client.put("box", "digits", "0123456789");
    }

    @Test
    void wholeObjectComesWithItsDescription() {
        RawClient.Answer answer = client.get(DIGITS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("0123456789");
        assertThat(answer.header("x-goog-generation")).isEqualTo("1767323045678000");
        assertThat(answer.header("x-goog-metageneration")).isEqualTo("1");
        assertThat(answer.header("x-goog-hash")).isEqualTo("crc32c=KAwGng==,md5=eB5eJF1ptWaXm4bijSPyxw==");
        assertThat(answer.header("x-goog-stored-content-length")).isEqualTo("10");
        assertThat(answer.header("x-goog-stored-content-encoding")).isEqualTo("identity");
        assertThat(answer.header("x-goog-storage-class")).isEqualTo("STANDARD");
        assertThat(answer.header("last-modified")).isEqualTo("Fri, 02 Jan 2026 03:04:05 GMT");
    }

    @Test
    void bothMediaAddressesServeTheBytes() {
        assertThat(client.get("/storage/v1/b/box/o/digits?alt=media").text()).isEqualTo("0123456789");
    }

    @ParameterizedTest
    @CsvSource({
        "0-0,0,bytes 0-0/10",
        "2-4,234,bytes 2-4/10",
        "7-,789,bytes 7-9/10",
        "7-99999999999999999999,789,bytes 7-9/10",
        "-3,789,bytes 7-9/10",
        "-99,0123456789,bytes 0-9/10"
    })
    void rangeIsServedInPart(String range, String expected, String contentRange) {
        RawClient.Answer answer = client.get(DIGITS, "Range", "bytes=" + range);

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.text()).isEqualTo(expected);
        assertThat(answer.header("content-range")).isEqualTo(contentRange);
        assertThat(answer.header("x-goog-hash")).contains("crc32c=KAwGng==");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0"})
    void rangePastTheEndIsNotSatisfiable(String range) {
        assertThat(client.get(DIGITS, "Range", range).status()).isEqualTo(416);
    }

    @Test
    void emptyObjectHasNoSatisfiableRange() {
        client.put("box", "empty", "");

        assertThat(client.get("/download/storage/v1/b/box/o/empty?alt=media").bytes())
                .isEmpty();
        assertThat(client.get("/download/storage/v1/b/box/o/empty?alt=media", "Range", "bytes=0-")
                        .status())
                .isEqualTo(416);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=4-2", "bytes=a-b", "lines=1-2", "bytes=0-1,3-4", "bytes=-"})
    void rangeThatMeansNothingIsIgnored(String range) {
        RawClient.Answer answer = client.get(DIGITS, "Range", range);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("0123456789");
    }

    @Test
    void refusalOfMediaIsPlainText() {
        RawClient.Answer noObject = client.get("/download/storage/v1/b/box/o/none?alt=media");
        RawClient.Answer noBucket = client.get("/download/storage/v1/b/nowhere/o/none?alt=media");

        assertThat(noObject.status()).isEqualTo(404);
        assertThat(noObject.text()).isEqualTo("No such object: box/none");
        assertThat(noObject.header("content-type")).startsWith("text/html");
        assertThat(noBucket.text()).isEqualTo("The specified bucket does not exist.");
    }

    @Test
    void olderGenerationIsServedOnRequest() {
        String first = client.put("vault", "v", "one").field("generation");
        client.put("vault", "v", "two");

        String address = "/download/storage/v1/b/vault/o/v?alt=media";
        assertThat(client.get(address).text()).isEqualTo("two");
        assertThat(client.get(address + "&generation=" + first).text()).isEqualTo("one");
        assertThat(client.get(address + "&generation=7").status()).isEqualTo(404);
    }

    @Test
    void metadataTravelsInHeaders() {
        client.patch(
                RawClient.at("box", "digits"),
                "{\"contentType\":\"text/plain\",\"cacheControl\":\"no-cache\",\"contentLanguage\":\"de\","
                        + "\"contentDisposition\":\"attachment\"}");

        RawClient.Answer answer = client.get(DIGITS);

        assertThat(answer.header("content-type")).isEqualTo("text/plain");
        assertThat(answer.header("cache-control")).isEqualTo("no-cache");
        assertThat(answer.header("content-language")).isEqualTo("de");
        assertThat(answer.header("content-disposition")).isEqualTo("attachment");
        assertThat(answer.header("x-goog-metageneration")).isEqualTo("2");
    }

    @Test
    void zippedObjectIsServedAsStoredToWhoTakesGzip() throws IOException {
        storeZipped("zip zip zip");

        RawClient.Answer answer = client.get("/storage/v1/b/box/o/z?alt=media", "Accept-Encoding", "gzip");

        assertThat(answer.bytes()).isEqualTo(gzip("zip zip zip"));
        assertThat(answer.header("content-encoding")).isEqualTo("gzip");
        assertThat(answer.header("x-goog-stored-content-encoding")).isEqualTo("gzip");
    }

    @Test
    void zippedObjectIsUnzippedWholeForOthers() throws IOException {
        storeZipped("zip zip zip");

        RawClient.Answer answer = client.get("/storage/v1/b/box/o/z?alt=media", "Range", "bytes=0-2");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("zip zip zip");
        assertThat(answer.header("content-encoding")).isEmpty();
    }

    @Test
    void noTransformKeepsAnObjectZipped() throws IOException {
        storeZipped("zip zip zip");
        client.patch(RawClient.at("box", "z"), "{\"cacheControl\":\"no-transform\"}");

        assertThat(client.get("/storage/v1/b/box/o/z?alt=media").bytes()).isEqualTo(gzip("zip zip zip"));
    }

    private void storeZipped(String text) throws IOException {
        String target = "/upload/storage/v1/b/box/o?uploadType=media&name=z&contentEncoding=gzip";
        client.send("POST", target, gzip(text));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(RawClient.utf8(text));
        }
        return zipped.toByteArray();
    }
}
