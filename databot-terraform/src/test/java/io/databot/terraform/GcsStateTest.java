package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.BucketNotFoundFailure;
import io.databot.failure.ClosedFailure;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import io.databot.failure.ThrottledFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.inmemory.InMemoryStorage;
import io.databot.inmemory.StorageOperation;
import io.databot.state.State;
import io.databot.storage.BucketName;
import io.databot.storage.Content;
import io.databot.storage.ObjectRef;
import io.databot.testkit.TestClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a state in Google Cloud Storage is read, kept and refreshed; the store is the in-memory one. */
class GcsStateTest {

    private static final Duration TTL = Duration.ofSeconds(60);
    private static final String OBJECT = "databot/dev/default.tfstate";
    private static final String ADDRESS = "gs://acme-tfstate/" + OBJECT;

    private final TestClock clock = TestClock.fixed();
    private final InMemoryStorage storage =
            InMemoryStorage.builder().bucket("acme-tfstate").build();
    private final LogCapture log = LogCapture.of(SnapshotCache.class);

    @AfterEach
    void stopCapturing() {
        log.close();
    }

    private TerraformState.Builder builder() {
        return TerraformState.builder("dev")
                .location(ADDRESS)
                .storage(() -> storage)
                .ttl(TTL)
                .clock(clock)
                .variables(name -> Optional.empty());
    }

    private void write(String serial, String said) {
        write(States.numbered(States.LINEAGE, serial, said));
    }

    private void write(String content) {
        storage.put(ObjectRef.of("acme-tfstate", OBJECT), Content.text(content));
    }

    private long requests() {
        return storage.faults().calls() - storage.faults().calls(StorageOperation.PUT);
    }

    private static String said(State state) {
        return state.get("output.said").asString();
    }

    @Test
    void originIsTheAddress() {
        write("1", "x");
        State state = builder().build().read();
        assertThat(said(state)).isEqualTo("x");
        assertThat(state.origin()).isEqualTo(ADDRESS);
        assertThat(state.readAt()).isEqualTo(clock.instant());
    }

    @Test
    void portIsNotAskedForBeforeTheFirstRead() {
        TerraformState source = builder()
                .storage(() -> {
                    throw new AssertionError("asked");
                })
                .build();
        source.close();
    }

