package io.databot.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.BucketNotFoundFailure;
import io.databot.failure.ClosedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.InterruptedFailure;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.StateFailure;
import io.databot.failure.ThrottledFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.spi.RemoteState;
import io.databot.spi.StateContent;
import io.databot.spi.StateRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How one state in S3 is read. The server checks every signature. */
class S3StateTest {

    private static final String ADDRESS = "s3://acme-tfstate/network/dev.tfstate";
    private static final String PATH = "/acme-tfstate/network/dev.tfstate";

    private final Map<String, String> variables = new HashMap<>();
    private final S3Server server = new S3Server();
    private final S3StateBackend backend = new S3StateBackend();

    @BeforeEach
    void point() {
        variables.put("AWS_ENDPOINT_URL_S3", server.endpoint());
        variables.put("AWS_REGION", "eu-central-1");
        variables.put("AWS_ACCESS_KEY_ID", S3Server.KEY_ID);
        variables.put("AWS_SECRET_ACCESS_KEY", S3Server.SECRET);
    }

    @AfterEach
    void stop() {
        backend.close();
        server.close();
    }

    private RemoteState state(String address) {
        return backend.at(address, name -> Optional.ofNullable(variables.get(name)));
    }

    private static StateRequest request(Optional<String> version) {
        return new StateRequest(version, 1 << 20, Duration.ofSeconds(30));
    }

    private Optional<StateContent> read(Optional<String> version) {
        return state(ADDRESS).read(request(version));
    }

    private DatabotException failure(StateRequest request) {
        return catchThrowableOfType(DatabotException.class, () -> state(ADDRESS).read(request));
    }

    private DatabotException failure() {
        return failure(request(Optional.empty()));
    }

    private static String text(StateContent content) {
        return new String(content.bytes(), StandardCharsets.UTF_8);
    }

