variable "project_id" {
  description = "Google Cloud project that owns the instance."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id))
    error_message = "project_id must have 6 to 30 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen."
  }
}

variable "environment" {
  description = "Name of the environment: `dev` or `prod`. In prod the instance is protected against deletion."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "environment must be dev or prod."
  }
}

variable "name" {
  description = "Name of the instance."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$", var.name))
    error_message = "name must have 1 to 63 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen."
  }
}

variable "zone" {
  description = "Zone of the instance."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]+(-[a-z]+)+[0-9]+-[a-z]$", var.zone))
    error_message = "zone must look like us-central1-b; us-central1 is a region."
  }
}

variable "labels" {
  description = "Labels of the instance, on top of the `databot_` ones."
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

variable "desired_state" {
  description = "`ACTIVE` or `STOPPED`. The provider never reads it back: after an idle shutdown ACTIVE plans no change, see wake_token."
  type        = string
  default     = "STOPPED"
  nullable    = false

  validation {
    condition     = contains(["ACTIVE", "STOPPED"], var.desired_state)
    error_message = "desired_state must be ACTIVE or STOPPED, in upper case."
  }
}

variable "wake_token" {
  description = "Any value, kept as the label `databot_wake`: another one makes an update, and an update brings the instance to desired_state, also when it stopped or was started by itself. Null means no label."
  type        = string
  default     = null

  validation {
    condition     = var.wake_token == null || can(regex("^[a-z0-9_-]{1,63}$", var.wake_token))
    error_message = "wake_token must be a label value: 1 to 63 lower-case letters, digits, hyphens or underscores."
  }
}

variable "machine_type" {
  description = "Machine type."
  type        = string
  default     = "e2-standard-4"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*-[a-z0-9-]*[a-z0-9]$", var.machine_type))
    error_message = "machine_type must look like e2-standard-4."
  }
}

variable "accelerator" {
  description = "GPU: the type as Compute Engine names it, and how many. Needs a machine type that can carry it."
  type = object({
    type  = string
    count = optional(number, 1)
  })
  default = null

  validation {
    condition = var.accelerator == null || contains([
      "NVIDIA_TESLA_P100", "NVIDIA_TESLA_V100", "NVIDIA_TESLA_P4", "NVIDIA_TESLA_T4", "NVIDIA_TESLA_A100",
      "NVIDIA_A100_80GB", "NVIDIA_L4", "NVIDIA_H100_80GB", "NVIDIA_H100_MEGA_80GB", "NVIDIA_H200_141GB",
      "NVIDIA_B200", "NVIDIA_RTX6000", "NVIDIA_TESLA_T4_VWS", "NVIDIA_TESLA_P100_VWS", "NVIDIA_TESLA_P4_VWS",
    ], try(var.accelerator.type, "-"))
    error_message = "accelerator.type must be a type that Workbench knows, such as NVIDIA_TESLA_T4 or NVIDIA_L4."
  }

  validation {
    condition     = var.accelerator == null || contains([1, 2, 4, 8, 16], try(var.accelerator.count, 0))
    error_message = "accelerator.count must be 1, 2, 4, 8 or 16."
  }

  validation {
    condition     = var.accelerator == null || !startswith(var.machine_type, "e2-")
    error_message = "e2 machines cannot carry a GPU: use n1-standard-4 or larger for T4, g2-standard-4 or larger for L4, a2 for A100."
  }

  validation {
    condition = var.accelerator == null || startswith(var.machine_type, lookup({
      NVIDIA_TESLA_P100     = "n1-"
      NVIDIA_TESLA_V100     = "n1-"
      NVIDIA_TESLA_P4       = "n1-"
      NVIDIA_TESLA_T4       = "n1-"
      NVIDIA_TESLA_A100     = "a2-"
      NVIDIA_A100_80GB      = "a2-"
      NVIDIA_L4             = "g2-"
      NVIDIA_TESLA_T4_VWS   = "n1-"
      NVIDIA_TESLA_P100_VWS = "n1-"
      NVIDIA_TESLA_P4_VWS   = "n1-"
    }, try(var.accelerator.type, "-"), ""))
    error_message = "The GPU does not fit the machine type: P4, P100, V100 and T4 need n1, L4 needs g2, A100 needs a2."
  }
}

