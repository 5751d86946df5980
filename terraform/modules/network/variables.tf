variable "project_id" {
  description = "Google Cloud project that owns the network."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id))
    error_message = "project_id must have 6 to 30 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen."
  }
}

variable "name" {
  description = "Name of the network; its parts are named after it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]([a-z0-9-]{0,37}[a-z0-9])?$", var.name))
    error_message = "name must have 1 to 39 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen."
  }
}

variable "region" {
  description = "Region of the subnetwork and its way out."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]+(-[a-z]+)+[0-9]+$", var.region))
    error_message = "region must look like us-central1."
  }
}

variable "ip_cidr_range" {
  description = "Addresses of the subnetwork."
  type        = string
  default     = "10.10.0.0/24"
  nullable    = false

  validation {
    condition     = can(cidrnetmask(var.ip_cidr_range)) && can(regex("^(10\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.|192\\.168\\.)", var.ip_cidr_range))
    error_message = "ip_cidr_range must be a private IPv4 range such as 10.10.0.0/24."
  }
}

variable "nat" {
  description = "Give machines without a public address a way out to the internet (Cloud NAT). Without it only Google APIs can be reached."
  type        = bool
  default     = true
  nullable    = false
}

variable "flow_logs" {
  description = "Log a sample of the connections."
  type        = bool
  default     = true
  nullable    = false
}
