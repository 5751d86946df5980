package io.databot.gcp;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import io.databot.spi.Ports;

/** Binds the ports to providers whose signatures name no class of Google's, so that none is loaded before a port is used. */
final class GcpModule extends AbstractModule {

    @Override
    protected void configure() {
        Ports.storage(binder(), GcpBackend.NAME)
                .toProvider(GcsStorageProvider.class)
                .in(Singleton.class);
        Ports.credentials(binder(), GcpBackend.NAME)
                .toProvider(GoogleIdentityProvider.class)
                .in(Singleton.class);
    }
}
