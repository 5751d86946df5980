package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.ClosedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.InterruptedFailure;
import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import io.databot.failure.UnavailableFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a read when the server or the network behaves badly. */
class HttpTroubleTest extends ServedState {

    @Test
    void tooLargeAnAnswerIsNotReadIfItSaysSo() {
        CountDownLatch done = new CountDownLatch(1);
        server.at(ADDRESS, exchange -> {
            exchange.sendResponseHeaders(200, 1_001);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(done);
        });
        StateFailure failure = catchThrowableOfType(
                StateFailure.class, builder(ADDRESS).maxBytes(1_000).build()::read);
        done.countDown();
        assertThat(failure.problem()).isEqualTo(Problem.TOO_LARGE);
        assertThat(failure).hasMessageContaining("1001 bytes").hasMessageContaining("state.max-size");
    }

    @Test
    void endlessAnswerIsReadUpToTheLimit() {
        server.at(ADDRESS, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
                while (true) {
                    out.write(spaces);
                }
            } catch (IOException e) {
                // The reader has had enough.
            }
        });
        StateFailure failure = catchThrowableOfType(
                StateFailure.class, builder(ADDRESS).maxBytes(1 << 20).build()::read);
        assertThat(failure.problem()).isEqualTo(Problem.TOO_LARGE);
    }

    @Test
    void stateOfExactlyTheLimitIsRead() {
        String state = States.numbered(States.LINEAGE, "1", "x");
        server.at(ADDRESS, 200, state);
        assertThat(said(builder(ADDRESS).maxBytes(state.length()).build().read()))
                .isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void silenceBeforeOrInsideTheAnswerEndsWithTheTimeout(boolean begun) {
        CountDownLatch done = new CountDownLatch(1);
        server.at(ADDRESS, exchange -> {
            if (begun) {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
            }
            await(done);
        });
        DatabotException failure = catchThrowableOfType(
                DatabotException.class,
                builder(ADDRESS).requestTimeout(Duration.ofMillis(100)).build()::read);
        done.countDown();
        assertThat(failure)
                .isInstanceOf(UnavailableFailure.class)
                .hasMessageContaining("PT0.1S")
                .hasMessageContaining("state.request-timeout");
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    void brokenConnectionMayBeTriedAgain() {
        server.at(ADDRESS, exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            throw new IOException("broken on purpose");
        });
        DatabotException failure = failure();
        assertThat(failure).isInstanceOf(UnavailableFailure.class).hasMessageContaining("connection broke");
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    void serverThatIsNotThereMayBeTriedAgain() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        DatabotException failure = catchThrowableOfType(
                DatabotException.class,
                builder(ADDRESS)
                        .route(any -> URI.create("http://127.0.0.1:" + port + "/"))
                        .build()::read);
        assertThat(failure).isInstanceOf(UnavailableFailure.class).hasMessageContaining("cannot be reached");
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    void secureConnectionThatCannotBeAgreedOnIsNoNetworkTrouble() throws IOException, GeneralSecurityException {
        SSLContext withoutCertificate = SSLContext.getInstance("TLS");
        withoutCertificate.init(null, null, null);
        try (ServerSocket secure = withoutCertificate
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new Thread(() -> refuse(secure)).start();
            URI address = URI.create("https://127.0.0.1:" + secure.getLocalPort() + "/");
            DatabotException failure = catchThrowableOfType(
                    DatabotException.class,
                    builder(ADDRESS).route(any -> address).build()::read);
            assertThat(failure)
                    .isInstanceOf(UnavailableFailure.class)
                    .hasMessageContaining("secure connection")
                    .hasMessageContaining("trust store");
            assertThat(failure.retryable()).isFalse();
        }
    }

    private static void refuse(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            // No certificate, no connection.
        }
    }

    @Test
    void interruptionEndsTheReadAndIsKeptForTheCaller() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch arrived = answerWhen(done);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            failure.set(catchThrowableOfType(Throwable.class, builder(ADDRESS).build()::read));
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        reader.start();
        arrived.await();
        reader.interrupt();
        reader.join();
        done.countDown();
        assertThat(failure.get()).isInstanceOf(InterruptedFailure.class);
        assertThat(interrupted.get()).isTrue();
    }

    @Test
    void closingEndsTheReadThatIsUnderWay() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch arrived = answerWhen(done);
        TerraformState source = builder(ADDRESS).build();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread reader = new Thread(() -> failure.set(catchThrowableOfType(Throwable.class, source::read)));
        reader.start();
        arrived.await();
        source.close();
        reader.join();
        done.countDown();
        assertThat(failure.get()).isInstanceOf(ClosedFailure.class).hasMessageContaining("while it was read");
    }

    @Test
    void closingDoesNotWaitForTheFirstLookOfAWatch() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch arrived = answerWhen(done);
        TerraformState source =
                builder(ADDRESS).requestTimeout(Duration.ofHours(1)).build();
        Thread listener = new Thread(() -> source.onChange(change -> {}));
        listener.start();
        arrived.await();
        FutureTask<Void> closing = new FutureTask<>(source::close, null);
        new Thread(closing).start();
        closing.get(1, TimeUnit.MINUTES);
        done.countDown();
        listener.join();
    }

    /** Makes the server wait with its answer; tells when it has been asked. */
    private CountDownLatch answerWhen(CountDownLatch done) {
        CountDownLatch arrived = new CountDownLatch(1);
        server.at(ADDRESS, exchange -> {
            arrived.countDown();
            await(done);
        });
        return arrived;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
