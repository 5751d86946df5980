package io.databot.s3;

import io.databot.spi.StateContent;
import io.databot.spi.StateRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** One read of a state: one request. */
final class S3Read {

    private static final int NOT_MODIFIED = 304;
    private static final int CHUNK = 1 << 16;

    private final S3State state;
    private final StateRequest request;
    private final S3Failures failures;

    S3Read(S3State state, StateRequest request) {
        this.state = state;
        this.request = request;
        this.failures = new S3Failures(state.toString(), request.timeout());
    }

    /** See {@link io.databot.spi.RemoteState#read}. */
    Optional<StateContent> content() {
        S3Clients.Client client = client();
        long end = System.nanoTime() + request.timeout().toNanos();
        try (ResponseInputStream<GetObjectResponse> in = client.service().getObject(this::describe)) {
            byte[] bytes = bytes(in, end);
            if (bytes.length == 0) {
                throw failures.missing("the object is empty");
            }
            return Optional.of(
                    StateContent.of(bytes, Optional.ofNullable(in.response().eTag())));
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_MODIFIED && request.unlessVersion().isPresent()) {
                return Optional.empty();
            }
            throw failures.answered(e);
        } catch (SdkException e) {
            throw failures.of(e);
        } catch (IOException e) {
            throw failures.broken(e);
        }
    }

    private S3Clients.Client client() {
        S3Clients.Client client;
        try {
            client = state.clients().of(state.access(), request.timeout());
        } catch (SdkClientException e) {
            throw failures.withoutRegion();
        }
        try {
            client.identity().resolveCredentials();
        } catch (SdkException e) {
            throw failures.withoutIdentity();
        }
        return client;
    }

    private void describe(GetObjectRequest.Builder get) {
        get.bucket(state.bucket()).key(state.key());
        get.overrideConfiguration(configuration -> configuration.apiCallTimeout(request.timeout()));
        request.unlessVersion().ifPresent(get::ifNoneMatch);
    }

    /** The SDK's own timeout ends with the headers. What is not read to its end is given up, not drained. */
    private byte[] bytes(ResponseInputStream<GetObjectResponse> in, long end) throws IOException {
        boolean whole = false;
        try {
            requireAllowed(Optional.ofNullable(in.response().contentLength()).orElse(0L));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                bytes.write(chunk, 0, count);
                requireAllowed(bytes.size());
                failures.requireTime(end);
            }
            whole = true;
            return bytes.toByteArray();
        } finally {
            if (!whole) {
                in.abort();
            }
        }
    }

    private void requireAllowed(long size) {
        if (size > request.maxBytes()) {
            throw failures.tooLarge(size, request.maxBytes());
        }
    }
}
