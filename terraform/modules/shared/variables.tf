variable "project_id" {
  description = "Google Cloud project that holds everything."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id))
    error_message = "project_id must have 6 to 30 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen."
  }
}

variable "environment" {
  description = "Name of the environment: `dev` or `prod`."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "environment must be dev or prod."
  }
}

variable "region" {
  description = "Region of everything that is regional."
  type        = string
  default     = "us-central1"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]+(-[a-z]+)+[0-9]+$", var.region))
    error_message = "region must look like us-central1 or europe-west4; a zone such as us-central1-b is not a region."
  }
}

variable "zone" {
  description = "Zone of everything that is zonal; null means zone `b` of the region (every region has one, several have no `a`)."
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
      can(regex("^[a-z][a-z0-9_-]{0,62}$", key)) && can(regex("^[a-z0-9_-]{0,63}$", value))
    ])
    error_message = "Label keys must match [a-z][a-z0-9_-]{0,62} and values [a-z0-9_-]{0,63}."
  }

  validation {
    condition     = !anytrue([for key in keys(var.labels) : startswith(key, "databot_")])
    error_message = "Label keys that start with databot_ are set by the modules; discovery relies on them."
  }
}

variable "state" {
  description = "Where the state of this root is kept, for the contract: the backend type and, for gcs, bucket and prefix."
  type = object({
    backend = string
    bucket  = optional(string)
    prefix  = optional(string)
  })
  default  = { backend = "local" }
  nullable = false

  validation {
    condition     = contains(["local", "gcs"], var.state.backend)
    error_message = "state.backend must be local or gcs."
  }

  validation {
    condition     = var.state.backend == "gcs" ? var.state.bucket != null && var.state.prefix != null : var.state.bucket == null && var.state.prefix == null
    error_message = "A gcs state needs bucket and prefix; a local one has neither."
  }
}

variable "buckets" {
  description = "Buckets by key: the `contract` outputs of the storage module."
  type = map(object({
    name          = string
    url           = string
    location      = string
    storage_class = string
    role          = string
    versioned     = bool
    ephemeral     = bool
  }))
  default  = {}
  nullable = false
}

variable "service_accounts" {
  description = "Service accounts by key: the `contract` outputs of the service-account module."
  type = map(object({
    email     = string
    member    = string
    unique_id = string
  }))
  default  = {}
  nullable = false
}

variable "workbenches" {
  description = "Workbench instances by key: the `contract` outputs of the workbench module."
  type = map(object({
    name          = string
    id            = string
    zone          = string
    state         = string
    desired_state = string
    proxy_uri     = string
  }))
  default  = {}
  nullable = false
}

variable "services" {
  description = "Cloud Run services by key: the `contract` outputs of the cloud-run module."
  type = map(object({
    name     = string
    id       = string
    location = string
    uri      = string
  }))
  default  = {}
  nullable = false
}

variable "apis" {
  description = "Google APIs that the root enabled: the `contract` output of the gcp-apis module."
  type        = list(string)
  default     = []
  nullable    = false
}
