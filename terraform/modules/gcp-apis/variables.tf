variable "project_id" {
  description = "Google Cloud project whose APIs are enabled."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id))
    error_message = "project_id must have 6 to 30 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen."
  }
}

variable "apis" {
  description = "APIs to enable, as `NAME.googleapis.com`. The default is what all modules here need, without keys and secrets."
  type        = set(string)
  default = [
    "aiplatform.googleapis.com",
    "artifactregistry.googleapis.com",
    "billingbudgets.googleapis.com",
    "cloudresourcemanager.googleapis.com",
    "compute.googleapis.com",
    "iam.googleapis.com",
    "iamcredentials.googleapis.com",
    "logging.googleapis.com",
    "monitoring.googleapis.com",
    "notebooks.googleapis.com",
    "run.googleapis.com",
    "serviceusage.googleapis.com",
    "storage.googleapis.com",
    "sts.googleapis.com",
  ]
  nullable = false

  validation {
    condition     = length(var.apis) > 0
    error_message = "apis must name at least one API."
  }

  validation {
    condition     = alltrue([for api in var.apis : can(regex("^[a-z0-9-]+\\.googleapis\\.com$", api))])
    error_message = "An API must be written as NAME.googleapis.com, such as storage.googleapis.com."
  }
}

variable "extra_apis" {
  description = "Further APIs, such as `cloudkms.googleapis.com` or `secretmanager.googleapis.com`."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for api in var.extra_apis : can(regex("^[a-z0-9-]+\\.googleapis\\.com$", api))])
    error_message = "An API must be written as NAME.googleapis.com, such as cloudkms.googleapis.com."
  }
}
