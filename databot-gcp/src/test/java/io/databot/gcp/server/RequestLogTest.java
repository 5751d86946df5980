package io.databot.gcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestLogTest extends ServerFixture {

    @Test
    void requestIsRecordedAsItCame() {
        client.get("/storage/v1/b/box/o/a%2Fb?alt=media&generation=7", "Range", "bytes=0-1");

        RecordedRequest request = server.requests().get(0);

        assertThat(request.operation()).isEqualTo(Operation.READ);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/storage/v1/b/box/o/a%2Fb");
        assertThat(request.bucket()).isEqualTo("box");
        assertThat(request.object()).isEqualTo("a/b");
        assertThat(request.parameter("generation")).hasValue("7");
        assertThat(request.header("RANGE")).hasValue("bytes=0-1");
    }

    @Test
    void uploadIsRecordedWithItsNameAndSize() {
        client.put("box", "a/b", "12345");

        RecordedRequest request = server.requests().get(0);

        assertThat(request.object()).isEqualTo("a/b");
        assertThat(request.bodySize()).isEqualTo(5);
    }

    @Test
    void failedRequestsCountToo() {
        client.get(RawClient.at("nowhere", "a"));

        assertThat(server.count(Operation.GET)).isEqualTo(1);
    }

    @Test
    void resetForgetsRequestsAndKeepsObjects() {
        client.put("box", "a", "x");

        server.resetRequests();

        assertThat(server.requests()).isEmpty();
        assertThat(server.count(Operation.INSERT)).isZero();
        assertThat(server.names("box")).containsExactly("a");
    }

    @Test
    void tokenIsNotPrinted() {
        client.get("/storage/v1/b/box", "Authorization", "Bearer secret");

        assertThat(server.requests()).hasToString("[BUCKET_GET GET /storage/v1/b/box {}]");
    }
}