    /** Amazon's own example, so that the server's check is not made of the same mistake as the client. */
    @Test
    void checkOfSignaturesAgreesWithTheExampleInTheDocumentation() {
        Map<String, String> headers = Map.of(
                "Host", "examplebucket.s3.amazonaws.com",
                "Range", "bytes=0-9",
                "x-amz-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "x-amz-date", "20130524T000000Z");
        SignatureV4.Said said =
                SignatureV4.Said.of("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/"
                        + "aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                        + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
        assertThat(SignatureV4.of("/test.txt", headers, said, S3Server.SECRET)).isEqualTo(said.signature());
    }

    @Test
    void oneSignedRequestBringsBytesAndVersion() {
        server.state(PATH, "\"1\"", "x");
        StateContent content = read(Optional.empty()).orElseThrow();
        assertThat(text(content)).isEqualTo(S3Server.state("x"));
        assertThat(content.version()).contains("\"1\"");
        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.said().region()).isEqualTo("eu-central-1");
            assertThat(asked.header("If-none-match")).isEmpty();
        });
    }

    @Test
    void unchangedVersionBringsNothing() {
        server.state(PATH, "\"1\"", "x");
        assertThat(read(Optional.of("\"1\""))).isEmpty();
        assertThat(read(Optional.of("\"0\""))).isPresent();
        assertThat(server.asked())
                .extracting(asked -> asked.header("If-none-match"))
                .containsExactly(Optional.of("\"1\""), Optional.of("\"0\""));
    }

    @Test
    void sessionTokenIsSentAndSigned() {
        server.state(PATH, "\"1\"", "x");
        variables.put("AWS_SESSION_TOKEN", "session");
        read(Optional.empty());
        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.header("X-amz-security-token")).contains("session");
            assertThat(asked.said().signedHeaders()).contains("x-amz-security-token");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "s3://acme-tfstate/a b/c+d.tfstate, /acme-tfstate/a%20b/c%2Bd.tfstate",
        "S3://acme-tfstate/a%20b, /acme-tfstate/a%2520b",
        "s3://acme-tfstate/ä/x, /acme-tfstate/%C3%A4/x",
        "s3://acme-tfstate/env:/dev/x, /acme-tfstate/env%3A/dev/x",
    })
    void keyOfAnAddressIsTakenLiterally(String address, String path) {
        server.state(path, "\"1\"", "x");
        assertThat(state(address).read(request(Optional.empty()))).isPresent();
        assertThat(state(address)).hasToString("s3" + address.substring(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://", "s3://acme-tfstate", "s3://acme-tfstate/", "s3:///x", "s3://SWORD FISH/x"})
    void addressThatIsNoneIsRefused(String address) {
        assertThatThrownBy(() -> state(address))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageContaining("state.location")
                .hasMessageNotContaining("SWORD");
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(404, "NoSuchKey", NotFoundFailure.class, false),
                Arguments.of(404, "NoSuchBucket", BucketNotFoundFailure.class, false),
                Arguments.of(403, "AccessDenied", AccessDeniedFailure.class, false),
                Arguments.of(403, "InvalidAccessKeyId", NotAuthenticatedFailure.class, false),
                Arguments.of(403, "RequestTimeTooSkewed", NotAuthenticatedFailure.class, false),
                Arguments.of(400, "ExpiredToken", NotAuthenticatedFailure.class, false),
                Arguments.of(400, "AuthorizationHeaderMalformed", InvalidRequestFailure.class, false),
                Arguments.of(301, "PermanentRedirect", InvalidRequestFailure.class, false),
                Arguments.of(400, "InvalidRequest", InvalidRequestFailure.class, false),
                Arguments.of(429, "TooManyRequests", ThrottledFailure.class, true),
                Arguments.of(503, "SlowDown", ThrottledFailure.class, true),
                Arguments.of(503, "ServiceUnavailable", UnavailableFailure.class, true),
                Arguments.of(500, "InternalError", UnavailableFailure.class, true));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void answerSaysWhichFailureAndIsAskedForOnce(int status, String code, Class<?> type, boolean retryable) {
        server.error(PATH, status, code);
        DatabotException failure = failure();
        assertThat(failure)
                .isExactlyInstanceOf(type)
                .hasMessageContaining(ADDRESS)
                .hasMessageContaining("(status " + status + ", " + code + ")")
                .hasMessageNotContaining("SWORDFISH")
                .hasNoCause();
        assertThat(failure.retryable()).isEqualTo(retryable);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void waitThatTheServiceAsksForIsHandedOn() {
        server.at(PATH, exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "7");
            exchange.sendResponseHeaders(503, -1);
        });
        assertThat(failure().details().retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void wrongKeyIsNotTold() {
        variables.put("AWS_SECRET_ACCESS_KEY", "SWORDFISH");
        assertThat(failure())
                .isInstanceOf(NotAuthenticatedFailure.class)
                .hasMessageContaining("SignatureDoesNotMatch")
                .hasMessageNotContaining("SWORDFISH")
                .hasMessageNotContaining(S3Server.KEY_ID);
    }

    @Test
    void emptyObjectIsNoState() {
        server.at(PATH, exchange -> exchange.sendResponseHeaders(200, -1));
        assertThat(failure()).isInstanceOf(NotFoundFailure.class).hasMessageContaining("empty");
    }

    @ParameterizedTest
    @ValueSource(longs = {2_000, 0})
    void tooLargeAnObjectIsGivenUp(long declared) {
        server.at(PATH, exchange -> {
            exchange.sendResponseHeaders(200, declared);
            try {
                while (true) {
                    exchange.getResponseBody().write(new byte[100]);
                }
            } catch (IOException e) {
                // The reader has had enough, or all of it is sent.
            }
        });
        StateFailure failure = catchThrowableOfType(
                StateFailure.class,
                () -> state(ADDRESS).read(new StateRequest(Optional.empty(), 1_000, Duration.ofSeconds(30))));
        assertThat(failure.problem()).isEqualTo(StateFailure.Problem.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void silenceEndsWithTheTimeout(boolean begun) {
        CountDownLatch done = new CountDownLatch(1);
        server.at(PATH, exchange -> {
            if (begun) {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
            }
            await(done);
        });
        DatabotException failure = failure(new StateRequest(Optional.empty(), 1_000, Duration.ofMillis(300)));
        done.countDown();
        assertThat(failure).isInstanceOf(UnavailableFailure.class).hasMessageContaining("state.request-timeout");
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    void serverThatIsNotThereMayBeTriedAgain() {
        server.close();
        DatabotException failure = failure();
        assertThat(failure).isInstanceOf(UnavailableFailure.class).hasMessageContaining("cannot be reached");
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    void interruptedThreadDoesNotRead() {
        server.state(PATH, "\"1\"", "x");
        Thread.currentThread().interrupt();
        DatabotException failure = failure();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).isInstanceOf(InterruptedFailure.class);
    }

    @Test
    void closedBackendReadsNothing() {
        backend.close();
        backend.close();
        assertThat(failure()).isInstanceOf(ClosedFailure.class);
    }

    @Test
    void nothingOfTheIdentityIsPrinted() {
        assertThat(List.of(state(ADDRESS), S3Access.ofVariables(name -> Optional.ofNullable(variables.get(name)))))
                .allSatisfy(one -> assertThat(one.toString()).doesNotContain(S3Server.KEY_ID, S3Server.SECRET));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
