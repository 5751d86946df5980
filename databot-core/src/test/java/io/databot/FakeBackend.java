package io.databot;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Module;
import com.google.inject.Provider;
import io.databot.compute.ComputeFeature;
import io.databot.compute.ComputeService;
import io.databot.compute.RunJobs;
import io.databot.compute.RunServices;
import io.databot.compute.Workbenches;
import io.databot.discovery.QuietSource;
import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.FailureDetails;
import io.databot.spi.Backend;
import io.databot.spi.Ports;
import io.databot.spi.Setting;
import io.databot.spi.Settings;
import io.databot.state.State;
import io.databot.state.StateSource;
import io.databot.storage.StorageService;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A backend with a storage, a state and a compute port, and no credentials. What it does is written to the
 * {@link Journal} that tests bind.
 */
public final class FakeBackend implements Backend {

    static final Setting<String> GREETING = Setting.text("fake.greeting", "What the state port says of itself.");
    static final Setting<String> TROUBLE = Setting.text("fake.trouble", "Which port fails when it is constructed.");

    /** For {@link java.util.ServiceLoader}. */
    public FakeBackend() {}

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(GREETING, TROUBLE);
    }

    @Override
    public Module module() {
        return new AbstractModule() {
            @Override
            protected void configure() {
                Ports.storage(binder(), "fake").toProvider(FakeStorageProvider.class);
                Ports.state(binder(), "fake").toProvider(FakeStateProvider.class);
                Ports.compute(binder(), "fake").toProvider(FakeComputeProvider.class);
            }
        };
    }

    /** What happened, and the state that the state port gives. Bound by tests. */
    static final class Journal {

        final List<String> entries = new java.util.concurrent.CopyOnWriteArrayList<>();
        final SortedStorage storage = new SortedStorage();
        Optional<State> state = Optional.empty();

        void constructed(String port, Settings settings) {
            entries.add("constructed " + port);
            if (settings.find(TROUBLE).filter(port::equals).isPresent()) {
                throw new AccessDeniedFailure(
                        FailureDetails.of("construct " + port, "fake", "it was told to fail", "Do not tell it to."));
            }
        }
    }

    static final class FakeStorageProvider implements Provider<StorageService> {

        private final Journal journal;
        private final Settings settings;

        @Inject
        FakeStorageProvider(Journal journal, Settings settings) {
            this.journal = journal;
            this.settings = settings;
        }

        @Override
        public StorageService get() {
            journal.constructed("storage", settings);
            journal.storage.onClose = () -> journal.entries.add("closed storage");
            return journal.storage;
        }
    }

    static final class FakeStateProvider implements Provider<StateSource> {

        private final Journal journal;
        private final Settings settings;

        @Inject
        FakeStateProvider(Journal journal, Settings settings) {
            this.journal = journal;
            this.settings = settings;
        }

        @Override
        public StateSource get() {
            journal.constructed("state", settings);
            return new QuietSource() {
                @Override
                public State read() {
                    journal.entries.add("read state");
                    return journal.state.orElseThrow();
                }

                @Override
                public void close() {
                    journal.entries.add("closed state");
                }
            };
        }
    }

    static final class FakeComputeProvider implements Provider<ComputeService> {

        private final Journal journal;
        private final Settings settings;

        @Inject
        FakeComputeProvider(Journal journal, Settings settings) {
            this.journal = journal;
            this.settings = settings;
        }

        @Override
        public ComputeService get() {
            journal.constructed("compute", settings);
            return new FakeCompute(journal);
        }
    }

    private record FakeCompute(Journal journal) implements ComputeService {

        @Override
        public Set<ComputeFeature> features() {
            return Set.of();
        }

        @Override
        public Workbenches workbenches() {
            throw new UnsupportedOperationException();
        }

        @Override
        public RunServices services() {
            throw new UnsupportedOperationException();
        }

        @Override
        public RunJobs jobs() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            journal.entries.add("closed compute");
        }
    }
}
