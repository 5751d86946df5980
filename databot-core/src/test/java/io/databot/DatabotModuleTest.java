package io.databot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Provider;
import com.google.inject.ProvisionException;
import com.google.inject.name.Named;
import com.google.inject.name.Names;
import com.google.inject.util.Modules;
import io.databot.FakeBackend.Journal;
import io.databot.compute.ComputeService;
import io.databot.credential.CredentialProvider;
import io.databot.discovery.Discovery;
import io.databot.discovery.TestState;
import io.databot.failure.ClosedFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.SettingsFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.resilience.CallListener;
import io.databot.resilience.CallRecord;
import io.databot.settings.Sources;
import io.databot.state.StateSource;
import io.databot.storage.StorageService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications that are wired with Guice. */
class DatabotModuleTest {

    private final Journal journal = new Journal();

    @BeforeEach
    void stateHasTwoBuckets() {
        journal.state = Optional.of(TestState.state()
                .bucket("data", "acme-data", "databot_environment=dev", "databot_role=data")
                .bucket("archive", "acme-archive", "databot_environment=dev", "databot_role=archive")
                .build());
    }

    private DatabotModule module() {
        return new DatabotModule(Environment.of("dev")
                .withSources(Sources.none(Path.of("no-such-directory")))
                .with("state.backend", "fake")
                .with("storage.backend", "fake")
                .with("compute.backend", "fake")
                .overriding(binding(Journal.class, journal)));
    }

    private static <T> Module binding(Class<T> type, T instance) {
        return new AbstractModule() {
            @Override
            protected void configure() {
                bind(type).toInstance(instance);
            }
        };
    }

    private static final class Application {

        private final Bucket data;
        private final Bucket archive;
        private final StorageService storage;
        private final StateSource state;
        private final Provider<ComputeService> compute;

        @Inject
        Application(
                Bucket data,
                @Named("archive") Bucket archive,
                StorageService storage,
                StateSource state,
                Provider<ComputeService> compute) {
            this.data = data;
            this.archive = archive;
            this.storage = storage;
            this.state = state;
            this.compute = compute;
        }
    }

    @Test
    void bucketsAndPortsAreInjected() {
        Injector injector = Guice.createInjector(module().withBuckets("archive"));
        assertThat(journal.entries).isEmpty();

        Application application = injector.getInstance(Application.class);

        assertThat(application.data).hasToString("acme-data");
        assertThat(application.archive).hasToString("acme-archive");
        assertThat(application.storage)
                .isSameAs(injector.getInstance(Databot.class).storageService());
        assertThat(application.state.read().outputs()).isEmpty();
        assertThat(journal.entries).doesNotContain("constructed compute");
        assertThat(application.compute.get().features()).isEmpty();
    }

    @Test
    void closingTheInjectedDatabotClosesThePorts() {
        Injector injector = Guice.createInjector(module());
        injector.getInstance(Bucket.class);
        Databot databot = injector.getInstance(Databot.class);

        databot.close();

        assertThat(journal.entries).endsWith("closed storage", "closed state");
        assertThatThrownBy(databot::storage).isInstanceOf(ClosedFailure.class);
    }

    @Test
    void anOverridingStorageReachesTheInjectedBuckets() {
        SortedStorage other = new SortedStorage();
        Injector injector = Guice.createInjector(
                Modules.override(module().withBuckets("archive")).with(binding(StorageService.class, other)));

        injector.getInstance(Bucket.class).putText("a", "x");
        injector.getInstance(Key.get(Bucket.class, Names.named("archive"))).putText("b", "y");

        assertThat(Bucket.of(other, injector.getInstance(Bucket.class).name()).list())
                .extracting(object -> object.ref().toString())
                .containsExactly("acme-data/a", "acme-archive/b");
        assertThat(injector.getInstance(Databot.class).storageService()).isSameAs(other);
        assertThat(journal.entries).doesNotContain("constructed storage");
    }

    @Test
    void aBucketOfTheApplicationsOwnReplacesTheDiscoveredOne() {
        Bucket own = Bucket.of(new SortedStorage(), io.databot.storage.BucketName.of("my-own"));
        Injector injector = Guice.createInjector(Modules.override(module()).with(binding(Bucket.class, own)));

        assertThat(injector.getInstance(Bucket.class)).isSameAs(own);
        assertThat(journal.entries).isEmpty();
    }

    @Test
    void discoveryIsInjectedAndTheRestStaysPrivate() {
        Injector injector = Guice.createInjector(module());

        assertThat(injector.getInstance(Discovery.class).infrastructure().environment())
                .isEqualTo("dev");
        assertThat(injector.getExistingBinding(Key.get(java.time.Clock.class))).isNull();
        assertThat(injector.getExistingBinding(Key.get(Journal.class))).isNull();
    }

    @Test
    void twoEnvironmentsLiveBesideEachOther() {
        Injector dev = Guice.createInjector(module());
        Injector again = Guice.createInjector(module());

        dev.getInstance(Databot.class).close();

        assertThat(again.getInstance(Databot.class).storage()).hasToString("acme-data");
    }

    @Test
    void settingsThatDoNotHoldAreTheCauseOfGuicesException() {
        Module module = new DatabotModule(Environment.of("dev")
                .withSources(Sources.none(Path.of("no-such-directory")))
                .with("no-such", "x"));

        assertThatThrownBy(() -> Guice.createInjector(module))
                .isInstanceOf(CreationException.class)
                .hasCauseInstanceOf(SettingsFailure.class);
    }

    @Test
    void failuresOfDiscoveryAndPortsAreTheCauseOfGuicesException() {
        Injector injector = Guice.createInjector(module().withBuckets("nowhere"));

        assertThatThrownBy(() -> injector.getInstance(Key.get(Bucket.class, Names.named("nowhere"))))
                .isInstanceOf(ProvisionException.class)
                .hasCauseInstanceOf(NotFoundFailure.class);
        assertThatThrownBy(() -> injector.getInstance(CredentialProvider.class))
                .isInstanceOf(ProvisionException.class)
                .hasCauseInstanceOf(UnsupportedFailure.class);
    }

    @Test
    void listenerOfTheApplicationHearsOfCalls() {
        List<CallRecord> heard = new ArrayList<>();
        CallListener listener = heard::add;
        Injector injector = Guice.createInjector(module(), binding(CallListener.class, listener));

        injector.getInstance(StateSource.class).read();

        assertThat(heard).extracting(CallRecord::resourceKind).containsExactly("state");
    }
}
