variable "project_id" {
  description = "Google Cloud project that owns the state bucket."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id))
    error_message = "project_id must have 6 to 30 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen."
  }
}

variable "location" {
  description = "Region, dual-region or multi-region of the state bucket."
  type        = string
  default     = "us-central1"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z]+(-[A-Za-z]+)*[0-9]*$", var.location))
    error_message = "location must be a region (us-central1), a dual-region (nam4) or a multi-region (US, EU, ASIA)."
  }
}

variable "bucket_name" {
  description = "Name of the state bucket; null means the project id followed by `-tfstate`."
  type        = string
  default     = null

  validation {
    condition     = var.bucket_name == null || can(regex("^[a-z0-9][a-z0-9_-]{1,61}[a-z0-9]$", var.bucket_name))
    error_message = "bucket_name must have 3 to 63 lower-case letters, digits, hyphens or underscores, and start and end with a letter or digit."
  }
}

variable "labels" {
  description = "Labels of the bucket, on top of the `databot_` ones."
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

variable "writers" {
  description = "Members who may run Terraform on the states here, by a key of your choice, such as `{ ops = \"group:ops@example.com\" }`."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for member in var.writers : can(regex("^(user|serviceAccount|group):[^ ]+$|^principal(Set)?://[^ ]+$", member))])
    error_message = "A member must look like user:U, serviceAccount:S, group:G, principal://P or principalSet://P."
  }
}

variable "readers" {
  description = "Members who may read the states here, as Databot does, by a key of your choice. A state may hold secrets."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for member in var.readers : can(regex("^(user|serviceAccount|group):[^ ]+$|^principal(Set)?://[^ ]+$", member))])
    error_message = "A member must look like user:U, serviceAccount:S, group:G, principal://P or principalSet://P."
  }
}

variable "kms_key_name" {
  description = "Cloud KMS key of the bucket; null means Google-managed encryption."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_name == null || can(regex("^projects/[^/]+/locations/[a-z0-9-]+/keyRings/[^/]+/cryptoKeys/[^/]+$", var.kms_key_name))
    error_message = "kms_key_name must look like projects/P/locations/L/keyRings/R/cryptoKeys/K."
  }
}
