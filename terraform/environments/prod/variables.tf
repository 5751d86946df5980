variable "project_id" {
  description = "Google Cloud project that holds the environment."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id))
    error_message = "project_id must have 6 to 30 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen."
  }
}

variable "region" {
  description = "Region of everything that is regional, buckets included."
  type        = string
  default     = "us-central1"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]+(-[a-z]+)+[0-9]+$", var.region))
    error_message = "region must look like us-central1 or europe-west4; a zone such as us-central1-b is not a region."
  }
}

variable "zone" {
  description = "Zone of everything that is zonal; null means zone `b` of the region."
  type        = string
  default     = null

  validation {
    condition     = var.zone == null || can(regex("^${var.region}-[a-z]$", var.zone))
    error_message = "zone must be a zone of the region, such as us-central1-b for us-central1."
  }
}

variable "labels" {
  description = "Labels for everything that can carry labels, on top of the `databot_` ones."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([
      for key, value in var.labels :
      can(regex("^[a-z][a-z0-9_-]{0,62}$", key)) && can(regex("^[a-z0-9_-]{0,63}$", value)) && !startswith(key, "databot_")
    ])
    error_message = "Label keys must match [a-z][a-z0-9_-]{0,62} and not start with databot_; values must match [a-z0-9_-]{0,63}."
  }
}

variable "extra_apis" {
  description = "Google APIs to enable beside those that the environment needs, such as `secretmanager.googleapis.com`."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for api in var.extra_apis : can(regex("^[a-z0-9-]+\\.googleapis\\.com$", api))])
    error_message = "An API must be written as NAME.googleapis.com, such as cloudkms.googleapis.com."
  }
}

variable "state_bucket" {
  description = "Bucket that holds the state of this environment, the same as in backend.hcl. Published for discovery."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9_-]{1,61}[a-z0-9]$", var.state_bucket))
    error_message = "state_bucket must be the name of the bucket, without gs://."
  }
}

variable "deletion_policy" {
  description = "`PREVENT` refuses to destroy buckets, service account, workbench and services. Set `DELETE` and apply before you take the environment down for good."
  type        = string
  default     = "PREVENT"
  nullable    = false

  validation {
    condition     = contains(["PREVENT", "DELETE"], var.deletion_policy)
    error_message = "deletion_policy must be PREVENT or DELETE."
  }
}

variable "archive_after_days" {
  description = "Ages in days at which objects in the archive bucket move to colder classes."
  type = object({
    nearline = optional(number, 30)
    coldline = optional(number, 90)
    archive  = optional(number, 365)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.archive_after_days.nearline >= 1 && var.archive_after_days.nearline < var.archive_after_days.coldline && var.archive_after_days.coldline < var.archive_after_days.archive
    error_message = "The ages in archive_after_days must ascend: nearline < coldline < archive."
  }
}

variable "archive_retention_days" {
  description = "Days for which nobody can delete or overwrite an object in the archive bucket; null means no such rule. It is not locked."
  type        = number
  default     = null

  validation {
    condition     = var.archive_retention_days == null || try(var.archive_retention_days >= 1 && var.archive_retention_days <= 36500 && floor(var.archive_retention_days) == var.archive_retention_days, false)
    error_message = "archive_retention_days must be a whole number, 1 to 36500, or null."
  }
}

variable "soft_delete_days" {
  description = "Days for which deleted objects can be restored (and are billed): 7 to 90."
  type        = number
  default     = 7
  nullable    = false

  validation {
    condition     = var.soft_delete_days >= 7 && var.soft_delete_days <= 90
    error_message = "soft_delete_days must be 7 to 90."
  }
}

variable "access_log_days" {
  description = "Days for which access logs of the buckets are kept."
  type        = number
  default     = 365
  nullable    = false

  validation {
    condition     = var.access_log_days >= 1 && floor(var.access_log_days) == var.access_log_days
    error_message = "access_log_days must be a whole number, at least 1."
  }
}

variable "kms_key_name" {
  description = "Cloud KMS key of buckets, workbench and services; null means Google-managed encryption. Needs `cloudkms.googleapis.com` in extra_apis."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_name == null || can(regex("^projects/[^/]+/locations/[a-z0-9-]+/keyRings/[^/]+/cryptoKeys/[^/]+$", var.kms_key_name))
    error_message = "kms_key_name must look like projects/P/locations/L/keyRings/R/cryptoKeys/K."
  }
}

