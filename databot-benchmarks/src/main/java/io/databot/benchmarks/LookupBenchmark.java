package io.databot.benchmarks;

import io.databot.state.StateInstance;
import io.databot.state.StateQuery;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Asks a state for attributes by address, each time from the text of the query. One operation is one look-up. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Questions.COUNT)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms3g", "-Xmx3g"})
public class LookupBenchmark {

    /** What is asked, of a state that has answered before. */
    @State(Scope.Benchmark)
    public static class Asked {

        @Param({"1000", "10000", "100000"})
        public int instances;

        List<String> queries = List.of();
        io.databot.state.State state = StateFiles.NOT_READ;
        JacksonIndex index = JacksonIndex.EMPTY;

        @Setup
        public void read() {
            queries = Questions.of(instances);
            state = Readers.databot(StateFiles.of(instances));
            index = JacksonIndex.of(StateFiles.of(instances), queries);
        }
    }

    /**
     * A state that nobody has asked anything yet, read before each invocation; that is not counted. The queries are texts
     * that were just made, as a program has them that puts them together.
     */
    @State(Scope.Benchmark)
    public static class Fresh {

        @Param({"1000", "10000", "100000"})
        public int instances;

        private List<String> all = List.of();
        List<String> queries = List.of();
        io.databot.state.State state = StateFiles.NOT_READ;

        @Setup
        public void list() {
            all = Questions.of(instances);
        }

        @Setup(Level.Invocation)
        public void read() {
            state = Readers.databot(StateFiles.of(instances));
            queries = all.stream().map(query -> new String(query.toCharArray())).toList();
        }
    }

    /** The instances of such a state, at hand, and what is asked of each. */
    @State(Scope.Benchmark)
    public static class FreshInstances {

        @Param({"1000", "10000", "100000"})
        public int instances;

        private List<Questions.InInstance> all = List.of();
        List<StateInstance> asked = List.of();
        List<String> paths = List.of();

        @Setup
        public void list() {
            all = Questions.inInstances(Readers.databot(StateFiles.of(instances)), Questions.of(instances));
        }

        @Setup(Level.Invocation)
        public void read() {
            List<StateInstance> every =
                    Readers.databot(StateFiles.of(instances)).instances();
            asked = all.stream().map(question -> every.get(question.position())).toList();
            paths = all.stream()
                    .map(question -> new String(question.path().toCharArray()))
                    .toList();
        }
    }

    /** Asks instances instead, each for one attribute. */
    @Benchmark
    public void firstInInstance(FreshInstances fresh, Blackhole answers) {
        for (int i = 0; i < Questions.COUNT; i++) {
            answers.consume(fresh.asked.get(i).find(fresh.paths.get(i)).orElseThrow());
        }
    }

    @Benchmark
    public void first(Fresh fresh, Blackhole answers) {
        for (String query : fresh.queries) {
            answers.consume(fresh.state.get(query));
        }
    }

    @Benchmark
    public void repeated(Asked asked, Blackhole answers) {
        for (String query : asked.queries) {
            answers.consume(asked.state.get(query));
        }
    }

    /** The part of a look-up that doesn't depend on the state. */
    @Benchmark
    public void parseQueryOnly(Asked asked, Blackhole answers) {
        for (String query : asked.queries) {
            answers.consume(StateQuery.parse(query));
        }
    }

    /** The floor: Jackson's tree in a map by address, queries parsed beforehand. */
    @Benchmark
    public void jacksonTreeByAddress(Asked asked, Blackhole answers) {
        for (int i = 0; i < Questions.COUNT; i++) {
            answers.consume(asked.index.answer(i));
        }
    }
}