variable "enable_public_ip" {
  description = "Give the machine a public address. The proxy to JupyterLab works without one."
  type        = bool
  default     = false
  nullable    = false
}

variable "network" {
  description = "Network of the machine. Required without a public address."
  type        = string
  default     = null

  validation {
    condition     = var.network == null || try(length(var.network) > 0, false)
    error_message = "network must name a network, or be null."
  }
}

variable "subnet" {
  description = "Subnetwork of the machine, with Private Google Access and NAT. Required without a public address."
  type        = string
  default     = null

  validation {
    condition     = var.enable_public_ip || (var.subnet != null && var.network != null)
    error_message = "A machine without a public address needs network and subnet (with Private Google Access and NAT), or it never becomes ready."
  }
}

variable "tags" {
  description = "Network tags of the machine. A change replaces it."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for tag in var.tags : can(regex("^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$", tag))])
    error_message = "Tags must have 1 to 63 lower-case letters, digits or hyphens."
  }
}

variable "service_account_email" {
  description = "Service account that the machine runs as. A change replaces it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[^@ ]+@[^@ ]+$", var.service_account_email)) && !endswith(var.service_account_email, "-compute@developer.gserviceaccount.com")
    error_message = "service_account_email must be the email of an account of its own, not of the Compute Engine default account."
  }
}

variable "instance_owners" {
  description = "The one user who may open JupyterLab, by email; empty means everybody who may use the service account. A change replaces the machine."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.instance_owners) <= 1
    error_message = "Workbench allows one owner at most."
  }

  validation {
    condition     = alltrue([for owner in var.instance_owners : can(regex("^[^@ :]+@[^@ ]+$", owner))])
    error_message = "An owner is a plain email address, without user: before it."
  }
}

variable "shielded" {
  description = "Shielded VM. Secure boot null means on without a GPU and off with one, whose driver is not signed."
  type = object({
    secure_boot          = optional(bool)
    vtpm                 = optional(bool, true)
    integrity_monitoring = optional(bool, true)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.environment != "prod" || (var.shielded.vtpm && var.shielded.integrity_monitoring)
    error_message = "vTPM and integrity monitoring must stay on in prod."
  }
}

variable "idle_timeout_seconds" {
  description = "Stop the machine after this time without use: 600 (10 minutes) to 86400 (one day). Null sends nothing and leaves it to the service."
  type        = number
  default     = 10800

  validation {
    condition     = var.idle_timeout_seconds == null || try(var.idle_timeout_seconds >= 600 && var.idle_timeout_seconds <= 86400 && floor(var.idle_timeout_seconds) == var.idle_timeout_seconds, false)
    error_message = "idle_timeout_seconds must be a whole number, 600 to 86400, or null."
  }
}

variable "metadata" {
  description = "Metadata that users of Workbench may set. Keys that the service sets itself are refused: they would be planned again and again, or replace the machine."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([
      for key in keys(var.metadata) : contains([
        "container-allow-fuse", "container-custom-params", "container-env-file", "disable-mixer",
        "install-unattended-upgrades", "jupyter-user", "notebook-disable-downloads", "notebook-disable-nbconvert",
        "notebook-disable-root", "notebook-disable-terminal", "notebook-enable-delete-to-trash",
        "notebook-upgrade-schedule", "post-startup-script", "post-startup-script-behavior",
      ], key)
    ])
    error_message = "Only these metadata keys are allowed: container-allow-fuse, container-custom-params, container-env-file, disable-mixer, install-unattended-upgrades, jupyter-user, notebook-disable-downloads, notebook-disable-nbconvert, notebook-disable-root, notebook-disable-terminal, notebook-enable-delete-to-trash, notebook-upgrade-schedule, post-startup-script, post-startup-script-behavior. The idle timeout has a variable of its own."
  }

  validation {
    condition     = alltrue([for value in values(var.metadata) : value != null])
    error_message = "Metadata values must not be null: leave the key out."
  }
}

