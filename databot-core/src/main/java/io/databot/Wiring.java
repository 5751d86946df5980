package io.databot;

import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.util.Modules;
import io.databot.spi.Provision;

/** Builds one injector for one environment. */
final class Wiring {

    private Wiring() {}

    /** What is constructed while opening is closed again if opening fails half-way. */
    static Databot open(Environment environment) {
        Closer closer = new Closer();
        try {
            return Guice.createInjector(module(environment, closer)).getInstance(Databot.class);
        } catch (CreationException | ProvisionException | ConfigurationException e) {
            throw closed(closer, Provision.translated(e));
        } catch (RuntimeException e) {
            throw closed(closer, e);
        }
    }

    /** The environment's bindings, with what overrides them. */
    static Module module(Environment environment, Closer closer) {
        Module module = new CoreModule(environment, closer);
        for (Module override : environment.overrides()) {
            module = Modules.override(module).with(override);
        }
        return module;
    }

    private static <F extends RuntimeException> F closed(Closer closer, F failure) {
        try {
            closer.close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }
}
