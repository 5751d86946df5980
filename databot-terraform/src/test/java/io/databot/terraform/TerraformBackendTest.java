package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import io.databot.failure.FailureDetails;
import io.databot.failure.NotAuthenticatedFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.failure.UnexpectedFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.inmemory.InMemoryStorage;
import io.databot.spi.Backend;
import io.databot.spi.Ports;
import io.databot.spi.Setting;
import io.databot.spi.Settings;
import io.databot.spi.StateFormat;
import io.databot.state.StateSource;
import io.databot.storage.BucketName;
import io.databot.storage.Content;
import io.databot.storage.ObjectRef;
import io.databot.storage.StorageService;
import io.databot.testkit.TestClock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerraformBackendTest {

    @TempDir
    private Path directory;

    @Test
    void backendIsFoundByName() {
        assertThat(ServiceLoader.load(Backend.class).stream().map(ServiceLoader.Provider::get))
                .filteredOn(backend -> backend.name().equals("terraform"))
                .singleElement()
                .isInstanceOf(TerraformBackend.class);
    }

    @Test
    void settingsHaveDistinctKeysAndDefaultsThatFit() {
        assertThat(new TerraformBackend().settings())
                .extracting(Setting::key)
                .doesNotHaveDuplicates()
                .contains("state.location", "state.directory", "state.ttl", "state.max-size", "state.retry-for");
        for (Setting<?> setting : new TerraformBackend().settings()) {
            assertThat(setting.standard().map(setting.parser()).isPresent())
                    .isEqualTo(setting.standard().isPresent());
        }
    }

    @Test
    void sourceIsTheOneThatTheSettingsDescribe() {
        new Tree(directory)
                .state("base/environments/dev/terraform.tfstate", "found")
                .state("x.tfstate", "named");
        StateSource found =
                source(Map.of("state.directory", directory.resolve("base").toString()));
        assertThat(found.read().get("output.said").asString()).isEqualTo("found");
        StateSource named =
                source(Map.of("state.location", directory.resolve("x.tfstate").toString()));
        assertThat(named.read().get("output.said").asString()).isEqualTo("named");
    }

    @Test
    void passphraseOpensWhatOpenTofuEncrypted() {
        String plain = States.numbered(States.LINEAGE, "1", "opened");
        Tree tree =
                new Tree(directory).write("x.tfstate", TofuEncryption.standard().file(plain));
        StateSource source = source(Map.of(
                "state.location", tree.path("x.tfstate").toString(), "state.passphrase", TofuEncryption.PASSPHRASE));
        assertThat(source.read().get("output.said").asString()).isEqualTo("opened");
    }

    @Test
    void formatReadsAFileWithoutCache() {
        StateFormat format = ServiceLoader.load(StateFormat.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(TerraformStateFormat.class::isInstance)
                .findFirst()
                .orElseThrow();
        Path file = new Tree(directory).state("x.tfstate", "first").path("x.tfstate");
        TestClock clock = TestClock.fixed();
        assertThat(format.read(file, clock).get("output.said").asString()).isEqualTo("first");
        assertThat(format.read(file, clock).readAt()).isEqualTo(clock.instant());
        new Tree(directory).state("x.tfstate", "second");
        assertThat(format.read(file, clock).get("output.said").asString()).isEqualTo("second");
        assertThatThrownBy(() -> format.read(directory.resolve("none"), clock)).isInstanceOf(NotFoundFailure.class);
    }

    @Test
    void withoutGooglesBackendTheArtifactIsNamed() {
        StateSource source = source(Map.of("state.location", "gs://acme-tfstate/x.tfstate"));
        assertThatThrownBy(source::read)
                .isInstanceOf(UnsupportedFailure.class)
                .hasMessageContaining("gs://acme-tfstate/x.tfstate")
                .hasMessageContaining("databot-gcp");
    }

    @Test
    void portOfGooglesBackendIsMadeAtTheFirstReadAndLeftForTheEnvironmentToClose() {
        InMemoryStorage google = google();
        AtomicInteger made = new AtomicInteger();
        StateSource source = source(Map.of("state.location", "gs://acme-tfstate"), () -> {
            made.incrementAndGet();
            return google;
        });
        assertThat(made).hasValue(0);
        assertThat(source.read().get("output.said").asString()).isEqualTo("remote");
        source.close();
        assertThat(google.probe(BucketName.of("acme-tfstate"))).isTrue();
        assertThat(made).hasValue(1);
    }

    @Test
    void portThatCannotBeMadeSaysWhyItself() {
        StateSource source = source(Map.of("state.location", "gs://acme-tfstate"), () -> {
            throw new NotAuthenticatedFailure(FailureDetails.of("load credentials", "key.json", "no", "Mend it."));
        });
        assertThatThrownBy(source::read)
                .isInstanceOf(NotAuthenticatedFailure.class)
                .hasMessageContaining("key.json");
        StateSource broken = source(Map.of("state.location", "gs://acme-tfstate"), () -> {
            throw new IllegalStateException("a fault");
        });
        assertThatThrownBy(broken::read).isInstanceOf(UnexpectedFailure.class).hasMessageContaining("See the cause");
    }

    private static InMemoryStorage google() {
        InMemoryStorage google =
                InMemoryStorage.builder().bucket("acme-tfstate").build();
        google.put(
                ObjectRef.of("acme-tfstate", "default.tfstate"),
                Content.text(States.numbered(States.LINEAGE, "1", "remote")));
        return google;
    }

    private StateSource source(Map<String, String> set) {
        return source(set, Optional.empty());
    }

    private StateSource source(Map<String, String> set, Provider<StorageService> google) {
        return source(set, Optional.of(google));
    }

    private StateSource source(Map<String, String> set, Optional<Provider<StorageService>> google) {
        Injector injector = Guice.createInjector(new TerraformBackend().module(), new AbstractModule() {
            @Override
            protected void configure() {
                Ports.declare(binder());
                google.ifPresent(
                        port -> Ports.storage(binder(), "gcp").toProvider(port).in(Singleton.class));
                bind(Clock.class).toInstance(TestClock.fixed());
                bind(Settings.class).toInstance(Settings.of("dev", set));
            }
        });
        Map<String, Provider<StateSource>> sources =
                injector.getInstance(Key.get(new TypeLiteral<Map<String, Provider<StateSource>>>() {}));
        assertThat(sources).containsOnlyKeys("terraform");
        return sources.get("terraform").get();
    }
}
