package io.databot.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import io.databot.failure.BucketNotFoundFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import io.databot.spi.Backend;
import io.databot.spi.Settings;
import io.databot.state.State;
import io.databot.state.StateChange;
import io.databot.state.StateListeners;
import io.databot.state.StateMetrics;
import io.databot.state.StateSource;
import io.databot.state.StateWatch;
import io.databot.storage.AtGeneration;
import io.databot.storage.Content;
import io.databot.storage.ObjectRef;
import io.databot.storage.StorageService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MemoryBackendTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @Test
    void backendIsFoundByName() {
        assertThat(ServiceLoader.load(Backend.class)).extracting(Backend::name).contains("memory");
    }

    @Test
    void everyBucketOfTheStateExistsAndNoOther() {
        StateSource state =
                InMemoryState.environment("dev").bucket("data", "acme-dev-data").build();
        StorageService storage = storage(state, Map.of());
        storage.put(ObjectRef.of("acme-dev-data", "a"), Content.text("a"));

        assertThatThrownBy(() -> storage.find(ObjectRef.of("acme-dev-other", "a")))
                .isExactlyInstanceOf(BucketNotFoundFailure.class)
                .hasMessage(
                        "find memory://acme-dev-other: there is no bucket acme-dev-other. Name it when the storage is"
                                + " built, or describe it in the environment's state.");
    }

    @Test
    void bucketOfTheStateKeepsVersionsIfTheStateSaysSo() {
        StateSource state = InMemoryState.environment("dev")
                .versionedBucket("data", "acme-dev-data")
                .build();
        StorageService storage = storage(state, Map.of());
        ObjectRef object = ObjectRef.of("acme-dev-data", "a");
        long first = storage.put(object, Content.text("a")).generation();
        storage.put(object, Content.text("b"));

        assertThat(storage.find(object, AtGeneration.of(first))).isPresent();
    }

    @Test
    void bucketAppearsAndVanishesWithTheState() {
        InMemoryState state = InMemoryState.environment("dev").build();
        StorageService storage = storage(state, Map.of());
        assertThat(storage.probe(ObjectRef.of("acme-dev-data", "a").bucket())).isFalse();

        state.replace(
                InMemoryState.environment("dev").bucket("data", "acme-dev-data").state());
        assertThat(storage.probe(ObjectRef.of("acme-dev-data", "a").bucket())).isTrue();
        storage.put(ObjectRef.of("acme-dev-data", "a"), Content.text("a"));

        state.replace(InMemoryState.environment("dev").state());
        assertThatThrownBy(() -> storage.find(ObjectRef.of("acme-dev-data", "a")))
                .isExactlyInstanceOf(BucketNotFoundFailure.class);
    }

    @Test
    void bucketThatTheSettingsNameExistsThoughThereIsNoState() {
        StorageService storage = storage(new NoState(), Map.of("bucket", "named-one", "bucket.archive", "named-two"));

        assertThat(storage.probe(ObjectRef.of("named-one", "a").bucket())).isTrue();
        assertThat(storage.probe(ObjectRef.of("named-two", "a").bucket())).isTrue();
        assertThatThrownBy(() -> storage.probe(ObjectRef.of("named-three", "a").bucket()))
                .isExactlyInstanceOf(NotFoundFailure.class)
                .hasMessage("read state: nowhere");
    }

    @Test
    void bucketOfPlainOutputsExists() {
        StateSource state = InMemoryState.environment("dev")
                .withoutContract()
                .output("dev_data_bucket", "plain-one")
                .output("buckets", new Values().with("archive", "plain-two").build())
                .output("region", "not-a-bucket")
                .build();
        StorageService storage = storage(state, Map.of());

        assertThat(storage.probe(ObjectRef.of("plain-one", "a").bucket())).isTrue();
        assertThat(storage.probe(ObjectRef.of("plain-two", "a").bucket())).isTrue();
        assertThat(storage.probe(ObjectRef.of("not-a-bucket", "a").bucket())).isFalse();
    }

    @Test
    void ownStateDescribesOneBucketAndOneServiceAccount() {
        Injector injector = injector(new NoState(), Map.of());
        State state = injector.getInstance(Key.get(new TypeLiteral<Map<String, StateSource>>() {}))
                .get("memory")
                .read();

        assertThat(state.get("output.databot.buckets.data.name").asString()).isEqualTo("test-data");
        assertThat(state.get("output.databot.service_accounts.databot.email").asString())
                .isEqualTo("databot-test@databot-test.iam.gserviceaccount.com");
        assertThat(state.readAt()).isEqualTo(CLOCK.instant());
    }

    @Test
    void portAndClassAreOneInstance() {
        Injector injector = injector(new NoState(), Map.of());

        assertThat(storages(injector).get("memory")).isSameAs(injector.getInstance(InMemoryStorage.class));
    }

    private static StorageService storage(StateSource state, Map<String, String> settings) {
        return storages(injector(state, settings)).get("memory");
    }

    private static Map<String, StorageService> storages(Injector injector) {
        return injector.getInstance(Key.get(new TypeLiteral<Map<String, StorageService>>() {}));
    }

    private static Injector injector(StateSource state, Map<String, String> settings) {
        return Guice.createInjector(new MemoryBackend().module(), new AbstractModule() {
            @Override
            protected void configure() {
                bind(StateSource.class).toInstance(state);
                bind(Clock.class).toInstance(CLOCK);
                bind(Settings.class).toInstance(Settings.of("test", settings));
            }
        });
    }

    private record NoState() implements StateSource {
        @Override
        public State read() {
            throw new NotFoundFailure(FailureDetails.of("read state", "", "nowhere", ""));
        }

        @Override
        public StateWatch onChange(Consumer<StateChange> listener) {
            return new StateListeners().add(listener);
        }

        @Override
        public StateMetrics metrics() {
            return new StateMetrics(0, 0, 0, 0, Duration.ZERO, Optional.empty(), false);
        }

        @Override
        public void close() {}
    }
}
