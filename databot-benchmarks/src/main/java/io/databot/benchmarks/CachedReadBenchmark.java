package io.databot.benchmarks;

import io.databot.terraform.TerraformState;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Reads a source again within its time to live. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms3g", "-Xmx3g"})
public class CachedReadBenchmark {

    @Param({"1000", "10000", "100000"})
    public int instances;

    private TerraformState source = TerraformState.of(java.nio.file.Path.of(""));

    @Setup(Level.Trial)
    public void open() {
        source = TerraformState.of(StateFiles.of(instances));
        source.read();
    }

    @TearDown(Level.Trial)
    public void close() {
        source.close();
    }

    @Benchmark
    public io.databot.state.State read() {
        return source.read();
    }
}
