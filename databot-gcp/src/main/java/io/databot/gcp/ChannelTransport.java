package io.databot.gcp;

import com.google.api.client.http.HttpTransport;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.config.SocketConfig;
import org.apache.http.conn.ConnectionKeepAliveStrategy;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.DefaultManagedHttpClientConnection;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.impl.conn.SystemDefaultRoutePlanner;
import org.apache.http.protocol.HttpContext;
import org.apache.http.ssl.SSLContexts;

/**
 * HTTP for Google's clients: a connection pool that sends each request once, and whose calls an interrupt ends.
 *
 * <p>Three things set it apart from the transports that come with the client. Sockets belong to channels, so an interrupt
 * closes them at once. A reply that is closed early drops its connection instead of reading the rest of it. The pool's
 * connections log nothing, where the library's own would log tokens at the debug level.
 */
final class ChannelTransport extends HttpTransport {

    private static final int BUFFER = 16 * 1024;
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(55);

    private final CloseableHttpClient client;
    private final Optional<ServiceSetup> setup;

    private ChannelTransport(CloseableHttpClient client, Optional<ServiceSetup> setup) {
        this.client = client;
        this.setup = setup;
    }

    /** A transport with so many connections at most. */
    static ChannelTransport pooling(int connections) {
        return new ChannelTransport(client(connections), Optional.empty());
    }

    /** A transport with so many connections at most, which prepares every request. */
    static ChannelTransport pooling(int connections, ServiceSetup setup) {
        return new ChannelTransport(client(connections), Optional.of(setup));
    }

    private static CloseableHttpClient client(int connections) {
        PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager(
                RegistryBuilder.<ConnectionSocketFactory>create()
                        .register("http", new PlainChannels())
                        .register("https", new SecureChannels())
                        .build(),
                (route, config) -> new DefaultManagedHttpClientConnection("gcs", BUFFER));
        pool.setMaxTotal(connections);
        pool.setDefaultMaxPerRoute(connections);
        pool.setDefaultSocketConfig(SocketConfig.custom().setTcpNoDelay(true).build());
        return HttpClients.custom()
                .setConnectionManager(pool)
                .setKeepAliveStrategy(keepAlive())
                .setRoutePlanner(new SystemDefaultRoutePlanner(ProxySelector.getDefault()))
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** Shorter than any idle limit that we know of, so that we close a connection before the service does. */
    private static ConnectionKeepAliveStrategy keepAlive() {
        return (response, context) -> KEEP_ALIVE.toMillis();
    }

    @Override
    public boolean supportsMethod(String method) {
        return true;
    }

    @Override
    protected ChannelRequest buildRequest(String method, String url) {
        return new ChannelRequest(client, setup, method, url);
    }

    @Override
    public void shutdown() throws IOException {
        client.close();
    }

    private static final class PlainChannels extends PlainConnectionSocketFactory {
        @Override
        public Socket createSocket(HttpContext context) throws IOException {
            return SocketChannel.open().socket();
        }
    }

    private static final class SecureChannels extends SSLConnectionSocketFactory {
        SecureChannels() {
            super(SSLContexts.createSystemDefault());
        }

        @Override
        public Socket createSocket(HttpContext context) throws IOException {
            return SocketChannel.open().socket();
        }
    }
}
