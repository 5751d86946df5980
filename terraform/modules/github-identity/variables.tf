variable "project_id" {
  description = "Google Cloud project that owns the pool."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id))
    error_message = "project_id must have 6 to 30 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen."
  }
}

variable "environment" {
  description = "Name of the environment: `dev` or `prod`. In prod the branches must be named."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "environment must be dev or prod."
  }
}

variable "pool_id" {
  description = "Name of the workload identity pool. A deleted pool keeps its name for 30 days."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9-]{4,32}$", var.pool_id)) && !startswith(var.pool_id, "gcp-")
    error_message = "pool_id must have 4 to 32 lower-case letters, digits or hyphens and not start with gcp-."
  }
}

variable "repository_owner_id" {
  description = "Numeric id of the GitHub user or organisation (`gh api users/NAME --jq .id`)."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[1-9][0-9]*$", var.repository_owner_id))
    error_message = "repository_owner_id must be the numeric id: names can be claimed again after an account is deleted."
  }
}

variable "repository_ids" {
  description = "Numeric ids of the repositories that are let in (`gh api repos/OWNER/NAME --jq .id`)."
  type        = set(string)
  nullable    = false

  validation {
    condition     = length(var.repository_ids) > 0
    error_message = "repository_ids must name at least one repository, or all of GitHub would have to be let in or nobody."
  }

  validation {
    condition     = alltrue([for id in var.repository_ids : can(regex("^[1-9][0-9]*$", id))])
    error_message = "repository_ids must be numeric ids: names can be claimed again after a repository is deleted."
  }
}

variable "refs" {
  description = "Git references that are let in, such as `refs/heads/main`; empty means all. Required in prod."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for ref in var.refs : can(regex("^refs/(heads|tags)/[A-Za-z0-9._/-]+$", ref))])
    error_message = "refs must look like refs/heads/main or refs/tags/v1."
  }

  validation {
    condition     = var.environment != "prod" || length(var.refs) > 0
    error_message = "refs must name at least one branch or tag in prod: otherwise any branch could become the account."
  }
}
