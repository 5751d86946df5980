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
}

variable "zone" {
  description = "Zone of everything that is zonal; null means zone `b` of the region."
  type        = string
  default     = null
}

variable "labels" {
  description = "Labels for everything that can carry labels, on top of the `databot_` ones."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "delete_after_days" {
  description = "Age in days at which objects in the data and archive buckets are deleted."
  type        = number
  default     = 90
  nullable    = false

  validation {
    condition     = var.delete_after_days >= 1 && var.delete_after_days <= 365
    error_message = "delete_after_days must be 1 to 365: dev is for data that may go."
  }
}

variable "impersonators" {
  description = "Members who may act as the service account with short-lived tokens, by a key of your choice, such as { me = \"user:me@example.com\" }."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "create_service_account_key" {
  description = "Create a key for the service account, for tests that cannot do without. It is in the state in clear. Needs allow_service_account_keys as well."
  type        = bool
  default     = false
  nullable    = false
}

variable "allow_service_account_keys" {
  description = "Second gate for create_service_account_key."
  type        = bool
  default     = false
  nullable    = false
}
