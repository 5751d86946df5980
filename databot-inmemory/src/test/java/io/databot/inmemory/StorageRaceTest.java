package io.databot.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.failure.ConditionFailedFailure;
import io.databot.storage.Condition;
import io.databot.storage.Content;
import io.databot.storage.ListRequest;
import io.databot.storage.MetadataPatch;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectRef;
import io.databot.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StorageRaceTest {

    private static final int THREADS = 8;
    private static final int STEPS = 500;
    private static final ObjectRef OBJECT = ObjectRef.of("acme-plain", "counter");
    private static final ObjectRef VERSIONED = ObjectRef.of("acme-versioned", "counter");

    private final InMemoryStorage storage = InMemoryStorage.builder()
            .bucket("acme-plain")
            .versionedBucket("acme-versioned")
            .build();

    @Test
    void countersUnderIfGenerationLoseNoUpdate() throws Exception {
        storage.put(OBJECT, Content.text("0"));
        inThreads(() -> {
            for (int i = 0; i < STEPS; i++) {
                increment(OBJECT);
            }
            return STEPS;
        });
        assertThat(text(OBJECT)).isEqualTo(String.valueOf(THREADS * STEPS));
    }

    @Test
    void versionedCounterKeepsEveryValueOnceAndInOrder() throws Exception {
        storage.put(VERSIONED, Content.text("0"));
        int steps = 50;
        inThreads(() -> {
            for (int i = 0; i < steps; i++) {
                increment(VERSIONED);
            }
            return steps;
        });
        ListRequest all = ListRequest.of(VERSIONED.bucket()).withVersions(ListRequest.Versions.ALL);
        List<String> values = new ArrayList<>();
        storage.list(all).entries().forEach(entry -> values.add(text((StoredObject) entry)));
        List<String> expected = new ArrayList<>();
        for (int i = 0; i <= THREADS * steps; i++) {
            expected.add(String.valueOf(i));
        }
        assertThat(values).isEqualTo(expected);
    }

    private void increment(ObjectRef counter) {
        boolean done = false;
        while (!done) {
            try (ObjectReader reader = storage.reader(counter)) {
                int value = Integer.parseInt(new String(readAll(reader), StandardCharsets.UTF_8));
                storage.put(
                        counter,
                        Content.text(String.valueOf(value + 1)),
                        Condition.ifGeneration(reader.object().generation()));
                done = true;
            } catch (ConditionFailedFailure anotherWasFaster) {
                done = false;
            }
        }
    }

    @Test
    void exactlyOneOfManyCreatesTheObject() throws Exception {
        for (int round = 0; round < 200; round++) {
            ObjectRef object = ObjectRef.of("acme-plain", "once-" + round);
            List<Boolean> won = inThreads(() -> {
                try {
                    storage.put(object, Content.text("x"), Condition.ifAbsent());
                    return true;
                } catch (ConditionFailedFailure e) {
                    return false;
                }
            });
            assertThat(won).as("round %d", round).containsOnlyOnce(true);
        }
    }

    @Test
    void exactlyOneOfManyDeletesTheObject() throws Exception {
        for (int round = 0; round < 200; round++) {
            storage.put(OBJECT, Content.text("x"));
            List<Boolean> deleted = inThreads(() -> storage.delete(OBJECT));
            assertThat(deleted).as("round %d", round).containsOnlyOnce(true);
        }
    }

    @Test
    void everyUpdateOfMetadataCounts() throws Exception {
        storage.put(OBJECT, Content.text("x"));
        List<Set<Long>> seen = inThreads(() -> {
            Set<Long> mine = new HashSet<>();
            for (int i = 0; i < STEPS; i++) {
                MetadataPatch patch = MetadataPatch.none().set("step", String.valueOf(i));
                mine.add(storage.update(OBJECT, patch).metageneration());
            }
            return mine;
        });
        Set<Long> all = new HashSet<>();
        seen.forEach(all::addAll);
        assertThat(all).as("no metageneration is given out twice").hasSize(THREADS * STEPS);
        assertThat(storage.find(OBJECT).orElseThrow().metageneration()).isEqualTo(THREADS * STEPS + 1L);
    }

    @Test
    void generationsOfAKeyGrowAndReadersSeeThemWhole() throws Exception {
        storage.put(OBJECT, Content.text("0:" + "0".repeat(1000)));
        AtomicBoolean writing = new AtomicBoolean(true);
        List<Future<Integer>> running = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (int t = 0; t < 2; t++) {
                running.add(pool.submit(() -> {
                    long last = 0;
                    do {
                        try (ObjectReader reader = storage.reader(OBJECT)) {
                            assertThat(reader.object().generation()).isGreaterThanOrEqualTo(last);
                            last = reader.object().generation();
                            String digit = new String(readAll(reader), StandardCharsets.UTF_8);
                            assertThat(digit)
                                    .isEqualTo(digit.charAt(0) + ":"
                                            + digit.substring(0, 1).repeat(1000));
                        }
                    } while (writing.get());
                    return 0;
                }));
            }
            for (int i = 0; i < 2000; i++) {
                String digit = String.valueOf(i % 10);
                storage.put(OBJECT, Content.text(digit + ":" + digit.repeat(1000)));
            }
            writing.set(false);
            for (Future<Integer> reader : running) {
                assertThat(reader.get()).isZero();
            }
        } finally {
            writing.set(false);
            pool.shutdownNow();
        }
    }

    private String text(StoredObject object) {
        try (ObjectReader reader =
                storage.reader(object.ref(), io.databot.storage.AtGeneration.of(object.generation()))) {
            return new String(readAll(reader), StandardCharsets.UTF_8);
        }
    }

    private String text(ObjectRef object) {
        return text(storage.find(object).orElseThrow());
    }

    private static byte[] readAll(ObjectReader reader) {
        byte[] bytes = new byte[(int) reader.object().size()];
        int filled = 0;
        while (filled < bytes.length) {
            filled += reader.read(bytes, filled, bytes.length - filled);
        }
        return bytes;
    }

    /** What each of several threads that start together returned. */
    private static <T> List<T> inThreads(Callable<T> task) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch ready = new CountDownLatch(THREADS);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return task.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
