package io.databot.gcp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FaultsTest extends ServerFixture {
    private static final String READ = "/download/storage/v1/b/box/o/a?alt=media";

    @Test
    void errorStrikesAsOftenAsScriptedAndDoesNothing() {
        Fault fault = server.faults().next(Operation.INSERT).reply(503).times(2);

        assertThat(client.put("box", "a", "x").status()).isEqualTo(503);
        assertThat(fault.remaining()).isEqualTo(1);
        assertThat(client.put("box", "a", "x").reason()).isEqualTo("backendError");
        assertThat(server.names("box")).isEmpty();
        assertThat(client.put("box", "a", "x").status()).isEqualTo(200);
        assertThat(server.count(Operation.INSERT)).isEqualTo(3);
    }

    @Test
    void errorTellsWhenToComeBack() {
        server.faults().next(Operation.LIST).reply(429).retryAfter(Duration.ofSeconds(7));

        RawClient.Answer answer = client.get("/storage/v1/b/box/o");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.reason()).isEqualTo("rateLimitExceeded");
        assertThat(answer.header("retry-after")).isEqualTo("7");
    }

    @Test
    void otherOperationsAndOtherObjectsAreSpared() {
        server.faults().next(Operation.INSERT).on("box", "a").reply(500);

        assertThat(client.get("/storage/v1/b/box/o").status()).isEqualTo(200);
        assertThat(client.put("box", "b", "x").status()).isEqualTo(200);
        assertThat(client.put("box", "a", "x").status()).isEqualTo(500);
    }

    @Test
    void faultMayWaitForALaterRequest() {
        server.faults().next(Operation.LIST).after(2).reply(500);

        assertThat(client.get("/storage/v1/b/box/o").status()).isEqualTo(200);
        assertThat(client.get("/storage/v1/b/box/o").status()).isEqualTo(200);
        assertThat(client.get("/storage/v1/b/box/o").status()).isEqualTo(500);
    }

    @Test
    void faultsStrikeInTheOrderOfTheScript() {
        server.faults().next(Operation.LIST).reply(500);
        server.faults().nextOfAny().reply(502);
        server.faults()
                .next(Operation.LIST)
                .matching(request -> request.parameter("prefix").isPresent())
                .reply(504)
                .always();

        assertThat(client.get("/storage/v1/b/box/o?prefix=a").status()).isEqualTo(500);
        assertThat(client.get("/storage/v1/b/box/o?prefix=a").status()).isEqualTo(502);
        assertThat(client.get("/storage/v1/b/box/o?prefix=a").status()).isEqualTo(504);
        assertThat(client.get("/storage/v1/b/box/o").status()).isEqualTo(200);
        server.faults().clear();
        assertThat(client.get("/storage/v1/b/box/o?prefix=a").status()).isEqualTo(200);
    }

    @Test
    void lostReplyLeavesTheWorkDone() {
        server.faults().next(Operation.INSERT).loseReply();

        assertThatThrownBy(() -> client.put("box", "a", "x")).isInstanceOf(UncheckedIOException.class);
        assertThat(server.content("box", "a")).hasValue(RawClient.utf8("x"));
    }

    @Test
    void appliedThenRefusedLeavesTheWorkDone() {
        client.put("box", "a", "x");
        server.faults().next(Operation.DELETE).applyThenReply(503);

        assertThat(client.delete(RawClient.at("box", "a")).status()).isEqualTo(503);
        assertThat(server.names("box")).isEmpty();
    }

    @Test
    void droppedConnectionDoesNothing() {
        server.faults().next(Operation.INSERT).dropConnection();

        assertThatThrownBy(() -> client.put("box", "a", "x")).isInstanceOf(UncheckedIOException.class);
        assertThat(server.names("box")).isEmpty();
    }

    @Test
    void brokenBodyEndsAfterTheScriptedBytes() throws IOException {
        client.put("box", "a", "0123456789".repeat(100));
        server.faults().next(Operation.READ).breakBodyAfter(123);

        try (InputStream body = client.open(READ)) {
            assertThat(body.readNBytes(123)).hasSize(123);
            assertThatThrownBy(body::read).isInstanceOf(IOException.class);
        }
        assertThat(client.get(READ).bytes()).hasSize(1000);
    }

    @Test
    void corruptedBodyDiffersInOneByteOnly() {
        client.put("box", "a", "0123456789");
        server.faults().next(Operation.READ).corruptByteAt(3);

        RawClient.Answer corrupted = client.get(READ);
        RawClient.Answer sound = client.get(READ);

        assertThat(corrupted.header("x-goog-hash")).isEqualTo(sound.header("x-goog-hash"));
        assertThat(corrupted.bytes()[3]).isNotEqualTo((byte) '3');
        corrupted.bytes()[3] = '3';
        assertThat(corrupted.text()).isEqualTo(sound.text());
    }

    @Test
    void stalledRequestHasDoneNothingUntilReleased() throws Exception {
        client.put("box", "a", "x");
        Stall stall = server.faults().next(Operation.DELETE).stall();

        CompletableFuture<RawClient.Answer> answer = client.sendLater("DELETE", RawClient.at("box", "a"));
        stall.awaitReached(Duration.ofSeconds(10));
        assertThat(server.names("box")).containsExactly("a");
        assertThat(answer).isNotDone();
        stall.release();

        assertThat(answer.get(10, TimeUnit.SECONDS).status()).isEqualTo(204);
    }

    @Test
    void stalledReplyComesAfterTheWork() throws Exception {
        client.put("box", "a", "x");
        Stall stall = server.faults().next(Operation.DELETE).stallReply();

        CompletableFuture<RawClient.Answer> answer = client.sendLater("DELETE", RawClient.at("box", "a"));
        stall.awaitReached(Duration.ofSeconds(10));
        assertThat(server.names("box")).isEmpty();
        assertThat(answer).isNotDone();
        stall.release();

        assertThat(answer.get(10, TimeUnit.SECONDS).status()).isEqualTo(204);
    }

    @Test
    void stalledBodyGoesOnWhenReleased() throws IOException {
        client.put("box", "a", "0123456789");
        Stall stall = server.faults().next(Operation.READ).stallBodyAfter(4);

        try (InputStream body = client.open(READ)) {
            assertThat(body.readNBytes(4)).asString().isEqualTo("0123");
            stall.release();
            assertThat(body.readAllBytes()).asString().isEqualTo("456789");
        }
    }

    @Test
    void closingLetsStalledRequestsGo() throws Exception {
        Stall stall = server.faults().next(Operation.LIST).stall();
        CompletableFuture<RawClient.Answer> answer = client.sendLater("GET", "/storage/v1/b/box/o");
        stall.awaitReached(Duration.ofSeconds(10));

        server.close();

        assertThat(answer.handle((reply, failure) -> "ended").get(10, TimeUnit.SECONDS))
                .isEqualTo("ended");
    }

    @Test
    void refusalOfMediaIsPlainTextEvenIfScripted() {
        server.faults().next(Operation.READ).reply(503);

        RawClient.Answer answer = client.get(READ);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("content-type")).startsWith("text/html");
    }
}