variable "github" {
  description = "GitHub repositories whose workflows may act as the service account, without a key; null means none. Numeric ids: names can be claimed again."
  type = object({
    repository_owner_id = string
    repository_ids      = map(string)
    refs                = optional(set(string), ["refs/heads/main"])
  })
  default = null

  validation {
    condition     = var.github == null || try(can(regex("^[1-9][0-9]*$", var.github.repository_owner_id)) && length(var.github.repository_ids) > 0 && alltrue([for id in var.github.repository_ids : can(regex("^[1-9][0-9]*$", id))]), false)
    error_message = "repository_owner_id and repository_ids must be numeric ids, and at least one repository must be named."
  }

  validation {
    condition     = var.github == null || try(length(var.github.refs) > 0, false)
    error_message = "github.refs must name at least one branch or tag: otherwise any branch could become the account."
  }
}

variable "gke" {
  description = "Kubernetes service accounts that may act as the service account (Workload Identity), by a key of your choice. `project_id` is the project of the cluster; null means this one."
  type = map(object({
    namespace  = string
    ksa        = string
    project_id = optional(string)
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for account in var.gke : !strcontains(account.namespace, "*") && !strcontains(account.ksa, "*")])
    error_message = "namespace and ksa must be names; * is not allowed."
  }
}

variable "audit_storage_access" {
  description = "Log who reads and writes objects (data access audit logs of Cloud Storage), billed by volume."
  type        = bool
  default     = true
  nullable    = false
}

variable "impersonators" {
  description = "Members who may act as the service account with short-lived tokens, by a key of your choice, such as `{ me = \"user:me@example.com\" }`."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for member in var.impersonators : can(regex("^(user|serviceAccount|group):[^ ]+$|^principal(Set)?://[^ ]+$", member))])
    error_message = "A member must look like user:U, serviceAccount:S, group:G, principal://P or principalSet://P."
  }
}

variable "service_account_roles" {
  description = "Further roles of the service account on the project, such as a custom role that starts and stops workbenches. Broad roles and roles on data are refused."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for role in var.service_account_roles : can(regex("^roles/[A-Za-z0-9]+(\\.[A-Za-z0-9]+)?$|^(projects|organizations)/[^/]+/roles/[A-Za-z0-9_.]+$", role))])
    error_message = "A role must look like roles/run.developer or projects/P/roles/R."
  }
}

variable "workbench_enabled" {
  description = "Whether there is a workbench, with a network of its own."
  type        = bool
  default     = false
  nullable    = false
}

variable "workbench_desired_state" {
  description = "`ACTIVE` or `STOPPED`. `make workbench.up` and `workbench.down` set it."
  type        = string
  default     = "STOPPED"
  nullable    = false

  validation {
    condition     = contains(["ACTIVE", "STOPPED"], var.workbench_desired_state)
    error_message = "workbench_desired_state must be ACTIVE or STOPPED, in upper case."
  }
}

variable "workbench_wake_token" {
  description = "Another value brings the workbench to its desired state, also when it stopped by itself. `make workbench.up` and `workbench.down` set it."
  type        = string
  default     = null

  validation {
    condition     = var.workbench_wake_token == null || can(regex("^[a-z0-9_-]{1,63}$", var.workbench_wake_token))
    error_message = "workbench_wake_token must be a label value: 1 to 63 lower-case letters, digits, hyphens or underscores."
  }
}

