package io.databot.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the same task in several threads that start together. */
final class Together {

    /** Only against a hang: what is asserted never depends on it. */
    private static final long LIMIT_SECONDS = 120;

    private Together() {}

    @FunctionalInterface
    interface Task<T> {
        T run(int number) throws Exception;
    }

    /** What each task returned, by its number; the first exception of a task is thrown. */
    static <T> List<T> run(int threads, Task<T> task) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch ready = new CountDownLatch(threads);
            List<Future<T>> started = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                started.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return task.run(number);
                }));
            }
            return results(started);
        } finally {
            pool.shutdownNow();
        }
    }

    /** What another thread puts there, waited for. */
    static <T> T take(BlockingQueue<T> queue) {
        try {
            T taken = queue.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (taken == null) {
                throw new AssertionError("nothing came in " + LIMIT_SECONDS + " seconds");
            }
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static <T> List<T> results(List<Future<T>> started) {
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : started) {
                results.add(future.get(LIMIT_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("a concurrent task failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("a concurrent task did not end in " + LIMIT_SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
