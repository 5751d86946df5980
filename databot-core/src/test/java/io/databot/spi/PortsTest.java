package io.databot.spi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Provider;
import com.google.inject.TypeLiteral;
import io.databot.compute.ComputeService;
import io.databot.credential.CredentialProvider;
import io.databot.state.StateSource;
import io.databot.storage.StorageService;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    private static final Key<Map<String, Provider<StateSource>>> STATES = Key.get(new TypeLiteral<>() {});

    @Test
    void declaredMapsExistWithoutAnyPort() {
        Injector injector = Guice.createInjector(new AbstractModule() {
            @Override
            protected void configure() {
                Ports.declare(binder());
            }
        });

        assertThat(injector.getInstance(STATES)).isEmpty();
        assertThat(injector.getInstance(Key.get(new TypeLiteral<Map<String, Provider<StorageService>>>() {})))
                .isEmpty();
        assertThat(injector.getInstance(Key.get(new TypeLiteral<Map<String, Provider<ComputeService>>>() {})))
                .isEmpty();
        assertThat(injector.getInstance(Key.get(new TypeLiteral<Map<String, Provider<CredentialProvider>>>() {})))
                .isEmpty();
    }

    @Test
    void portsOfSeveralModulesAreKeptByNameAndNotConstructed() {
        Injector injector = Guice.createInjector(bindingOf("a"), bindingOf("b"));

        assertThat(injector.getInstance(STATES)).containsOnlyKeys("a", "b");
    }

    private static Module bindingOf(String backend) {
        return new AbstractModule() {
            @Override
            protected void configure() {
                Ports.state(binder(), backend).toProvider(() -> {
                    throw new AssertionError("constructed");
                });
            }
        };
    }
}