variable "workbench_machine_type" {
  description = "Machine type of the workbench."
  type        = string
  default     = "e2-standard-4"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*-[a-z0-9-]*[a-z0-9]$", var.workbench_machine_type))
    error_message = "workbench_machine_type must look like e2-standard-4."
  }
}

variable "workbench_accelerator" {
  description = "GPU of the workbench; null means none. An e2 machine cannot carry one."
  type = object({
    type  = string
    count = optional(number, 1)
  })
  default = null

  validation {
    condition     = var.workbench_accelerator == null || !startswith(var.workbench_machine_type, "e2-")
    error_message = "e2 machines cannot carry a GPU: set workbench_machine_type to n1-standard-4 for a T4 or g2-standard-4 for an L4."
  }
}

variable "workbench_owner" {
  description = "The one user who may open JupyterLab, by email; null means everybody who may use the service account."
  type        = string
  default     = null

  validation {
    condition     = var.workbench_owner == null || can(regex("^[^@ :]+@[^@ ]+$", var.workbench_owner))
    error_message = "workbench_owner must be a plain email address, without user: before it."
  }
}

variable "workbench_idle_timeout_seconds" {
  description = "Stop the workbench after this time without use."
  type        = number
  default     = 10800
  nullable    = false

  validation {
    condition     = var.workbench_idle_timeout_seconds >= 600 && var.workbench_idle_timeout_seconds <= 86400
    error_message = "workbench_idle_timeout_seconds must be 600 (10 minutes) to 86400 (one day)."
  }
}

variable "cloud_run_image" {
  description = "Image of the Cloud Run service, with a digest; null means no service."
  type        = string
  default     = null

  validation {
    condition     = var.cloud_run_image == null || can(regex("@sha256:[0-9a-f]{64}$", var.cloud_run_image))
    error_message = "cloud_run_image must have a digest (@sha256:...): a tag can be moved."
  }
}

variable "cloud_run_desired_state" {
  description = "`ACTIVE` or `STOPPED`. `make cloud-run.up` and `cloud-run.down` set it."
  type        = string
  default     = "ACTIVE"
  nullable    = false

  validation {
    condition     = contains(["ACTIVE", "STOPPED"], var.cloud_run_desired_state)
    error_message = "cloud_run_desired_state must be ACTIVE or STOPPED, in upper case."
  }
}

variable "cloud_run_invokers" {
  description = "Members who may call the service beside the service account, by a key of your choice."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = !anytrue([for member in var.cloud_run_invokers : contains(["allusers", "allauthenticatedusers"], lower(member))])
    error_message = "allUsers and allAuthenticatedUsers are not allowed."
  }
}

variable "cloud_run_job_image" {
  description = "Image of a Cloud Run job, with a digest; null means no job."
  type        = string
  default     = null

  validation {
    condition     = var.cloud_run_job_image == null || can(regex("@sha256:[0-9a-f]{64}$", var.cloud_run_job_image))
    error_message = "cloud_run_job_image must have a digest (@sha256:...): a tag can be moved."
  }
}

variable "billing_account" {
  description = "Billing account of the project, such as `012345-6789AB-CDEF01`; null means no budget."
  type        = string
  default     = null

  validation {
    condition     = var.billing_account == null || can(regex("^[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}$", var.billing_account))
    error_message = "billing_account must look like 012345-6789AB-CDEF01."
  }
}

variable "budget_amount" {
  description = "Budget for one month, in whole units of the currency of the billing account."
  type        = number
  default     = 500
  nullable    = false

  validation {
    condition     = var.budget_amount >= 1 && floor(var.budget_amount) == var.budget_amount
    error_message = "budget_amount must be a whole number, at least 1."
  }
}

variable "alert_emails" {
  description = "Mail addresses that alerts and the budget go to, by a key of your choice; empty means no alerts."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for email in var.alert_emails : can(regex("^[^@ ]+@[^@ ]+\\.[^@ ]+$", email))])
    error_message = "An address must look like ops@example.com."
  }
}
