package io.databot;

import com.google.inject.Key;
import com.google.inject.PrivateModule;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import com.google.inject.name.Names;
import io.databot.compute.ComputeService;
import io.databot.credential.CredentialProvider;
import io.databot.discovery.Discovery;
import io.databot.state.StateSource;
import io.databot.storage.StorageService;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * An environment for applications that are wired with Guice: install it and inject {@link Bucket}, a bucket by its name
 * ({@code @Named("archive") Bucket}), any port, or {@link Databot}.
 *
 * <pre>{@code
 * Guice.createInjector(new DatabotModule("dev").withBuckets("archive"), new ApplicationModule());
 * }</pre>
 *
 * <p>What is exposed can be replaced by {@code Modules.override(new DatabotModule("dev")).with(...)}; everything else,
 * such as the clock, stays private. Close the injected {@link Databot} when the application ends. Guice shows failures of
 * lazily built ports as causes of its {@code ProvisionException}.
 */
public final class DatabotModule extends PrivateModule {

    private final Environment environment;
    private final List<String> buckets;

    public DatabotModule(String environment) {
        this(Environment.of(environment));
    }

    public DatabotModule(Environment environment) {
        this(environment, List.of());
    }

    private DatabotModule(Environment environment, List<String> buckets) {
        this.environment = environment;
        this.buckets = buckets;
    }

    /**
     * The same module, and binds each of these buckets with {@code @Named}. They have to be named here because Guice wants
     * every binding declared, and the state is not read before it is needed.
     */
    public DatabotModule withBuckets(String... names) {
        return new DatabotModule(
                environment,
                Stream.concat(buckets.stream(), Arrays.stream(names)).distinct().toList());
    }

    @Override
    protected void configure() {
        install(Wiring.module(environment, new Closer()));
        Provider<Databot> databot = getProvider(Databot.class);
        for (String name : buckets) {
            Key<Bucket> key = Key.get(Bucket.class, Names.named(name));
            bind(key).toProvider(() -> databot.get().storage(name)).in(Singleton.class);
            expose(key);
        }
        expose(Databot.class);
        expose(Bucket.class);
        expose(Discovery.class);
        expose(StateSource.class);
        expose(StorageService.class);
        expose(ComputeService.class);
        expose(CredentialProvider.class);
    }
}
