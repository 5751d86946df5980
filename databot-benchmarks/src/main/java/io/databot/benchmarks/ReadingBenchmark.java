package io.databot.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a file in the page cache to something that can be asked. The token pass gives nothing that can be asked: it is the
 * floor for whoever looks at every token.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms3g", "-Xmx3g"})
public class ReadingBenchmark {

    @Param({"1000", "10000", "100000"})
    public int instances;

    private Path file = Path.of("");

    @Setup
    public void write() {
        file = StateFiles.of(instances);
    }

    @Benchmark
    public byte[] bytesOnly() throws IOException {
        return Readers.bytesOnly(file);
    }

    @Benchmark
    public io.databot.state.State databot() {
        return Readers.databot(file);
    }

    @Benchmark
    public int jacksonTokens() throws IOException {
        return Readers.jacksonTokens(Readers.bytesOnly(file));
    }

    @Benchmark
    public JsonNode jacksonTree() throws IOException {
        return Readers.jacksonTree(Readers.bytesOnly(file));
    }

    @Benchmark
    public Object fastjson2() throws IOException {
        return Readers.fastjson2(Readers.bytesOnly(file));
    }

    @Benchmark
    public JsonElement gson() throws IOException {
        return Readers.gson(Readers.bytesOnly(file));
    }
}
