# Targets that measure, included by the Makefile of the repository; see databot-benchmarks/README.md.
#
# SIZES is the numbers of instances. BENCH and JMH_ARGS go to JMH: make bench.state BENCH=Reading SIZES=10000

BENCHMARKS := databot-benchmarks
SIZES ?= 1000 10000 100000
BENCH ?= Benchmark
JMH_ARGS ?=
RUNS ?= 11
ROUNDS ?= 40
RUN_BENCH = cd $(BENCHMARKS) && $(JAVA) -cp "target/classes:$$(cat target/classpath.txt)"
empty :=
space := $(empty) $(empty)
comma := ,

.PHONY: bench.build bench.state bench.compare bench.heap bench.processes

bench.build:
	@$(MAVEN) -q -pl $(BENCHMARKS) -am process-classes >&2
	@find $(BENCHMARKS)/target/states -name '*.tfstate' ! -newer $(BENCHMARKS)/target/classes/META-INF/BenchmarkList \
	  -delete 2>/dev/null || true

bench.state: bench.build ## Time reading and asking a state, beside others (SIZES, BENCH=Reading, JMH_ARGS)
	@$(RUN_BENCH) org.openjdk.jmh.Main $(BENCH) -p instances=$(subst $(space),$(comma),$(strip $(SIZES))) \
	  -rf json -rff target/jmh.json $(JMH_ARGS)

bench.compare: bench.build ## Time reading on a busy machine: all in turn, processor time (SIZES, ROUNDS)
	@$(RUN_BENCH) -Xms3g -Xmx3g io.databot.benchmarks.SideBySide $(ROUNDS) $(SIZES)

bench.heap: bench.build ## Print what a read state keeps in memory, beside others (SIZES)
	@$(RUN_BENCH) -Xmx4g io.databot.benchmarks.RetainedHeap $(SIZES)

bench.processes: bench.build examples.build ## Time whole processes, beside others (SIZES, RUNS)
	@JAVA="$(JAVA)" RUNS="$(RUNS)" $(BENCHMARKS)/processes.sh $(SIZES)
