package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.BucketNotFoundFailure;
import io.databot.failure.ClosedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.storage.CallOption;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectRef;
import io.databot.storage.SignRequest;
import io.databot.storage.SignedRequest;
import io.databot.storage.StorageFeature;
import io.databot.storage.StorageService;
import io.databot.storage.StoredObject;
import io.databot.storage.Timeout;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class StorageLifecycleContract extends StorageContractGroup {

    private static final Timeout MINUTE = Timeout.of(Duration.ofMinutes(1));

    @Test
    @DisplayName("probing a bucket that exists gives true (A1.1)")
    void probingExistingBucketGivesTrue() {
        assertThat(storage.probe(bucket)).isTrue();
        assertThat(storage.probe(harness.secondBucket())).isTrue();
    }

    @Test
    @DisplayName("probing a missing bucket gives false (A1.2)")
    void probingMissingBucketGivesFalse() {
        assertThat(storage.probe(harness.missingBucket())).isFalse();
    }

    @Test
    @DisplayName("probing needs no right on the bucket itself (A1.3)")
    void probingNeedsNoRightOnTheBucketItself() {
        StorageService service = orAbort(harness.objectsOnly(), "with rights on objects only");
        assertThat(service.probe(bucket)).isTrue();
    }

    @Test
    @DisplayName("every call on a missing bucket fails with BucketNotFoundFailure (A1.4)")
    void everyCallOnMissingBucketFailsWithBucketNotFound() {
        ObjectRef object = new ObjectRef(harness.missingBucket(), ObjectKey.of("a.txt"));
        StorageCalls.ofObject(storage, object)
                .forEach((name, call) -> Failures.expect(BucketNotFoundFailure.class, name, () -> call.run(storage)));
    }

    @Test
    @DisplayName("every call with refused credentials fails with NotAuthenticatedFailure (A1.5)")
    void everyCallWithRefusedCredentialsFailsWithNotAuthenticated() {
        put("a.txt", "text");
        StorageService service = orAbort(harness.unauthenticated(), "with refused credentials");
        StorageCalls.all(service, ref("a.txt"))
                .forEach((name, call) -> Failures.expect(NotAuthenticatedFailure.class, name, () -> call.run(service)));
    }

    @Test
    @DisplayName("every call without permission fails with AccessDeniedFailure (A1.5)")
    void everyCallWithoutPermissionFailsWithAccessDenied() {
        put("a.txt", "text");
        StorageService service = orAbort(harness.denied(), "without permission");
        StorageCalls.all(service, ref("a.txt"))
                .forEach((name, call) -> Failures.expect(AccessDeniedFailure.class, name, () -> call.run(service)));
    }

    @Test
    @DisplayName("signing asks the store nothing, so the bucket need not exist (A1.6)")
    void signingAsksTheStoreNothing() {
        ObjectRef object = new ObjectRef(harness.missingBucket(), ObjectKey.of("a.txt"));
        SignRequest request = SignRequest.of(object, SignRequest.Method.GET, Duration.ofMinutes(5));
        if (has(StorageFeature.SIGN)) {
            withoutRequest(() -> {
                SignedRequest signed = storage.sign(request);
                assertThat(signed.method()).isEqualTo(SignRequest.Method.GET);
                assertThat(signed.uri().getPath()).endsWith("a.txt");
                assertThat(signed.toString()).doesNotContain(signed.uri().getRawQuery());
            });
        } else {
            assertUnsupported(() -> storage.sign(request));
        }
    }

    @Test
    @DisplayName("every call after close fails with ClosedFailure and does no I/O (A1.7)")
    void everyCallAfterCloseFailsWithClosed() {
        put("a.txt", "text");
        storage.close();
        withoutRequest(() -> StorageCalls.all(storage, ref("a.txt"))
                .forEach((name, call) -> Failures.expect(ClosedFailure.class, name, () -> call.run(storage))));
    }

    @Test
    @DisplayName("signing after close is refused (A1.7)")
    void signingAfterCloseIsRefused() {
        SignRequest request = SignRequest.of(ref("a.txt"), SignRequest.Method.GET, Duration.ofMinutes(5));
        Class<? extends DatabotException> refusal =
                has(StorageFeature.SIGN) ? ClosedFailure.class : UnsupportedFailure.class;
        storage.close();
        assertThatThrownBy(() -> storage.sign(request)).isInstanceOfAny(ClosedFailure.class, refusal);
    }

    @Test
    @DisplayName("closing again is harmless (A1.8)")
    void closingAgainIsHarmless() {
        storage.close();
        assertThatCode(storage::close).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("closing one service leaves another over the same store open")
    void closingOneServiceLeavesAnotherOpen() {
        StorageService other = anotherService();
        storage.close();
        assertThat(other.probe(bucket)).isTrue();
    }

    @Test
    @DisplayName("what one service wrote, another sees at once")
    void whatOneServiceWroteAnotherSees() {
        StoredObject written = put("a.txt", "text");
        assertThat(anotherService().find(ref("a.txt"))).contains(written);
    }

    @Test
    @DisplayName("a failure names operation, bucket and key, and counts no attempts (A1.11)")
    void failureNamesOperationBucketAndKey() {
        ObjectRef missing = ref("reports/2026 ä.csv");
        NotFoundFailure failure = Failures.expect(NotFoundFailure.class, () -> storage.reader(missing));
        assertThat(failure)
                .hasMessageContaining(bucket.value())
                .hasMessageContaining("reports/2026 ä.csv")
                .message()
                .as("one line")
                .doesNotContain("\n");
        assertThat(failure.details().remedy()).as("remedy").isNotBlank();
        assertThat(failure.details().attempts()).as("attempts").isZero();
        assertThat(failure.retryable()).isFalse();
    }

    @Test
    @DisplayName("the failure of a missing bucket names it and says what to do (A1.11)")
    void failureOfMissingBucketNamesIt() {
        ObjectRef object = new ObjectRef(harness.missingBucket(), ObjectKey.of("a.txt"));
        BucketNotFoundFailure failure = Failures.expect(BucketNotFoundFailure.class, () -> storage.find(object));
        assertThat(failure).hasMessageContaining(harness.missingBucket().value());
        assertThat(failure.details().remedy()).isNotBlank();
        assertThat(failure.retryable()).isFalse();
    }

    @Test
    @DisplayName("features ask the store nothing and never change")
    void featuresNeverChange() {
        withoutRequest(() -> {
            Set<StorageFeature> before = Set.copyOf(storage.features());
            storage.close();
            assertThat(storage.features()).isEqualTo(before);
        });
    }

    @Test
    @DisplayName("every call takes a timeout")
    void everyCallTakesTimeout() {
        put("a.txt", "text");
        StorageCalls.all(storage, ref("a.txt"), MINUTE)
                .forEach((name, call) ->
                        assertThatCode(() -> call.run(storage)).as(name).doesNotThrowAnyException());
    }

    @Test
    @DisplayName("every call refuses one option given twice before any I/O")
    void everyCallRefusesOneOptionGivenTwice() {
        put("a.txt", "text");
        CallOption[] twice = {MINUTE, Timeout.of(Duration.ofMinutes(2))};
        withoutRequest(() -> StorageCalls.all(storage, ref("a.txt"), twice)
                .forEach((name, call) -> Failures.expect(InvalidRequestFailure.class, name, () -> call.run(storage))));
    }
}
