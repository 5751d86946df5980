package io.databot.gcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest extends ServerFixture {

    @Test
    void callsAreAnsweredInOrderUnderTheirIds() {
        client.put("box", "a", "1");

        RawClient.Answer answer =
                batch(List.of("DELETE /storage/v1/b/box/o/a", "GET /storage/v1/b/box/o/none?alt=json"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("multipart/mixed; boundary=");
        assertThat(answer.text())
                .containsSubsequence(
                        "Content-ID: <response-0>",
                        "HTTP/1.1 204",
                        "Content-ID: <response-1>",
                        "HTTP/1.1 404",
                        "No such object: box/none");
        assertThat(server.names("box")).isEmpty();
    }

    @Test
    void callMayHaveABody() {
        client.put("box", "a", "1");

        batch(List.of("PATCH /storage/v1/b/box/o/a", "GET /storage/v1/b/box/o/a"), "{\"contentLanguage\":\"de\"}");

        assertThat(client.get(RawClient.at("box", "a")).field("contentLanguage"))
                .isEqualTo("de");
    }

    @Test
    void callsCountApartFromRequests() {
        batch(List.of("DELETE /storage/v1/b/box/o/a", "DELETE /storage/v1/b/box/o/b"));

        assertThat(server.requests()).hasSize(1);
        assertThat(server.count(Operation.BATCH)).isEqualTo(1);
        assertThat(server.count(Operation.DELETE)).isZero();
        assertThat(server.countInBatches(Operation.DELETE)).isEqualTo(2);
        assertThat(server.requests().get(0).parts())
                .extracting(RecordedRequest::object)
                .containsExactly("a", "b");
    }

    @Test
    void faultsAndRulesStrikeSingleCalls() {
        client.put("box", "a", "1");
        client.put("box", "b", "1");
        client.put("box", "c", "1");
        server.access().forbid("box", "b");
        server.faults().next(Operation.DELETE).on("box", "c").reply(503);

        RawClient.Answer answer = batch(List.of(
                "DELETE /storage/v1/b/box/o/a", "DELETE /storage/v1/b/box/o/b", "DELETE /storage/v1/b/box/o/c"));

        assertThat(answer.text()).containsSubsequence("HTTP/1.1 204", "HTTP/1.1 403", "HTTP/1.1 503");
        assertThat(server.names("box")).containsExactly("b", "c");
    }

    @Test
    void tokenOfTheBatchHoldsForItsCalls() {
        server.access().requireToken("secret");

        assertThat(batch(List.of("GET /storage/v1/b/box")).status()).isEqualTo(401);
        assertThat(send(List.of("GET /storage/v1/b/box"), "", "Authorization", "Bearer secret")
                        .text())
                .contains("HTTP/1.1 200");
    }

    @Test
    void moreThan100CallsAreRefused() {
        assertThat(batch(Collections.nCopies(100, "GET /storage/v1/b/box")).status())
                .isEqualTo(200);
        assertThat(batch(Collections.nCopies(101, "GET /storage/v1/b/box")).status())
                .isEqualTo(400);
    }

    private RawClient.Answer batch(List<String> calls) {
        return batch(calls, "");
    }

    private RawClient.Answer batch(List<String> calls, String body) {
        return send(calls, body, "Accept", "*/*");
    }

    private RawClient.Answer send(List<String> calls, String body, String name, String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < calls.size(); i++) {
            text.append("--edge\r\nContent-Type: application/http\r\nContent-ID: <")
                    .append(i)
                    .append(">\r\n\r\n")
                    .append(calls.get(i))
                    .append(" HTTP/1.1\r\nContent-Type: application/json\r\n\r\n")
                    .append(body)
                    .append("\r\n");
        }
        text.append("--edge--\r\n");
        return client.send(
                "POST",
                "/batch/storage/v1",
                RawClient.utf8(text.toString()),
                "Content-Type",
                "multipart/mixed; boundary=edge",
                name,
                value);
    }
}
