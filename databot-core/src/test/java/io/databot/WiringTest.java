package io.databot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Module;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.databot.FakeBackend.Journal;
import io.databot.discovery.QuietSource;
import io.databot.discovery.ResourceKind;
import io.databot.discovery.TestState;
import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.ClosedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.SettingsFailure;
import io.databot.failure.UnexpectedFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.resilience.CallListener;
import io.databot.resilience.CallRecord;
import io.databot.settings.Sources;
import io.databot.state.StateSource;
import io.databot.state.StateValue;
import io.databot.storage.StorageService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which backend serves a port, when it is constructed, what is closed, and how failures look. */
class WiringTest {

    private final Journal journal = new Journal();

    /** An environment of which the fake backend serves every port, and nothing else is read. */
    private Environment fake() {
        return bare("dev")
                .with("state.backend", "fake")
                .with("storage.backend", "fake")
                .with("compute.backend", "fake");
    }

    private Environment bare(String name) {
        return Environment.of(name)
                .withSources(Sources.none(Path.of("no-such-directory")))
                .overriding(binding(Journal.class, journal));
    }

    private static <T> Module binding(Class<T> type, T instance) {
        return new AbstractModule() {
            @Override
            protected void configure() {
                bind(type).toInstance(instance);
            }
        };
    }

    private void stateHas(TestState state) {
        journal.state = java.util.Optional.of(state.build());
    }

    @Test
    void openingConstructsNothing() {
        try (Databot databot = Databot.open(fake())) {
            assertThat(databot.environment()).isEqualTo("dev");
            assertThat(databot).hasToString("Databot[dev]");
        }

        assertThat(journal.entries).isEmpty();
    }

    @Test
    void onlyThePortThatIsUsedIsConstructedAndOnce() {
        try (Databot databot = Databot.open(fake())) {
            databot.storageService();
            databot.storageService();

            assertThat(journal.entries).containsExactly("constructed storage");
        }
    }

    @Test
    void aBucketNamedBySettingsNeedsNoState() {
        try (Databot databot = Databot.open(fake().with("bucket", "acme-1").with("databot.bucket.archive", "acme-2"))) {
            databot.storage().putText("a", "x");

            assertThat(databot.storage().text("a")).isEqualTo("x");
            assertThat(databot.storage("archive").name().value()).isEqualTo("acme-2");
            assertThat(journal.entries).containsExactly("constructed storage");
        }
    }

    @Test
    void portsAreClosedInReverseAndOnce() {
        Databot databot = Databot.open(fake());
        databot.stateSource();
        databot.compute();
        databot.storageService();
        journal.entries.clear();

        databot.close();
        databot.close();

        assertThat(journal.entries).containsExactly("closed storage", "closed compute", "closed state");
    }

    /** As the state port does that reads through another backend's storage. */
    @Test
    void aPortThatAnotherBackendHadMadeIsClosedToo() {
        Module eager = binder -> binder.bind(Borrower.class).asEagerSingleton();
        Databot databot = Databot.open(fake().overriding(binding(StorageService.class, new SortedStorage()))
                .overriding(eager));
        assertThat(journal.entries).containsExactly("constructed storage");

        databot.close();

        assertThat(journal.entries).containsExactly("constructed storage", "closed storage");
    }

    private static final class Borrower {

        @Inject
        Borrower(Map<String, Provider<StorageService>> ports) {
            ports.get("fake").get();
        }
    }

    @Test
    void afterCloseEveryCallIsRefused() {
        Databot databot = Databot.open(fake().with("bucket", "acme-1"));
        databot.close();

        List<Runnable> calls = List.of(
                databot::storage,
                () -> databot.storage("archive"),
                databot::serviceAccount,
                () -> databot.serviceAccount("robot"),
                databot::workbench,
                databot::service,
                databot::infrastructure,
                databot::state,
                databot::stateSource,
                databot::storageService,
                databot::compute,
                databot::credentials);
        assertThat(calls).allSatisfy(call -> assertThatThrownBy(call::run).isInstanceOf(ClosedFailure.class));
        assertThat(journal.entries).isEmpty();
    }

