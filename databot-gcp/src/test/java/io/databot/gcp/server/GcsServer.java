package io.databot.gcp.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Google Cloud Storage in memory, reached over HTTP on loopback.
 *
 * <pre>{@code
 * try (GcsServer server = GcsServer.start()) {
 *     server.createBucket("bucket");
 *     Storage client = ... setHost(server.uri().toString()) ...
 *     server.faults().next(Operation.INSERT).reply(503).times(2);
 *     assertThat(server.count(Operation.INSERT)).isEqualTo(3);
 * }
 * }</pre>
 */
public final class GcsServer implements AutoCloseable {
    private final HttpServer http;
    private final ExecutorService threads;
    private final Store store;
    private final Service service;
    private final URI uri;
    private final Faults faults = new Faults();
    private final AccessRules access = new AccessRules();
    private final RequestLog log = new RequestLog();

    private GcsServer(HttpServer http, ExecutorService threads, Clock clock) {
        this.http = http;
        this.threads = threads;
        this.store = new Store(clock);
        this.uri = URI.create("http://127.0.0.1:" + http.getAddress().getPort());
        this.service = new Service(store, new Resources(uri.toString()), faults, access, log);
    }

    /** Starts an empty server on a free port. */
    public static GcsServer start() {
        return start(Clock.systemUTC());
    }

    /** Starts an empty server on a free port; all times come from the clock. */
    public static GcsServer start(Clock clock) {
        return start(0, clock);
    }

    /** Starts an empty server on that port, 0 meaning any. */
    public static GcsServer start(int port, Clock clock) {
        // Without this the JDK's server waits 40 ms before each body on a reused connection.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        ExecutorService threads = Executors.newCachedThreadPool(GcsServer::daemon);
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            GcsServer server = new GcsServer(HttpServer.create(address, 0), threads, clock);
            server.listen();
            return server;
        } catch (IOException taken) {
            threads.shutdown();
            throw new UncheckedIOException("Cannot listen on loopback port " + port, taken);
        }
    }

    /** Where the server listens, without a trailing slash. */
    public URI uri() {
        return uri;
    }

    public void createBucket(String name) {
        store.create(name, Json.object());
    }

    /** Creates a bucket that keeps replaced and deleted objects as noncurrent versions. */
    public void createVersionedBucket(String name) {
        store.create(name, Json.parse(Bytes.utf8("{\"versioning\":{\"enabled\":true}}")));
    }

    /** The bytes of the live object, straight from memory. */
    public Optional<byte[]> content(String bucket, String object) {
        try {
            return Optional.of(store.bucket(bucket)
                    .get(object, OptionalLong.empty())
                    .content()
                    .toArray());
        } catch (ApiError missing) {
            return Optional.empty();
        }
    }

    /** The names of the bucket's objects, live or not, in order. */
    public List<String> names(String bucket) {
        return store.bucket(bucket).read(objects -> List.copyOf(objects.keySet()));
    }

    public Faults faults() {
        return faults;
    }

    public AccessRules access() {
        return access;
    }

    /** Makes each rewrite call copy at most so many bytes, so that larger objects take several calls. */
    public void limitRewritesTo(long bytesPerCall) {
        service.rewrites().limit(bytesPerCall);
    }

    /**
     * Makes resumable uploads keep at most so many bytes of each chunk, so that the client has to send the rest again.
     *
     * @param bytesPerChunk a multiple of 256 KiB
     */
    public void limitChunksTo(long bytesPerChunk) {
        service.resumables().limit(bytesPerChunk);
    }

    /** The requests since the start or the last reset; those within a batch are its parts. */
    public List<RecordedRequest> requests() {
        return log.all();
    }

    /** How many requests of the kind came, not counting those within batches. */
    public long count(Operation operation) {
        return log.all().stream()
                .filter(request -> request.operation() == operation)
                .count();
    }

    /** How many requests of the kind came within batches. */
    public long countInBatches(Operation operation) {
        return log.batched().filter(request -> request.operation() == operation).count();
    }

    /** Forgets the requests so far. */
    public void resetRequests() {
        log.clear();
    }

    /** Stops serving; stalled requests are let go. Safe to repeat. */
    @Override
    public void close() {
        faults.clear();
        http.stop(0);
        threads.shutdownNow();
    }

    private void listen() {
        http.createContext("/", new HttpConnection(service));
        http.setExecutor(threads);
        // The thread that accepts connections is a daemon only if a daemon started it.
        Thread starter = daemon(http::start);
        starter.start();
        try {
            starter.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "gcs-server");
        thread.setDaemon(true);
        return thread;
    }
}
