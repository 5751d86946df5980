package io.databot.s3;

import io.databot.failure.ClosedFailure;
import io.databot.failure.FailureDetails;
import io.databot.s3.S3Access.Keys;
import io.databot.s3.S3Access.Way;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The SDK's clients, one for each access, made when one is first used. Thread-safe. */
final class S3Clients implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final Map<S3Access, Client> clients = new HashMap<>();
    private boolean closed;

    /** A client and whom it sends requests as. */
    record Client(S3Client service, AwsCredentialsProvider identity) {}

    /**
     * The client for an access.
     *
     * @param timeout how long the service may stay silent
     * @throws software.amazon.awssdk.core.exception.SdkClientException if there is no region
     * @throws ClosedFailure after close
     */
    synchronized Client of(S3Access access, Duration timeout) {
        if (closed) {
            throw new ClosedFailure(FailureDetails.of(
                    "read state", "", "the source is closed", "Keep it open for as long as it is read."));
        }
        Client known = clients.get(access);
        if (known == null) {
            known = client(access, timeout);
            clients.put(access, known);
        }
        return known;
    }

    /** Sends once: core repeats. */
    private static Client client(S3Access access, Duration timeout) {
        AwsCredentialsProvider identity = identity(access);
        S3ClientBuilder builder = S3Client.builder()
                .region(access.region()
                        .map(Region::of)
                        .orElseGet(() -> new DefaultAwsRegionProviderChain().getRegion()))
                .credentialsProvider(identity)
                .forcePathStyle(access.ways().contains(Way.PATH_STYLE))
                .fipsEnabled(access.ways().contains(Way.FIPS))
                .dualstackEnabled(access.ways().contains(Way.DUALSTACK))
                .disableS3ExpressSessionAuth(true)
                .overrideConfiguration(configuration -> configuration.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(timeout.compareTo(CONNECT_TIMEOUT) < 0 ? timeout : CONNECT_TIMEOUT)
                        .socketTimeout(timeout)
                        .build());
        access.endpoint().ifPresent(builder::endpointOverride);
        return new Client(builder.build(), identity);
    }

    private static AwsCredentialsProvider identity(S3Access access) {
        if (access.keys().isPresent()) {
            return StaticCredentialsProvider.create(credentials(access.keys().get()));
        }
        return access.profile()
                .<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    private static AwsCredentials credentials(Keys keys) {
        String id = keys.id().reveal();
        String secret = keys.secret().reveal();
        return keys.session()
                .<AwsCredentials>map(session -> AwsSessionCredentials.create(id, secret, session.reveal()))
                .orElseGet(() -> AwsBasicCredentials.create(id, secret));
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (Client one : clients.values()) {
            one.service().close();
            if (one.identity() instanceof AutoCloseable identity) {
                closeQuietly(identity);
            }
        }
        clients.clear();
    }

    private static void closeQuietly(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException("The SDK's providers declare no exception", e);
        }
    }
}
