variable "project_id" {
  description = "Google Cloud project that owns the account."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id))
    error_message = "project_id must have 6 to 30 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen."
  }
}

variable "environment" {
  description = "Name of the environment: `dev` or `prod`. In prod keys are refused."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "environment must be dev or prod."
  }
}

variable "account_id" {
  description = "Name of the account, the part of its email before the @."
  type        = string
  nullable    = false

  validation {
    condition     = length(var.account_id) >= 6 && length(var.account_id) <= 30 && can(regex("^[a-z]([-a-z0-9]*[a-z0-9])$", var.account_id))
    error_message = "account_id must have 6 to 30 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen."
  }
}

variable "display_name" {
  description = "Name of the account for people; null means the account id."
  type        = string
  default     = null

  validation {
    condition     = try(length(var.display_name) <= 100, true)
    error_message = "display_name may have at most 100 characters."
  }
}

variable "description" {
  description = "What the account is for."
  type        = string
  default     = "Managed by Terraform for Databot."
  nullable    = false

  validation {
    condition     = length(var.description) <= 256
    error_message = "description may have at most 256 characters."
  }
}

variable "disabled" {
  description = "Keep the account but let nobody use it."
  type        = bool
  default     = false
  nullable    = false
}

variable "deletion_policy" {
  description = "`PREVENT` refuses to destroy the account, `ABANDON` leaves it in the cloud, `DELETE` deletes it; null means `PREVENT` in prod and `DELETE` in dev."
  type        = string
  default     = null

  validation {
    condition     = var.deletion_policy == null || contains(["DELETE", "PREVENT", "ABANDON"], coalesce(var.deletion_policy, "-"))
    error_message = "deletion_policy must be DELETE, PREVENT or ABANDON."
  }
}

variable "project_roles" {
  description = "Roles on the whole project. Broad roles are refused; roles on data are granted on the bucket instead."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for role in var.project_roles : can(regex("^roles/[A-Za-z0-9]+(\\.[A-Za-z0-9]+)?$|^(projects|organizations)/[^/]+/roles/[A-Za-z0-9_.]+$", role))])
    error_message = "A role must look like roles/logging.logWriter or projects/P/roles/R."
  }

  validation {
    condition     = alltrue([for role in var.project_roles : !contains(["roles/owner", "roles/editor", "roles/viewer"], role)])
    error_message = "The basic roles owner, editor and viewer are too broad: name the roles that the account needs."
  }

  validation {
    condition     = alltrue([for role in var.project_roles : !can(regex("(?i)admin$", role))])
    error_message = "Administrator roles on the project are not allowed."
  }

  validation {
    condition = alltrue([
      for role in var.project_roles :
      !contains(["roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator", "roles/iam.workloadIdentityUser"], role)
    ])
    error_message = "serviceAccountUser, serviceAccountTokenCreator and workloadIdentityUser on the project reach every account in it: use impersonators, gke or github of this module, which grant on one account."
  }

  validation {
    condition     = alltrue([for role in var.project_roles : !startswith(role, "roles/storage.")])
    error_message = "Cloud Storage roles on the project reach every bucket: grant them on the bucket (variable iam of the storage module)."
  }
}

variable "impersonators" {
  description = "Members who may act as this account with short-lived tokens, by a key of the caller's choice."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for member in var.impersonators : can(regex("^(user|serviceAccount|group):[^ ]+$|^principal(Set)?://[^ ]+$", member))])
    error_message = "A member must look like user:U, serviceAccount:S, group:G, principal://P or principalSet://P."
  }
}

variable "self_signing" {
  description = "Let the account sign with its own name, which signed URLs without a key need."
  type        = bool
  default     = false
  nullable    = false
}

variable "gke" {
  description = "Kubernetes service accounts that may act as this account (Workload Identity), by a key of the caller's choice. `project_id` is the project of the cluster; null means this one."
  type = map(object({
    namespace  = string
    ksa        = string
    project_id = optional(string)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue(flatten([
      for account in var.gke : [for name in [account.namespace, account.ksa] : can(regex("^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$", name))]
    ]))
    error_message = "namespace and ksa must be Kubernetes names; * is not allowed."
  }
}

variable "github" {
  description = "GitHub repositories whose workflows may act as this account, by a key of the caller's choice: the pool (output `pool_name` of the github-identity module) and the numeric id of the repository."
  type = map(object({
    pool_name     = string
    repository_id = string
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for repository in var.github : can(regex("^[1-9][0-9]*$", repository.repository_id))])
    error_message = "repository_id must be the numeric id of the repository: names can be claimed again after a repository is deleted."
  }

  validation {
    condition     = alltrue([for repository in var.github : can(regex("^projects/[^/]+/locations/global/workloadIdentityPools/[^/]+$", repository.pool_name))])
    error_message = "pool_name must look like projects/N/locations/global/workloadIdentityPools/P."
  }
}

variable "create_key" {
  description = "Create a key file. First of three gates: allow_key_creation must be true as well, and the environment must not be prod. The key is in the state in clear."
  type        = bool
  default     = false
  nullable    = false

  validation {
    condition     = !var.create_key || var.allow_key_creation
    error_message = "Keys are secrets that do not expire: prefer impersonators, gke or github, or set allow_key_creation = true as well."
  }

  validation {
    condition     = !(var.create_key && var.environment == "prod")
    error_message = "Keys are not allowed in prod: use impersonators, gke or github."
  }
}

variable "allow_key_creation" {
  description = "Second gate for create_key."
  type        = bool
  default     = false
  nullable    = false
}

variable "key_keepers" {
  description = "Arbitrary values; a change makes a new key and deletes the old one."
  type        = map(string)
  default     = {}
  nullable    = false
}
