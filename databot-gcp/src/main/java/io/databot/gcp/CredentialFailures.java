package io.databot.gcp;

import com.google.api.client.http.HttpResponseException;
import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.ClosedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import io.databot.failure.InterruptedFailure;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.failure.ThrottledFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.failure.UnsupportedFailure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.http.conn.ConnectTimeoutException;

/** Makes Databot's failures of what Google's credential library throws. */
final class CredentialFailures {

    private static final String OPERATION = "get a credential";

    private CredentialFailures() {}

    static NotAuthenticatedFailure unusable(CredentialSource source, String reason, String remedy) {
        return new NotAuthenticatedFailure(
                FailureDetails.of("load credentials", source.description(), reason, remedy + "."));
    }

    static ClosedFailure closed(String identity) {
        return new ClosedFailure(FailureDetails.of(OPERATION, identity, "the provider is closed", "Open a new one."));
    }

    static UnsupportedFailure unsupported(String identity, String reason, String remedy) {
        return new UnsupportedFailure(FailureDetails.of(OPERATION, identity, reason, remedy));
    }

    /** The failure to load an identity. */
    static DatabotException loading(CredentialSource source, IOException thrown) {
        if (hasReply(thrown) || isNetwork(thrown)) {
            return getting(source.description(), thrown);
        }
        return new NotAuthenticatedFailure(
                FailureDetails.of(
                        "load credentials",
                        source.description(),
                        "none were found",
                        "Run gcloud auth application-default login, or set databot.credentials.file to a key file."),
                Scrubbed.of(thrown));
    }

    /** The failure to get a token. */
    static DatabotException getting(String identity, Throwable thrown) {
        Throwable cause = Scrubbed.of(thrown);
        if (isInterrupt(thrown)) {
            Thread.currentThread().interrupt();
            return new InterruptedFailure(
                    FailureDetails.of(OPERATION, identity, "the thread was interrupted", ""), cause);
        }
        return chain(thrown)
                .filter(HttpResponseException.class::isInstance)
                .map(HttpResponseException.class::cast)
                .findFirst()
                .map(reply -> refused(identity, reply, cause))
                .orElseGet(() -> withoutReply(identity, cause));
    }

    private static DatabotException refused(String identity, HttpResponseException reply, Throwable cause) {
        String said = said(reply);
        int status = reply.getStatusCode();
        if (status == 429) {
            return new ThrottledFailure(
                    details(identity, "too many token requests", said, "Try again later.")
                            .asRetryable(),
                    cause);
        }
        if (status >= 500 || status == 408) {
            return new UnavailableFailure(
                    details(identity, "the token service cannot answer now", said, "Try again later.")
                            .asRetryable(),
                    cause);
        }
        if (status == 403 || (status == 404 && identity.contains(GoogleCredentialProvider.IMPERSONATING))) {
            return new AccessDeniedFailure(
                    details(
                            identity,
                            "it may not act as the service account",
                            said,
                            "Grant it roles/iam.serviceAccountTokenCreator on that service account, and check its name."),
                    cause);
        }
        String remedy = said.contains("expired") || said.contains("revoked") || said.contains("rapt")
                ? "Log in again with gcloud auth application-default login."
                : "Check that the key or account still exists and is enabled, and that this machine's clock is right.";
        return new NotAuthenticatedFailure(
                details(identity, "the token service refuses the identity", said, remedy), cause);
    }

    private static UnavailableFailure withoutReply(String identity, Throwable cause) {
        return new UnavailableFailure(
                details(
                                identity,
                                "no answer from the token service",
                                cause.getClass().getSimpleName(),
                                "Check the network, then try again.")
                        .asRetryable(),
                cause);
    }

    private static FailureDetails details(String identity, String reason, String said, String remedy) {
        return FailureDetails.of(OPERATION, identity, said.isEmpty() ? reason : reason + " (" + said + ")", remedy);
    }

    /** The error's name and description; a token service's reply to a refusal holds no secret beside them. */
    private static String said(HttpResponseException reply) {
        try {
            GenericJson json = GsonFactory.getDefaultInstance()
                    .fromString(Objects.toString(reply.getContent(), "{}"), GenericJson.class);
            Object error = json.get("error");
            Object text = error instanceof Map<?, ?> nested ? nested.get("message") : json.get("error_description");
            String name = error instanceof String plain ? plain : "";
            String both = Stream.of(name, Objects.toString(text, ""))
                    .filter(part -> !part.isBlank())
                    .reduce((a, b) -> a + ": " + b)
                    .orElse("HTTP " + reply.getStatusCode());
            return Scrubbed.scrub(both).replaceAll("\\s+", " ");
        } catch (IOException | RuntimeException notJson) {
            return "HTTP " + reply.getStatusCode();
        }
    }

    private static boolean hasReply(Throwable thrown) {
        return chain(thrown).anyMatch(HttpResponseException.class::isInstance);
    }

    /** The library wraps what came from the network; what has no cause is its own word. */
    private static boolean isNetwork(Throwable thrown) {
        return Optional.ofNullable(thrown.getCause())
                .filter(IOException.class::isInstance)
                .isPresent();
    }

    private static boolean isInterrupt(Throwable thrown) {
        return Thread.currentThread().isInterrupted()
                || chain(thrown)
                        .anyMatch(part -> part instanceof ClosedByInterruptException
                                || part instanceof InterruptedException
                                || (part instanceof InterruptedIOException
                                        && !(part instanceof SocketTimeoutException)
                                        && !(part instanceof ConnectTimeoutException)));
    }

    private static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, part -> part != null, Throwable::getCause).limit(20);
    }
}
