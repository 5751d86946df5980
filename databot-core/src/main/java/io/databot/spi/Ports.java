package io.databot.spi;

import com.google.inject.Binder;
import com.google.inject.binder.LinkedBindingBuilder;
import com.google.inject.multibindings.MapBinder;
import io.databot.compute.ComputeService;
import io.databot.credential.CredentialProvider;
import io.databot.state.StateSource;
import io.databot.storage.StorageService;

/** Where an adapter's module contributes its ports, each by the backend's name. */
public final class Ports {

    private Ports() {}

    /** The storage port of a backend. */
    public static LinkedBindingBuilder<StorageService> storage(Binder binder, String backend) {
        return storages(binder).addBinding(backend);
    }

    /** The compute port of a backend. */
    public static LinkedBindingBuilder<ComputeService> compute(Binder binder, String backend) {
        return computes(binder).addBinding(backend);
    }

    /** The state port of a backend. */
    public static LinkedBindingBuilder<StateSource> state(Binder binder, String backend) {
        return states(binder).addBinding(backend);
    }

    /** The credential port of a backend. */
    public static LinkedBindingBuilder<CredentialProvider> credentials(Binder binder, String backend) {
        return credentialProviders(binder).addBinding(backend);
    }

    /** Declares all four maps, so that they exist even when no backend has such a port. */
    public static void declare(Binder binder) {
        storages(binder);
        computes(binder);
        states(binder);
        credentialProviders(binder);
    }

    private static MapBinder<String, StorageService> storages(Binder binder) {
        return MapBinder.newMapBinder(binder, String.class, StorageService.class);
    }

    private static MapBinder<String, ComputeService> computes(Binder binder) {
        return MapBinder.newMapBinder(binder, String.class, ComputeService.class);
    }

    private static MapBinder<String, StateSource> states(Binder binder) {
        return MapBinder.newMapBinder(binder, String.class, StateSource.class);
    }

    private static MapBinder<String, CredentialProvider> credentialProviders(Binder binder) {
        return MapBinder.newMapBinder(binder, String.class, CredentialProvider.class);
    }
}
