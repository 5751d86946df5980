package io.databot.gcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResumableUploadTest extends ServerFixture {
    private static final int CHUNK = 256 * 1024;
    private static final byte[] CONTENT = content(2 * CHUNK + 10);

    @Test
    void chunksBecomeOneObjectAfterTheLast() {
        String session = start("");

        RawClient.Answer first = put(session, 0, CHUNK, "*");
        assertThat(first.status()).isEqualTo(308);
        assertThat(first.header("range")).isEqualTo("bytes=0-262143");
        put(session, CHUNK, 2 * CHUNK, "*");
        assertThat(server.content("box", "r")).isEmpty();
        RawClient.Answer last = put(session, 2 * CHUNK, CONTENT.length, Integer.toString(CONTENT.length));

        assertThat(last.status()).isEqualTo(200);
        assertThat(last.field("size")).isEqualTo(Integer.toString(CONTENT.length));
        assertThat(last.field("contentType")).isEqualTo("text/x");
        assertThat(server.content("box", "r")).hasValue(CONTENT);
    }

    @Test
    void wholeObjectMayComeWithoutARange() {
        RawClient.Answer answer = client.send("PUT", start(""), CONTENT);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(server.content("box", "r")).hasValue(CONTENT);
    }

    @Test
    void statusTellsWhatHasArrived() {
        String session = start("");

        assertThat(status(session, "*").header("range")).isEmpty();
        put(session, 0, CHUNK, "*");

        assertThat(status(session, "*").status()).isEqualTo(308);
        assertThat(status(session, "*").header("range")).isEqualTo("bytes=0-262143");
        assertThat(status(session, Integer.toString(CONTENT.length)).status()).isEqualTo(308);
    }

    @Test
    void emptyObjectIsFinishedWithoutBytes() {
        RawClient.Answer answer = status(start(""), "0");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("size")).isEqualTo("0");
    }

    @Test
    void finishedSessionAnswersAgainAndAgain() {
        String session = start("");
        RawClient.Answer finished = put(session, 0, CONTENT.length, Integer.toString(CONTENT.length));

        assertThat(status(session, "*").text()).isEqualTo(finished.text());
        assertThat(put(session, 0, CONTENT.length, "*").text()).isEqualTo(finished.text());
    }

    @Test
    void unevenChunkIsKeptUpToAMultipleOf256KiB() {
        assertThat(put(start(""), 0, CHUNK + 7, "*").header("range")).isEqualTo("bytes=0-262143");
    }

    @Test
    void limitedServerKeepsAPartOfAChunkAndSaysSo() {
        server.limitChunksTo(CHUNK);
        String session = start("");

        RawClient.Answer first = put(session, 0, CONTENT.length, Integer.toString(CONTENT.length));
        assertThat(first.status()).isEqualTo(308);
        assertThat(first.header("range")).isEqualTo("bytes=0-262143");
        put(session, CHUNK, CONTENT.length, Integer.toString(CONTENT.length));
        put(session, 2 * CHUNK, CONTENT.length, Integer.toString(CONTENT.length));

        assertThat(server.content("box", "r")).hasValue(CONTENT);
    }

    @Test
    void bytesSentTwiceCountOnce() {
        String session = start("");
        put(session, 0, CHUNK, "*");

        put(session, 0, 2 * CHUNK, "*");
        put(session, 2 * CHUNK, CONTENT.length, Integer.toString(CONTENT.length));

        assertThat(server.content("box", "r")).hasValue(CONTENT);
    }

    @Test
    void gapIsRefusedAndTheSessionStaysOpen() {
        String session = start("");

        RawClient.Answer gap = put(session, CHUNK, 2 * CHUNK, "*");

        assertThat(gap.status()).isEqualTo(503);
        assertThat(gap.text()).contains("upload offset is 262144 byte(s)", "already uploaded size of 0 byte(s)");
        assertThat(put(session, 0, CHUNK, "*").status()).isEqualTo(308);
    }

    @Test
    void cancelledSessionIsGone() {
        String session = start("");
        put(session, 0, CHUNK, "*");

        assertThat(client.delete(session).status()).isEqualTo(499);
        assertThat(status(session, "*").status()).isEqualTo(410);
        assertThat(server.names("box")).isEmpty();
    }

    @Test
    void conditionIsCheckedAtTheStart() {
        client.put("box", "r", "old");

        assertThat(begin("&ifGenerationMatch=0").status()).isEqualTo(412);
    }

    @Test
    void conditionIsCheckedAgainAtTheEnd() {
        String session = start("&ifGenerationMatch=0");
        client.put("box", "r", "came first");

        assertThat(client.send("PUT", session, CONTENT).status()).isEqualTo(412);
        assertThat(server.content("box", "r")).hasValue(RawClient.utf8("came first"));
    }

    @Test
    void wrongChecksumAtTheEndPublishesNothing() {
        RawClient.Answer answer = client.send("PUT", start(""), CONTENT, "x-goog-hash", "crc32c=AAAAAA==");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(server.names("box")).isEmpty();
    }

    @Test
    void rangeThatDoesNotFitTheBodyIsRefused() {
        String session = start("");

        assertThat(client.send("PUT", session, new byte[3], "Content-Range", "bytes 0-9/10")
                        .status())
                .isEqualTo(400);
        assertThat(server.names("box")).isEmpty();
    }

    private RawClient.Answer begin(String parameters) {
        return client.send(
                "POST",
                "/upload/storage/v1/b/box/o?uploadType=resumable&name=r" + parameters,
                new byte[0],
                "X-Upload-Content-Type",
                "text/x");
    }

    /** The session's address, without the server's. */
    private String start(String parameters) {
        return begin(parameters)
                .header("location")
                .substring(server.uri().toString().length());
    }

    private RawClient.Answer put(String session, int from, int to, String total) {
        String range = "bytes %d-%d/%s".formatted(from, to - 1, total);
        return client.send("PUT", session, Arrays.copyOfRange(CONTENT, from, to), "Content-Range", range);
    }

    private RawClient.Answer status(String session, String total) {
        return client.send("PUT", session, new byte[0], "Content-Range", "bytes */" + total);
    }

    private static byte[] content(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
