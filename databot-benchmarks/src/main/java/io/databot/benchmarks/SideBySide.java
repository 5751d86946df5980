package io.databot.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads a state in each of the ways in turn, again and again, and counts the processor time of the reading thread: for a
 * machine that others use too, where JMH's wall clock says more about them.
 */
public final class SideBySide {

    private interface Reading {
        Object read(Path file) throws IOException;
    }

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    // So that the compiler cannot do without what was read.
    private static final AtomicInteger SINK = new AtomicInteger();

    private SideBySide() {}

    /** Prints the best and the median; the arguments are the number of rounds, then numbers of instances. */
    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[0]);
        for (String instances : Arrays.asList(arguments).subList(1, arguments.length)) {
            compare(Integer.parseInt(instances), rounds);
        }
    }

    private static void compare(int instances, int rounds) throws IOException {
        Path file = StateFiles.of(instances);
        Map<String, Reading> readings = readings();
        Map<String, long[]> times = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Reading> reading : readings.entrySet()) {
                times.computeIfAbsent(reading.getKey(), name -> new long[rounds])[round] =
                        time(reading.getValue(), file);
            }
        }
        times.values().forEach(Arrays::sort);
        double tokens = Objects.requireNonNull(times.get("jackson tokens"))[0];
        times.forEach((name, sorted) -> System.out.println(String.format(
                Locale.ROOT,
                "%7d instances  %-14s best %9.2f ms  median %9.2f ms  %.2f x tokens",
                instances,
                name,
                sorted[0] / 1e6,
                sorted[rounds / 2] / 1e6,
                sorted[0] / tokens)));
    }

    private static Map<String, Reading> readings() {
        Map<String, Reading> readings = new LinkedHashMap<>();
        readings.put("bytes only", Readers::bytesOnly);
        readings.put("databot", Readers::databot);
        readings.put("jackson tokens", file -> Readers.jacksonTokens(Readers.bytesOnly(file)));
        readings.put("jackson tree", file -> Readers.jacksonTree(Readers.bytesOnly(file)));
        readings.put("fastjson2", file -> Readers.fastjson2(Readers.bytesOnly(file)));
        readings.put("gson", file -> Readers.gson(Readers.bytesOnly(file)));
        return readings;
    }

    private static long time(Reading reading, Path file) throws IOException {
        long start = THREADS.getCurrentThreadCpuTime();
        Object read = reading.read(file);
        long end = THREADS.getCurrentThreadCpuTime();
        SINK.set(System.identityHashCode(read));
        return end - start;
    }
}
