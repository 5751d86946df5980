package io.databot.gcp;

import io.databot.failure.DatabotException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A few threads for calls of several requests; they come when needed, go when idle, and keep no process alive. */
final class BatchThreads implements AutoCloseable {

    private static final int THREADS = 4;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            BatchThreads::thread);

    BatchThreads() {
        pool.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable task) {
        Thread thread = Executors.defaultThreadFactory().newThread(task);
        thread.setName("databot-gcs-batch");
        thread.setDaemon(true);
        return thread;
    }

    /** Runs all, one alone in the calling thread; an interrupt ends them. */
    void runAll(Call call, List<? extends Runnable> tasks) {
        if (tasks.size() == 1) {
            tasks.get(0).run();
            return;
        }
        List<Callable<Object>> callables =
                tasks.stream().<Callable<Object>>map(Executors::callable).toList();
        try {
            for (Future<Object> done : pool.invokeAll(callables)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DatabotException failure ? failure : GcsFailures.of(call, e);
        } catch (RejectedExecutionException e) {
            throw GcsFailures.closed(call);
        } catch (InterruptedException e) {
            throw GcsFailures.of(call, e);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