    @Test
    void whatHoldsAPortLazilyCannotConstructItAfterClose() {
        stateHas(TestState.state()
                .resource(
                        "google_workbench_instance",
                        "lab",
                        Map.of(
                                "name",
                                TestState.text("lab"),
                                "id",
                                TestState.text("projects/p/locations/l/instances/lab"))));
        Databot databot = Databot.open(fake());
        Workbench workbench = databot.workbench();
        databot.close();

        assertThatThrownBy(workbench::find).isInstanceOf(ClosedFailure.class);
        assertThat(journal.entries).endsWith("constructed compute", "closed compute");
    }

    @Test
    void anUnknownBackendIsRefusedAtOnceWithAllOtherProblems() {
        Environment environment = bare("dev")
                .with("storage.backend", "gpc")
                .with("state.backend", "fake")
                .with("storag.backend", "x");

        assertThatThrownBy(() -> Databot.open(environment))
                .isInstanceOfSatisfying(
                        SettingsFailure.class,
                        failure -> assertThat(failure.problems())
                                .hasSize(2)
                                .anySatisfy(
                                        problem -> assertThat(problem)
                                                .startsWith(
                                                        "Environment.with(\"storag.backend\") is not a setting. Nearest: storage.backend"))
                                .contains(
                                        "Environment.with(\"storage.backend\") must be a backend on the class path: fake,"
                                                + " not \"gpc\"."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void aDefaultBackendThatIsMissingShowsOnUseAndNamesTheArtifact(String name) {
        try (Databot databot = Databot.open(bare(name))) {
            assertThatThrownBy(databot::storageService)
                    .isInstanceOf(UnsupportedFailure.class)
                    .hasMessage(
                            "use storage environment " + name + ": the backend gcp is not on the class path."
                                    + " Add the artifact databot-gcp, or set databot.storage.backend to one that has it: fake.");
            assertThatThrownBy(databot::state)
                    .isInstanceOf(UnsupportedFailure.class)
                    .hasMessageContaining("Add the artifact databot-terraform");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "memory"})
    void testEnvironmentsAreInMemoryWhoseArtifactIsNamedOtherwise(String name) {
        try (Databot databot = Databot.open(bare(name))) {
            assertThatThrownBy(databot::state)
                    .isInstanceOf(UnsupportedFailure.class)
                    .hasMessageContaining(
                            "the backend memory is not on the class path. Add the artifact databot-inmemory");
        }
    }

    @Test
    void aBackendWithoutThePortIsNotAskedForAgain() {
        try (Databot databot = Databot.open(fake().with("credentials.backend", "fake"))) {
            assertThatThrownBy(databot::credentials)
                    .isInstanceOf(UnsupportedFailure.class)
                    .hasMessage("use credentials environment dev: the backend fake has no credentials port."
                            + " Set databot.credentials.backend to one that has it: none here.");
        }
    }

    @Test
    void aFailingPortShowsItsOwnFailureAndTheNextCallTriesAgain() {
        try (Databot databot = Databot.open(fake().with("fake.trouble", "storage"))) {
            assertThatThrownBy(databot::storageService)
                    .isInstanceOf(AccessDeniedFailure.class)
                    .hasMessageStartingWith("construct storage fake: it was told to fail");
            assertThatThrownBy(databot::storageService).isInstanceOf(AccessDeniedFailure.class);
            assertThat(journal.entries).containsExactly("constructed storage", "constructed storage");
        }
    }

    @Test
    void aPortThatFailsInAnotherWayIsAnUnexpectedFailureWithItsCause() {
        Module broken = new AbstractModule() {
            @Provides
            StorageService storage() {
                throw new IllegalStateException("broken");
            }
        };

        try (Databot databot = Databot.open(fake().overriding(broken))) {
            assertThatThrownBy(databot::storageService)
                    .isInstanceOf(UnexpectedFailure.class)
                    .hasMessageStartingWith("construct a port: ")
                    .hasRootCauseMessage("broken");
        }
    }

    /** Uses a port and then fails. */
    private static final class Eager {
        @Inject
        @SuppressWarnings("unused")
        Eager(StorageService storage, Provider<StateSource> state) {
            state.get();
            throw new IllegalStateException("half-way");
        }
    }

    @Test
    void openingThatFailsHalfWayClosesWhatWasOpenedInReverse() {
        Module eager = new AbstractModule() {
            @Override
            protected void configure() {
                bind(Eager.class).asEagerSingleton();
            }
        };

        Throwable failure = catchThrowable(() -> Databot.open(fake().overriding(eager)));

        assertThat(failure).isInstanceOf(UnexpectedFailure.class).hasRootCauseMessage("half-way");
        assertThat(journal.entries)
                .containsExactly("constructed storage", "constructed state", "closed state", "closed storage");
    }

    @Test
    void afterAFailedOpeningTheFailureOfDatabotsFamilyIsTheHeadline() {
        Module eager = new AbstractModule() {
            @Provides
            @Singleton
            Eager eager(StorageService storage) {
                throw new AssertionError("not reached: " + storage);
            }

            @Override
            protected void configure() {
                bind(Object.class).toProvider(getProvider(Eager.class)).asEagerSingleton();
            }
        };

        assertThatThrownBy(() ->
                        Databot.open(fake().with("fake.trouble", "storage").overriding(eager)))
                .isInstanceOf(AccessDeniedFailure.class);
    }

    @Test
    void anOverridingModuleReplacesAPortForDiscoveryToo() {
        SortedStorage other = new SortedStorage();
        StateSource none = new QuietSource() {
            @Override
            public io.databot.state.State read() {
                return TestState.state().bucket("b", "acme-dev-data").build();
            }
        };

        try (Databot databot = Databot.open(
                fake().overriding(binding(StorageService.class, other)).overriding(binding(StateSource.class, none)))) {
            databot.storage().putText("a", "x");

            assertThat(databot.storage().name().value()).isEqualTo("acme-dev-data");
            assertThat(databot.storageService()).isSameAs(other);
            assertThat(journal.entries).isEmpty();
        }
    }

    @Test
    void laterOverridesWin() {
        SortedStorage first = new SortedStorage();
        SortedStorage second = new SortedStorage();

        try (Databot databot = Databot.open(fake().overriding(binding(StorageService.class, first))
                .overriding(binding(StorageService.class, second)))) {
            assertThat(databot.storageService()).isSameAs(second);
        }
    }

    @Test
    void theClockOfTheEnvironmentIsWhatPortsAreGiven() {
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        Module asking = new AbstractModule() {
            @Provides
            StateSource state(Clock given) {
                assertThat(given).isSameAs(clock);
                throw new AssertionError("asked");
            }
        };

        try (Databot databot = Databot.open(fake().withClock(clock).overriding(asking))) {
            assertThat(catchThrowable(databot::stateSource)).hasStackTraceContaining("asked");
        }
    }

    @Test
    void everythingThatWasDiscoveredIsHandedOut() {
        stateHas(TestState.state()
                .contract(
                        "dev",
                        Map.of(
                                "project_id",
                                TestState.text("acme-1"),
                                "buckets",
                                StateValue.of(Map.of("data", TestState.map("name=acme-dev-data"))),
                                "service_accounts",
                                StateValue.of(Map.of("robot", TestState.map("email=robot@acme-1.iam", "unique_id=42"))),
                                "workbenches",
                                StateValue.of(Map.of(
                                        "lab",
                                        TestState.map("name=lab", "zone=europe-west1-b", "proxy_uri=x.example.com"))),
                                "services",
                                StateValue.of(Map.of(
                                        "api",
                                        TestState.map(
                                                "name=api",
                                                "id=projects/acme-2/locations/europe-west1/services/api",
                                                "uri=https://api.example.com"))))));

        try (Databot databot = Databot.open(fake())) {
            assertThat(databot.storage()).hasToString("acme-dev-data");
            assertThat(databot.serviceAccount().member()).isEqualTo("serviceAccount:robot@acme-1.iam");
            assertThat(databot.serviceAccount("robot").uniqueId()).contains("42");
            assertThat(databot.workbench()).hasToString("workbench acme-1/europe-west1-b/lab");
            assertThat(databot.workbench("lab").proxyUri()).hasToString("Optional[https://x.example.com]");
            assertThat(databot.service()).hasToString("service acme-2/europe-west1/api");
            assertThat(databot.service("api").uri()).hasToString("Optional[https://api.example.com]");
            assertThat(databot.infrastructure().all(ResourceKind.BUCKET)).hasSize(1);
            assertThat(journal.entries).doesNotContain("constructed compute");
        }
    }

    @Test
    void aServiceOfTheFirstVersionIsNamedByItsParts() {
        stateHas(TestState.state()
                .resource(
                        "google_cloud_run_service",
                        "old",
                        Map.of(
                                "name",
                                TestState.text("old"),
                                "project",
                                TestState.text("acme-1"),
                                "location",
                                TestState.text("europe-west1"),
                                "id",
                                TestState.text("locations/europe-west1/namespaces/acme-1/services/old"),
                                "status",
                                StateValue.of(List.of(TestState.map("url=https://old.example.com"))))));

        try (Databot databot = Databot.open(fake())) {
            assertThat(databot.service()).hasToString("service acme-1/europe-west1/old");
            assertThat(databot.service().uri()).hasToString("Optional[https://old.example.com]");
        }
    }

    @Test
    void aSettingMayNameAMachineWholeWithoutAnyState() {
        try (Databot databot = Databot.open(fake().with("workbench", "projects/p/locations/l/instances/lab"))) {
            assertThat(databot.workbench()).hasToString("workbench p/l/lab");
            assertThat(journal.entries).isEmpty();
        }
    }

    @Test
    void aMachineThatIsNamedByHalfSaysWhatIsMissing() {
        stateHas(TestState.state());

        try (Databot databot = Databot.open(fake().with("workbench", "lab"))) {
            assertThatThrownBy(databot::workbench)
                    .isInstanceOf(NotFoundFailure.class)
                    .hasMessage("name workbench lab: setting databot.workbench does not say its project."
                            + " Publish it in the output databot, or set databot.workbench to the whole name:"
                            + " projects/PROJECT/locations/LOCATION/instances/NAME.");
        }
    }

    @Test
    void anAddressThatIsNoneIsAFailureOfTheState() {
        stateHas(TestState.state()
                .contract(
                        "dev",
                        Map.of(
                                "services",
                                StateValue.of(Map.of(
                                        "api",
                                        TestState.map(
                                                "name=api", "id=projects/p/locations/l/services/api", "uri=a b"))))));

        try (Databot databot = Databot.open(fake())) {
            assertThatThrownBy(databot::service).isInstanceOf(io.databot.failure.StateFailure.class);
        }
    }

    @Test
    void settingsOfABackendAreKnown() {
        try (Databot databot = Databot.open(fake().with("fake.greeting", "hello"))) {
            assertThat(databot.environment()).isEqualTo("dev");
        }
        assertThat(DeclaredSettings.all()).contains(FakeBackend.GREETING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-dev", "dev-", "../etc", "a..b", "dev/x", "dev\nx", "ä"})
    void whatCannotNameAnEnvironmentIsRefused(String name) {
        assertThatThrownBy(() -> Databot.open(name))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageNotContaining("\n")
                .hasMessageContaining("Use a name such as dev or prod.");
    }

    @Test
    void anEnvironmentPrintsNoValues() {
        assertThat(Environment.of("dev").with("bucket", "hunter2")).hasToString("environment dev with [bucket]");
    }

    @Test
    void everyFailureSaysWhatWhereWhyAndWhatToDo() {
        try (Databot databot = Databot.open(bare("dev"))) {
            assertThat(catchThrowable(databot::storageService))
                    .isInstanceOfSatisfying(DatabotException.class, failure -> {
                        assertThat(failure.details().operation()).isNotBlank();
                        assertThat(failure.details().resource()).isNotBlank();
                        assertThat(failure.details().reason()).isNotBlank();
                        assertThat(failure.details().remedy()).isNotBlank();
                    });
        }
    }

    @Test
    void listenerThatIsBoundHearsOfEveryCall() {
        List<CallRecord> heard = new ArrayList<>();
        CallListener listener = heard::add;
        journal.state =
                Optional.of(TestState.state().bucket("data", "acme-data").build());

        try (Databot databot = Databot.open(fake().overriding(binding(CallListener.class, listener)))) {
            assertThat(heard).isEmpty();
            databot.state();
        }

        assertThat(heard).singleElement().satisfies(call -> {
            assertThat(call.resourceKind()).isEqualTo("state");
            assertThat(call.outcome()).isEqualTo("success");
            assertThat(call.attempts()).isOne();
        });
    }
}
