# Terraform targets, included by the Makefile of the repository; `make -f terraform/terraform.mk` works too.

TERRAFORM_DIR := $(patsubst %/,%,$(dir $(lastword $(MAKEFILE_LIST))))

.PHONY: terraform.fixtures
terraform.fixtures: ## Make the state fixtures again (needs an offline provider)
	@"$(TERRAFORM_DIR)/fixtures/regenerate"
