package io.databot.gcp;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonErrorContainer;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.json.gson.GsonFactory;
import com.google.cloud.storage.StorageException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A refusal by the service, whichever client brought it.
 *
 * @param status the HTTP status
 * @param reason the service's word for it, such as {@code rateLimitExceeded}; may be empty
 * @param message the service's text; may be empty
 * @param retryAfter how long it asks to wait; zero if it does not say
 */
record ServiceError(int status, String reason, String message, Duration retryAfter) {

    /** Google's words are "The specified bucket does not exist."; its own emulator names the bucket in between. */
    private static final Pattern BUCKET_MISSING = Pattern.compile("(?i)\\bbucket (\\S+ )?does not exist");

    static Optional<ServiceError> of(Throwable thrown) {
        if (thrown instanceof GoogleJsonResponseException e) {
            return Optional.of(of(e.getStatusCode(), e.getDetails(), text(e), waitIn(e.getHeaders())));
        }
        if (thrown instanceof HttpResponseException e) {
            return Optional.of(of(e.getStatusCode(), json(e), text(e), waitIn(e.getHeaders())));
        }
        return thrown instanceof StorageException e ? of(e) : Optional.empty();
    }

    /** Where a reply stands behind the exception, that tells more. Of a part of a batch, none does. */
    private static Optional<ServiceError> of(StorageException e) {
        boolean refused = e.getCode() >= 300 && !(e.getCause() instanceof HttpResponseException);
        return refused
                ? Optional.of(new ServiceError(
                        e.getCode(),
                        Objects.toString(e.getReason(), ""),
                        Objects.toString(e.getMessage(), ""),
                        Duration.ZERO))
                : Optional.empty();
    }

    private static ServiceError of(int status, @Nullable GoogleJsonError error, String text, Duration wait) {
        if (error == null) {
            return new ServiceError(status, "", text, wait);
        }
        List<GoogleJsonError.ErrorInfo> errors =
                Optional.ofNullable(error.getErrors()).orElse(List.of());
        String reason = errors.isEmpty() ? "" : Objects.toString(errors.get(0).getReason(), "");
        return new ServiceError(status, reason, Objects.toString(error.getMessage(), ""), wait);
    }

    /** The body, where it is a plain sentence; downloads are refused so. */
    private static String text(HttpResponseException e) {
        String body = Objects.toString(e.getContent(), "").strip();
        return body.startsWith("{") || body.startsWith("<") ? "" : body;
    }

    /** The body, where it is the service's JSON; the client reads it in some places only. */
    private static @Nullable GoogleJsonError json(HttpResponseException e) {
        try {
            String body = Objects.toString(e.getContent(), "").strip();
            return body.startsWith("{")
                    ? GsonFactory.getDefaultInstance()
                            .fromString(body, GoogleJsonErrorContainer.class)
                            .getError()
                    : null;
        } catch (IOException | IllegalArgumentException malformed) {
            return null;
        }
    }

    private static Duration waitIn(@Nullable HttpHeaders headers) {
        String value = headers == null ? null : headers.getRetryAfter();
        if (value == null) {
            return Duration.ZERO;
        }
        try {
            return Duration.ofSeconds(Math.max(0, Long.parseLong(value.strip())));
        } catch (NumberFormatException notSeconds) {
            return waitUntil(value);
        }
    }

    private static Duration waitUntil(String date) {
        try {
            Instant end = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(Instant.now(), end);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeParseException neither) {
            return Duration.ZERO;
        }
    }

    /** Whether the service says that the bucket is missing, rather than the object. */
    boolean namesBucket() {
        return !namesObject() && BUCKET_MISSING.matcher(message).find();
    }

    /** Whether the service says that the object is missing. */
    boolean namesObject() {
        return message.contains("No such object");
    }
}
