# Terraform targets, included by the Makefile of the repository. From the root of the repository,
# `make -f terraform/terraform.mk TARGET` works as well. Each target is one call of a script in bin/,
# so nothing here depends on the shell or the settings of the including Makefile.
#
# ENV=dev (default) or prod. Changing prod, and destroying anything, needs CONFIRM=<project_id> on the
# command line: an exported variable does not count.

TERRAFORM_DIR := $(patsubst %/,%,$(dir $(lastword $(MAKEFILE_LIST))))
ENV ?= dev

# $(call terraform_run,COMMAND,ENV)
terraform_run = "$(TERRAFORM_DIR)/bin/tf" $(1) "$(2)" --confirm-origin="$(origin CONFIRM)"

.PHONY: terraform.init terraform.plan terraform.apply terraform.destroy terraform.show terraform.drift
.PHONY: terraform.check terraform.test terraform.docs terraform.fixtures
.PHONY: workbench.up workbench.down workbench.status workbench.destroy
.PHONY: cloud-run.up cloud-run.down cloud-run.status
.PHONY: state.export state.export-raw state.show

terraform.init: ## Prepare an environment: providers, modules, state
	@$(call terraform_run,init,$(ENV))

terraform.plan: ## Show what would change, and save it
	@$(call terraform_run,plan,$(ENV))

terraform.apply: ## Carry out the saved plan (prod: CONFIRM=<project_id>)
	@$(call terraform_run,apply,$(ENV))

terraform.destroy: ## Show what would be destroyed, and destroy it (CONFIRM=<project_id>)
	@$(call terraform_run,destroy,$(ENV))

terraform.show: ## Show the saved plan, or what the environment holds
	@$(call terraform_run,show,$(ENV))

terraform.drift: ## Compare the environment with the code; fails when they differ
	@$(call terraform_run,drift,$(ENV))

terraform.check: ## Check all Terraform code: format, docs, scripts, validate, tests, fixtures
	@"$(TERRAFORM_DIR)/bin/check"

terraform.test: ## Test the targets of this file
	@"$(TERRAFORM_DIR)/test/makefile-test"

terraform.docs: ## Write the reference tables in the module READMEs again
	@"$(TERRAFORM_DIR)/bin/docs"

terraform.fixtures: ## Make the state fixtures again (needs an offline provider)
	@"$(TERRAFORM_DIR)/fixtures/regenerate"

workbench.up: ## Start the workbench, also after it stopped by itself
	@$(call terraform_run,workbench-up,$(ENV))

workbench.down: ## Stop the workbench; its disks stay
	@$(call terraform_run,workbench-down,$(ENV))

workbench.status: ## Print name and state of the workbench (REFRESH=1 asks the cloud)
	@$(call terraform_run,workbench-status,$(ENV))

workbench.destroy: ## Destroy the workbench and its disks (CONFIRM=<project_id>)
	@$(call terraform_run,workbench-destroy,$(ENV))

cloud-run.up: ## Start the Cloud Run service
	@$(call terraform_run,cloud-run-up,$(ENV))

cloud-run.down: ## Stop the Cloud Run service; it and its address stay
	@$(call terraform_run,cloud-run-down,$(ENV))

cloud-run.status: ## Print name and state of the service (REFRESH=1 asks the cloud)
	@$(call terraform_run,cloud-run-status,$(ENV))

state.export: ## Write what Databot needs to a file, no secrets (OUT=FILE)
	@$(call terraform_run,state-export,$(ENV))

state.export-raw: ## Write the whole state to a file; it may hold secrets (OUT=FILE)
	@$(call terraform_run,state-export-raw,$(ENV))

state.show: ## Print what Databot sees of the environment
	@$(call terraform_run,state-show,$(ENV))

# make terraform.plan-prod is make terraform.plan ENV=prod
terraform.%-dev:
	@$(call terraform_run,$*,dev)

terraform.%-prod:
	@$(call terraform_run,$*,prod)
