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
  description = "Bucket that holds the state, when you moved it there (see README.md); null means the local file. Published for discovery."
  type        = string
  default     = null

  validation {
    condition     = var.state_bucket == null || can(regex("^[a-z0-9][a-z0-9_-]{1,61}[a-z0-9]$", var.state_bucket))
    error_message = "state_bucket must be the name of the bucket, without gs://."
  }
}

variable "delete_after_days" {
  description = "Age in days at which objects in the data and archive buckets are deleted."
  type        = number
  default     = 90
  nullable    = false

  validation {
    condition     = var.delete_after_days >= 1 && var.delete_after_days <= 365 && floor(var.delete_after_days) == var.delete_after_days
    error_message = "delete_after_days must be a whole number, 1 to 365: dev is for data that may go."
  }
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

variable "create_service_account_key" {
  description = "Create a key for the service account, for tests that cannot do without. It is in the state in clear. Needs allow_service_account_keys as well."
  type        = bool
  default     = false
  nullable    = false

  validation {
    condition     = !var.create_service_account_key || var.allow_service_account_keys
    error_message = "Keys are secrets that do not expire: prefer impersonators, or set allow_service_account_keys = true as well."
  }
}

variable "allow_service_account_keys" {
  description = "Second gate for create_service_account_key."
  type        = bool
  default     = false
  nullable    = false
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
  default     = true
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
  description = "Image of the Cloud Run service; null means no service. The default is a small public example that answers with its name."
  type        = string
  default     = "us-docker.pkg.dev/google-samples/containers/gke/hello-app:1.0"

  validation {
    condition     = var.cloud_run_image == null || (can(regex("^[^ ]+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}|@sha256:[0-9a-f]{64})$", var.cloud_run_image)) && !endswith(coalesce(var.cloud_run_image, "-"), ":latest"))
    error_message = "cloud_run_image must have a tag other than latest, or a digest."
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
  description = "Image of a Cloud Run job; null means no job."
  type        = string
  default     = null

  validation {
    condition     = var.cloud_run_job_image == null || (can(regex("^[^ ]+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}|@sha256:[0-9a-f]{64})$", var.cloud_run_job_image)) && !endswith(coalesce(var.cloud_run_job_image, "-"), ":latest"))
    error_message = "cloud_run_job_image must have a tag other than latest, or a digest."
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
  default     = 50
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
