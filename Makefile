# Thin names for Maven lines; "make help" lists them. Files included below add targets of their own.

MVN ?= mvn
MAVEN := $(MVN) -B -ntp
JAVA := $(if $(JAVA_HOME),$(JAVA_HOME)/bin/java,java)
EXAMPLES := databot-examples
# Programs of less than a second: the first compiler and the plainest collector start soonest.
SHORT_LIVED := -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
# In the examples' own directory, where their databot.properties is.
RUN_EXAMPLE = cd $(EXAMPLES) && $(JAVA) $(SHORT_LIVED) -cp "target/classes:$$(cat target/classpath.txt)" io.databot.examples.Examples

.DEFAULT_GOAL := help
ifeq ($(MAKECMDGOALS),example)
ifndef NAME
$(error Say which: make example NAME=list-files ARGS="dev")
endif
endif

.PHONY: help quickstart example examples.build test lint format docs install clean dev

help: ## List the targets
	@awk -F ':.*## ' '/^[a-zA-Z0-9_.-]+:.*## / {printf "  %-24s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

quickstart: examples.build ## Show what an environment holds, then a round trip in memory; no account, no network
	@$(RUN_EXAMPLE) quickstart

example: examples.build ## Run one example: make example NAME=list-files ARGS="dev"
	@$(RUN_EXAMPLE) $(NAME) $(ARGS)

examples.build:
	@test -f $(EXAMPLES)/target/classpath.txt || echo 'Building; the first time Maven fetches what it needs ...' >&2
	@$(MAVEN) -q -pl $(EXAMPLES) -am process-classes >&2

test: ## Run every test
	$(MAVEN) test

lint: ## Check format, compiler warnings, Error Prone, NullAway, dependencies; runs no tests
	$(MAVEN) spotless:check verify -DskipTests

format: ## Format the sources
	$(MAVEN) spotless:apply

docs: ## Write the javadoc of databot-api to databot-api/target/reports/apidocs
	$(MAVEN) -pl databot-api javadoc:javadoc

install: ## Put the artifacts into the local Maven repository, without running tests
	$(MAVEN) install -DskipTests

clean: ## Remove what was built
	$(MAVEN) clean

dev: ## Prepare the environment dev, and say what comes next
	@test -f terraform/environments/dev/terraform.tfvars || { \
	  echo 'First: cp terraform/environments/dev/terraform.tfvars.example terraform/environments/dev/terraform.tfvars' >&2; \
	  echo 'and set your project id in it. Then run make dev again.' >&2; exit 2; }
	@$(MAKE) --no-print-directory terraform.init ENV=dev
	@echo 'Next: make terraform.plan, make terraform.apply, then make state.show'

-include terraform/terraform.mk
-include databot-benchmarks/bench.mk
-include databot-terraform/fuzz.mk