    @Test
    void changeIsSeenAfterTheTimeToLive() {
        write("1", "old");
        TerraformState source = builder().build();
        State first = source.read();
        write("2", "new");
        clock.advance(TTL.minusNanos(1));
        assertThat(source.read()).isSameAs(first);
        clock.advance(Duration.ofNanos(1));
        assertThat(said(source.read())).isEqualTo("new");
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void unchangedObjectIsAskedForOnceAndIsFreshAgain() {
        write("1", "same");
        TerraformState source = builder().build();
        State first = source.read();
        clock.advance(TTL);
        State second = source.read();
        assertThat(requests()).isEqualTo(2);
        assertThat(said(second)).isEqualTo("same");
        assertThat(second.readAt()).isEqualTo(first.readAt().plus(TTL));
        assertThat(second.stale()).isFalse();
        assertThat(second.instances()).isEqualTo(first.instances());
    }

    @Test
    void staleSnapshotIsFreshAgainWhenTheObjectHasNotChanged() {
        write("1", "same");
        TerraformState source = builder().build();
        source.read();
        clock.advance(TTL);
        storage.faults().next(StorageOperation.READER).unavailable();
        assertThat(source.read().stale()).isTrue();
        assertThat(source.read().stale()).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(source.read().stale()).isFalse();
        assertThat(log.lines()).hasSize(2);
        assertThat(log.lines().get(0)).contains("last good state", ADDRESS);
    }

    @Test
    void serialNeverGoesBackWithinALineage() {
        write("2", "newer");
        TerraformState source = builder().build();
        source.read();
        write("1", "older");
        for (int i = 0; i < 2; i++) {
            clock.advance(TTL);
            assertThat(said(source.read())).isEqualTo("newer");
            assertThat(source.read().stale()).isTrue();
        }
    }

    @Test
    void failureThatMayPassIsNotKeptSoThatARepeatAsksAgain() {
        write("1", "there");
        storage.faults().next(StorageOperation.READER, 2).unavailable();
        TerraformState source = builder().build();
        UnavailableFailure failure = catchThrowableOfType(UnavailableFailure.class, source::read);
        assertThat(failure.retryable()).isTrue();
        assertThat(failure.details().resource()).isEqualTo(ADDRESS);
        assertThatThrownBy(source::read).isInstanceOf(UnavailableFailure.class);
        assertThat(requests()).as("one request for each attempt").isEqualTo(2);
        assertThat(said(source.read())).isEqualTo("there");
    }

    @Test
    void failureThatMayPassIsNotKeptAfterOneThatWas() {
        TerraformState source = builder().build();
        assertThatThrownBy(source::read).isInstanceOf(NotFoundFailure.class);
        write("1", "there");
        clock.advance(TTL);
        long before = requests();
        storage.faults().next(StorageOperation.READER).throttle(Duration.ofSeconds(7));
        ThrottledFailure failure = catchThrowableOfType(ThrottledFailure.class, source::read);
        assertThat(failure.details().retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(requests() - before).isEqualTo(1);
        assertThat(said(source.read())).isEqualTo("there");
    }

    @Test
    void brokenConnectionMayPass() {
        write("1", "x".repeat(1_000));
        storage.faults().next(StorageOperation.READER).breakAfter(100);
        TerraformState source = builder().build();
        UnavailableFailure failure = catchThrowableOfType(UnavailableFailure.class, source::read);
        assertThat(failure.retryable()).isTrue();
        assertThat(said(source.read())).hasSize(1_000);
    }

    @Test
    void missingObjectNamesAddressAndWorkspace() {
        TerraformState source =
                builder().location("gs://acme-tfstate/databot/dev").build();
        assertThatThrownBy(source::read)
                .isInstanceOf(NotFoundFailure.class)
                .isNotInstanceOf(BucketNotFoundFailure.class)
                .hasMessageContaining(ADDRESS)
                .hasMessageContaining("workspace default")
                .hasMessageContaining("terraform apply");
        assertThatThrownBy(source::read).isInstanceOf(NotFoundFailure.class);
        assertThat(requests()).as("absence is kept for a second").isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        write("1", "there");
        assertThat(said(source.read())).isEqualTo("there");
    }

    @Test
    void missingBucketStaysAMissingBucket() {
        assertThatThrownBy(() ->
                        builder().location("gs://acme-none/x.tfstate").build().read())
                .isInstanceOf(BucketNotFoundFailure.class)
                .hasMessageContaining("gs://acme-none/x.tfstate")
                .hasMessageContaining("Check the bucket's name");
    }

    @Test
    void deniedAccessTellsTheRightThatIsNeeded() {
        storage.faults().next(StorageOperation.READER).deny();
        AccessDeniedFailure failure =
                catchThrowableOfType(AccessDeniedFailure.class, builder().build()::read);
        assertThat(failure.details().resource()).isEqualTo(ADDRESS);
        assertThat(failure.details().remedy()).contains("storage.objects.get");
        assertThat(failure.details().operation()).isEqualTo("read state");
    }

    @Test
    void refusedIdentityStaysOne() {
        storage.faults().next(StorageOperation.READER).fail(NotAuthenticatedFailure::new);
        assertThatThrownBy(builder().build()::read).isInstanceOf(NotAuthenticatedFailure.class);
    }

    @Test
    void objectOverTheLimitIsRefused() {
        write("1", "x".repeat(2_000));
        StateFailure failure = catchThrowableOfType(
                StateFailure.class, builder().maxBytes(1_000).build()::read);
        assertThat(failure.problem()).isEqualTo(Problem.TOO_LARGE);
        assertThat(failure).hasMessageContaining(ADDRESS).hasMessageContaining("state.max-size");
    }

    @Test
    void emptyAndForeignObjectsAreRefusedWithoutWaiting() {
        TerraformState.Builder builder = builder().sleeper(pause -> {
            throw new AssertionError("waited");
        });
        write("");
        assertThat(catchThrowableOfType(StateFailure.class, builder.build()::read)
                        .problem())
                .isEqualTo(Problem.EMPTY);
        write("not JSON");
        assertThat(catchThrowableOfType(StateFailure.class, builder.build()::read)
                        .problem())
                .isEqualTo(Problem.NOT_JSON);
    }

    @Test
    void withoutAStorageServiceTheArtifactIsNamed() {
        try (TerraformState source =
                TerraformState.builder("dev").location(ADDRESS).build()) {
            assertThatThrownBy(source::read)
                    .isInstanceOf(UnsupportedFailure.class)
                    .hasMessageContaining(ADDRESS)
                    .hasMessageContaining("databot-gcp");
        }
    }

    @Test
    void closingClosesThePortThatWasMadeForIt() {
        write("1", "x");
        TerraformState source = builder().build();
        source.read();
        source.close();
        assertThatThrownBy(() -> storage.probe(BucketName.of("acme-tfstate"))).isInstanceOf(ClosedFailure.class);
        assertThatThrownBy(source::read).isInstanceOf(ClosedFailure.class);
    }

    @Test
    void closingLeavesAPortThatOthersUseOpen() {
        write("1", "x");
        TerraformState source = builder().sharedStorage(() -> storage).build();
        source.read();
        source.close();
        assertThat(storage.probe(BucketName.of("acme-tfstate"))).isTrue();
    }
}
