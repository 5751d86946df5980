# Fuzzing with Jazzer, included by the Makefile of the repository. Each target runs for FUZZ_SECONDS; what it learns stays
# in target/fuzz, so that the next run goes on from there. An input that breaks something is written there too: copy it to
# src/test/resources/fuzz, where make test replays it, then mend what it broke.

FUZZ_DIR := $(patsubst %/,%,$(dir $(lastword $(MAKEFILE_LIST))))
FUZZ_SECONDS ?= 30
FUZZ_WORK = $(FUZZ_DIR)/target/fuzz
FUZZ_SEEDS = $(FUZZ_DIR)/src/test/resources/fuzz

# Larger inputs are slower and find no more.
FUZZ_OPTIONS = -max_total_time=$(FUZZ_SECONDS) -timeout=10 -max_len=16384 -verbosity=0 -print_final_stats=1

# $(call fuzz_run,NAME,CLASS)
define fuzz_run
	@mkdir -p $(FUZZ_WORK)/$(1)
	@echo 'Fuzzing: $(1), $(FUZZ_SECONDS) seconds' >&2
	@$(JAVA) -Xmx1g -XX:-OmitStackTraceInFastThrow -cp "$$(cat $(FUZZ_DIR)/target/fuzz-classpath.txt):$(FUZZ_DIR)/target/classes:$(FUZZ_DIR)/target/test-classes" \
	  com.code_intelligence.jazzer.Jazzer --target_class=io.databot.terraform.$(2) \
	  '--instrumentation_includes=io.databot.**' '--custom_hook_includes=io.databot.**' \
	  --reproducer_path=$(FUZZ_WORK) -artifact_prefix=$(FUZZ_WORK)/$(1)- -dict=$(FUZZ_SEEDS)/$(1).dict $(FUZZ_OPTIONS) \
	  $(FUZZ_WORK)/$(1) $(FUZZ_SEEDS)/$(1) \
	  || { echo 'Found something: see above, and $(FUZZ_WORK)/$(1)-*. Copy the input to $(FUZZ_SEEDS)/$(1).' >&2; exit 1; }
endef

.PHONY: fuzz fuzz.state fuzz.address fuzz.platform fuzz.build

fuzz: fuzz.state fuzz.address ## Look for inputs that break the state reader (FUZZ_SECONDS=30 for each target)

fuzz.state: fuzz.build
	$(call fuzz_run,state,StateFuzz)

fuzz.address: fuzz.build
	$(call fuzz_run,address,AddressFuzz)

fuzz.build: fuzz.platform
	@$(MAVEN) -q -pl $(FUZZ_DIR) -am -Pfuzz process-test-classes >&2

fuzz.platform:
	@case "$$(uname -s) $$(uname -m)" in \
	  'Linux x86_64' | 'Linux aarch64' | 'Darwin x86_64' | 'Darwin arm64') ;; \
	  *) echo "Jazzer brings native code for Linux and macOS on x86-64 and ARM, not for $$(uname -s) on $$(uname -m)" >&2; exit 2 ;; \
	esac