variable "vm_image" {
  description = "Image of the machine; null means the current Workbench image. A change replaces it."
  type = object({
    project = string
    family  = optional(string)
    name    = optional(string)
  })
  default = null

  validation {
    condition     = var.vm_image == null || try(length(compact([var.vm_image.family, var.vm_image.name])) == 1, false)
    error_message = "vm_image needs either family or name."
  }
}

variable "container_image" {
  description = "Container to run instead of the notebook environment of the image."
  type = object({
    repository = string
    tag        = optional(string)
  })
  default = null

  validation {
    condition     = var.container_image == null || var.vm_image == null
    error_message = "container_image and vm_image exclude each other."
  }
}

variable "boot_disk" {
  description = "Boot disk. A change of type or key replaces the machine."
  type = object({
    size_gb = optional(number, 150)
    type    = optional(string, "PD_BALANCED")
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.boot_disk.size_gb >= 150 && var.boot_disk.size_gb <= 64000
    error_message = "boot_disk.size_gb must be 150 to 64000: the image needs 150."
  }

  validation {
    condition     = contains(["PD_STANDARD", "PD_SSD", "PD_BALANCED", "PD_EXTREME", "HYPERDISK_BALANCED", "HYPERDISK_BALANCED_HIGH_AVAILABILITY", "HYPERDISK_ML"], var.boot_disk.type)
    error_message = "boot_disk.type must be PD_STANDARD, PD_SSD, PD_BALANCED, PD_EXTREME or a HYPERDISK type."
  }
}

variable "data_disk" {
  description = "Data disk, the home of the notebooks. A change of type or key replaces the machine."
  type = object({
    size_gb = optional(number, 100)
    type    = optional(string, "PD_BALANCED")
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.data_disk.size_gb >= 10 && var.data_disk.size_gb <= 64000
    error_message = "data_disk.size_gb must be 10 to 64000."
  }

  validation {
    condition     = contains(["PD_STANDARD", "PD_SSD", "PD_BALANCED", "PD_EXTREME", "HYPERDISK_BALANCED", "HYPERDISK_EXTREME", "HYPERDISK_THROUGHPUT", "HYPERDISK_BALANCED_HIGH_AVAILABILITY", "HYPERDISK_ML"], var.data_disk.type)
    error_message = "data_disk.type must be PD_STANDARD, PD_SSD, PD_BALANCED, PD_EXTREME or a HYPERDISK type."
  }
}

variable "kms_key_name" {
  description = "Cloud KMS key of both disks; null means Google-managed encryption."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_name == null || can(regex("^projects/[^/]+/locations/[a-z0-9-]+/keyRings/[^/]+/cryptoKeys/[^/]+$", var.kms_key_name))
    error_message = "kms_key_name must look like projects/P/locations/L/keyRings/R/cryptoKeys/K."
  }
}

variable "disable_proxy_access" {
  description = "Do not register with the proxy: JupyterLab is then reached over SSH only. A change replaces the machine."
  type        = bool
  default     = false
  nullable    = false
}

variable "enable_deletion_protection" {
  description = "Let the service refuse to delete the instance; null means on in prod and off in dev."
  type        = bool
  default     = null
}

variable "deletion_policy" {
  description = "`PREVENT` refuses to destroy the instance, `ABANDON` leaves it in the cloud, `DELETE` deletes it; null means `PREVENT` in prod and `DELETE` in dev."
  type        = string
  default     = null

  validation {
    condition     = var.deletion_policy == null || contains(["DELETE", "PREVENT", "ABANDON"], coalesce(var.deletion_policy, "-"))
    error_message = "deletion_policy must be DELETE, PREVENT or ABANDON."
  }
}
