package io.databot.gcp;

import com.google.api.client.http.HttpTransport;
import com.google.auth.http.HttpTransportFactory;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The connections to token services, made when first needed. */
final class TokenTransport implements HttpTransportFactory, AutoCloseable {

    private static final int CONNECTIONS = 8;

    private @Nullable ChannelTransport transport;

    @Override
    public synchronized HttpTransport create() {
        if (transport == null) {
            transport = ChannelTransport.pooling(CONNECTIONS);
        }
        return transport;
    }

    @Override
    public synchronized void close() {
        if (transport != null) {
            try {
                transport.shutdown();
            } catch (IOException ignored) {
                // The connections are gone, which is what was wanted.
            }
        }
    }
}
