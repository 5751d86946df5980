variable "project_id" {
  description = "Google Cloud project that is watched."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id))
    error_message = "project_id must have 6 to 30 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen."
  }
}

variable "environment" {
  description = "Name of the environment: `dev` or `prod`, for the names of the policies."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "environment must be dev or prod."
  }
}

variable "labels" {
  description = "Labels of channels and policies, on top of the `databot_` ones."
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
}

variable "emails" {
  description = "Mail addresses that are told, by a key of the caller's choice."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for email in var.emails : can(regex("^[^@ ]+@[^@ ]+\\.[^@ ]+$", email))])
    error_message = "An address must look like ops@example.com."
  }
}

variable "notification_channels" {
  description = "Existing notification channels that are told as well."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for channel in var.notification_channels : can(regex("^projects/[^/]+/notificationChannels/[^/]+$", channel))])
    error_message = "A channel must look like projects/P/notificationChannels/N."
  }
}

variable "services" {
  description = "Cloud Run services that are watched, by a key of the caller's choice: name of the service."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name in var.services : can(regex("^[a-z]([a-z0-9-]{0,47}[a-z0-9])?$", name))])
    error_message = "A service must be given by its name."
  }
}

variable "error_ratio" {
  description = "Share of 5xx answers of a service above which an alert is raised."
  type        = number
  default     = 0.05
  nullable    = false

  validation {
    condition     = var.error_ratio > 0 && var.error_ratio < 1
    error_message = "error_ratio must be above 0 and below 1."
  }
}

variable "latency_p95_ms" {
  description = "95th percentile of the latency of a service, in milliseconds, above which an alert is raised."
  type        = number
  default     = 2000
  nullable    = false

  validation {
    condition     = var.latency_p95_ms >= 1
    error_message = "latency_p95_ms must be at least 1."
  }
}

variable "workbenches" {
  description = "Workbench instances that are watched, by a key of the caller's choice: name of the instance."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name in var.workbenches : can(regex("^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$", name))])
    error_message = "An instance must be given by its name."
  }
}

variable "workbench_active_hours" {
  description = "Hours that an instance may run without a stop before an alert is raised."
  type        = number
  default     = 12
  nullable    = false

  validation {
    condition     = var.workbench_active_hours >= 1 && var.workbench_active_hours <= 720
    error_message = "workbench_active_hours must be 1 to 720."
  }
}

variable "audit_storage_access" {
  description = "Log who reads and writes objects (data access audit logs of Cloud Storage). They are billed by volume, and replace the project's own setting for this service."
  type        = bool
  default     = false
  nullable    = false
}
