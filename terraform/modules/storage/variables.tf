variable "project_id" {
  description = "Google Cloud project that owns the bucket."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id))
    error_message = "project_id must have 6 to 30 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen."
  }
}

variable "environment" {
  description = "Name of the environment: `dev` or `prod`. In prod several unsafe settings are refused."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "environment must be dev or prod."
  }
}

variable "name" {
  description = "Name of the bucket, unique in the world."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9_-]{1,61}[a-z0-9]$", var.name))
    error_message = "name must have 3 to 63 lower-case letters, digits, hyphens or underscores, and start and end with a letter or digit."
  }

  validation {
    condition     = !startswith(var.name, "goog") && !strcontains(var.name, "google")
    error_message = "Cloud Storage refuses names that start with goog or contain google."
  }
}

variable "role" {
  description = "What the bucket is for: `data`, `archive`, `state`, `logs` or `scratch`. Becomes the label `databot_role`."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["data", "archive", "state", "logs", "scratch"], var.role)
    error_message = "role must be data, archive, state, logs or scratch."
  }
}

variable "location" {
  description = "Region, dual-region or multi-region of the bucket, such as `us-central1`, `nam4` or `EU`."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z]+(-[A-Za-z]+)*[0-9]*$", var.location))
    error_message = "location must be a region (us-central1), a dual-region (nam4) or a multi-region (US, EU, ASIA)."
  }
}

variable "storage_class" {
  description = "Default storage class of new objects."
  type        = string
  default     = "STANDARD"
  nullable    = false

  validation {
    condition     = contains(["STANDARD", "NEARLINE", "COLDLINE", "ARCHIVE"], var.storage_class)
    error_message = "storage_class must be STANDARD, NEARLINE, COLDLINE or ARCHIVE."
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
      can(regex("^[a-z][a-z0-9_-]{0,62}$", key)) && can(regex("^[a-z0-9_-]{0,63}$", value))
    ])
    error_message = "Label keys must match [a-z][a-z0-9_-]{0,62} and values [a-z0-9_-]{0,63}."
  }
}

variable "public_access_prevention" {
  description = "`enforced` keeps the bucket private whatever IAM says; `inherited` leaves it to the organisation and is refused in prod."
  type        = string
  default     = "enforced"
  nullable    = false

  validation {
    condition     = contains(["enforced", "inherited"], var.public_access_prevention)
    error_message = "public_access_prevention must be enforced or inherited."
  }

  validation {
    condition     = var.environment != "prod" || var.public_access_prevention == "enforced"
    error_message = "public_access_prevention must be enforced in prod."
  }
}

variable "force_destroy" {
  description = "Delete the objects together with the bucket. Refused in prod."
  type        = bool
  default     = false
  nullable    = false

  validation {
    condition     = !(var.force_destroy && var.environment == "prod")
    error_message = "force_destroy is not allowed in prod: it would delete every object together with the bucket."
  }
}

variable "deletion_policy" {
  description = "`PREVENT` refuses to destroy the bucket, `ABANDON` leaves it in the cloud, `DELETE` deletes it; null means `PREVENT` in prod and `DELETE` in dev."
  type        = string
  default     = null

  validation {
    condition     = var.deletion_policy == null || contains(["DELETE", "PREVENT", "ABANDON"], coalesce(var.deletion_policy, "-"))
    error_message = "deletion_policy must be DELETE, PREVENT or ABANDON."
  }
}

variable "versioning" {
  description = "Keep overwritten and deleted objects as noncurrent versions. Required for the roles data and state in prod."
  type        = bool
  default     = false
  nullable    = false

  validation {
    condition     = var.versioning || var.environment != "prod" || !contains(["data", "state"], var.role)
    error_message = "versioning must be true for data and state buckets in prod."
  }
}

variable "noncurrent_versions" {
  description = "Limits for noncurrent versions when versioning is on: the number kept beside the live one, and the days they are kept. What is left out is no limit."
  type = object({
    keep = optional(number)
    days = optional(number)
  })
  default  = { keep = 3, days = 30 }
  nullable = false

  validation {
    condition     = var.noncurrent_versions.keep == null || try(var.noncurrent_versions.keep >= 1 && floor(var.noncurrent_versions.keep) == var.noncurrent_versions.keep, false)
    error_message = "noncurrent_versions.keep must be a whole number, at least 1, or null."
  }

  validation {
    condition     = var.noncurrent_versions.days == null || try(var.noncurrent_versions.days >= 1 && floor(var.noncurrent_versions.days) == var.noncurrent_versions.days, false)
    error_message = "noncurrent_versions.days must be a whole number, at least 1, or null."
  }

  validation {
    condition     = !var.versioning || var.noncurrent_versions.keep != null || var.noncurrent_versions.days != null
    error_message = "noncurrent_versions must limit the number or the days: versions without a limit are billed for ever."
  }
}

variable "delete_after_days" {
  description = "Delete objects of this age in days; null keeps them. A bucket with it counts as ephemeral."
  type        = number
  default     = null

  validation {
    condition     = var.delete_after_days == null || try(var.delete_after_days >= 1 && floor(var.delete_after_days) == var.delete_after_days, false)
    error_message = "delete_after_days must be a whole number, at least 1: zero would delete every object."
  }
}

variable "archive_after_days" {
  description = "Move objects to colder classes at these ages in days; a class left out is skipped. The ages must ascend."
  type = object({
    nearline = optional(number)
    coldline = optional(number)
    archive  = optional(number)
  })
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for days in [var.archive_after_days.nearline, var.archive_after_days.coldline, var.archive_after_days.archive] :
      days == null || try(days >= 1 && floor(days) == days, false)
    ])
    error_message = "The ages in archive_after_days must be whole numbers, at least 1."
  }

  validation {
    condition = alltrue([
      for pair in [["nearline", "coldline"], ["coldline", "archive"], ["nearline", "archive"]] :
      try(var.archive_after_days[pair[0]] < var.archive_after_days[pair[1]], true)
    ])
    error_message = "The ages in archive_after_days must ascend: nearline < coldline < archive."
  }

  validation {
    condition = alltrue([
      for days in [var.archive_after_days.nearline, var.archive_after_days.coldline, var.archive_after_days.archive] :
      try(days < var.delete_after_days, true)
    ])
    error_message = "The ages in archive_after_days must be below delete_after_days, or objects are deleted before they are archived."
  }
}

variable "abort_multipart_after_days" {
  description = "Remove the parts of multipart uploads that were not finished after this many days; null keeps (and bills) them."
  type        = number
  default     = 7

  validation {
    condition     = var.abort_multipart_after_days == null || try(var.abort_multipart_after_days >= 1 && floor(var.abort_multipart_after_days) == var.abort_multipart_after_days, false)
    error_message = "abort_multipart_after_days must be a whole number, at least 1, or null."
  }
}

variable "lifecycle_rules" {
  description = "Further lifecycle rules by a key of the caller's choice. Every rule needs at least one condition; all conditions of a rule must hold."
  type = map(object({
    action = object({
      type          = string
      storage_class = optional(string)
    })
    condition = object({
      age                        = optional(number)
      created_before             = optional(string)
      custom_time_before         = optional(string)
      days_since_custom_time     = optional(number)
      days_since_noncurrent_time = optional(number)
      matches_prefix             = optional(list(string))
      matches_storage_class      = optional(list(string))
      matches_suffix             = optional(list(string))
      noncurrent_time_before     = optional(string)
      num_newer_versions         = optional(number)
      size_above_bytes           = optional(number)
      size_below_bytes           = optional(number)
      with_state                 = optional(string)
    })
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for rule in var.lifecycle_rules : contains(["Delete", "SetStorageClass", "AbortIncompleteMultipartUpload"], rule.action.type)])
    error_message = "The action of a lifecycle rule must be Delete, SetStorageClass or AbortIncompleteMultipartUpload."
  }

  validation {
    condition = alltrue([
      for rule in var.lifecycle_rules :
      rule.action.type == "SetStorageClass" ? contains(["STANDARD", "NEARLINE", "COLDLINE", "ARCHIVE"], coalesce(rule.action.storage_class, "-")) : rule.action.storage_class == null
    ])
    error_message = "SetStorageClass needs a storage_class (STANDARD, NEARLINE, COLDLINE or ARCHIVE), and other actions must not have one."
  }

  validation {
    condition = alltrue([
      for rule in var.lifecycle_rules :
      anytrue([for key, value in rule.condition : value != null && key != "with_state"])
    ])
    error_message = "A lifecycle rule needs at least one condition beside with_state, or it would hit every object."
  }

  validation {
    condition = alltrue(flatten([
      for rule in var.lifecycle_rules : [
        for days in [rule.condition.age, rule.condition.days_since_custom_time, rule.condition.days_since_noncurrent_time, rule.condition.num_newer_versions] :
        days == null || try(days >= 1 && floor(days) == days, false)
      ]
    ]))
    error_message = "age, days_since_custom_time, days_since_noncurrent_time and num_newer_versions must be whole numbers, at least 1: zero would hit every object."
  }

  validation {
    condition     = alltrue([for rule in var.lifecycle_rules : contains(["LIVE", "ARCHIVED", "ANY"], coalesce(rule.condition.with_state, "ANY"))])
    error_message = "with_state must be LIVE, ARCHIVED or ANY."
  }

  validation {
    condition = alltrue(flatten([
      for rule in var.lifecycle_rules : [
        for day in [rule.condition.created_before, rule.condition.custom_time_before, rule.condition.noncurrent_time_before] :
        day == null || can(regex("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", day))
      ]
    ]))
    error_message = "created_before, custom_time_before and noncurrent_time_before must be dates such as 2030-01-31."
  }
}

variable "soft_delete_seconds" {
  description = "How long deleted objects can be restored (and are billed): 0 turns it off, otherwise 604800 (7 days) to 7776000 (90 days)."
  type        = number
  default     = 604800
  nullable    = false

  validation {
    condition     = var.soft_delete_seconds == 0 || (var.soft_delete_seconds >= 604800 && var.soft_delete_seconds <= 7776000)
    error_message = "soft_delete_seconds must be 0, or 604800 (7 days) to 7776000 (90 days)."
  }
}

variable "retention_policy" {
  description = "Refuse to delete or overwrite objects younger than this. A locked policy can never be removed or shortened."
  type = object({
    period_seconds = number
    is_locked      = optional(bool, false)
  })
  default = null

  validation {
    condition     = var.retention_policy == null || try(var.retention_policy.period_seconds >= 1 && var.retention_policy.period_seconds < 3155760000, false)
    error_message = "retention_policy.period_seconds must be at least 1 and below 3155760000 (100 years)."
  }

  validation {
    condition     = !try(var.retention_policy.is_locked, false) || var.confirm_lock
    error_message = "Locking a retention policy cannot be undone: set confirm_lock = true as well."
  }
}

variable "confirm_lock" {
  description = "Second key for `retention_policy.is_locked`."
  type        = bool
  default     = false
  nullable    = false
}

variable "kms_key_name" {
  description = "Cloud KMS key for new objects; null means Google-managed encryption. With a key, objects that would not use it are refused."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_name == null || can(regex("^projects/[^/]+/locations/[a-z0-9-]+/keyRings/[^/]+/cryptoKeys/[^/]+$", var.kms_key_name))
    error_message = "kms_key_name must look like projects/P/locations/L/keyRings/R/cryptoKeys/K."
  }
}

variable "grant_kms_access" {
  description = "Let the Cloud Storage service agent of the project use the key. Turn it off when the key's owner grants that."
  type        = bool
  default     = true
  nullable    = false
}

variable "logging" {
  description = "Write access logs to another bucket."
  type = object({
    log_bucket        = string
    log_object_prefix = optional(string)
  })
  default = null

  validation {
    condition     = var.logging == null || try(var.logging.log_bucket != var.name, false)
    error_message = "A bucket must not log to itself: every log object would be logged again."
  }
}

variable "autoclass" {
  description = "Let Cloud Storage choose the class of each object by its use. Excludes archive_after_days."
  type = object({
    terminal_storage_class = optional(string, "NEARLINE")
  })
  default = null

  validation {
    condition     = var.autoclass == null || contains(["NEARLINE", "ARCHIVE"], try(var.autoclass.terminal_storage_class, "-"))
    error_message = "autoclass.terminal_storage_class must be NEARLINE or ARCHIVE."
  }

  validation {
    condition     = var.autoclass == null || alltrue([for days in values(var.archive_after_days) : days == null])
    error_message = "autoclass and archive_after_days exclude each other: Autoclass ignores rules that set the class."
  }
}

variable "cors" {
  description = "Cross-origin rules for browsers."
  type = list(object({
    origin          = list(string)
    method          = list(string)
    response_header = optional(list(string))
    max_age_seconds = optional(number, 3600)
  }))
  default  = []
  nullable = false

  validation {
    condition     = var.environment != "prod" || !anytrue([for rule in var.cors : contains(rule.origin, "*")])
    error_message = "The CORS origin * is not allowed in prod: name the origins."
  }
}

variable "ip_filter" {
  description = "Only these networks may reach the bucket. Careful: a filter that shuts out your own network cannot be removed from there, nor by Terraform."
  type = object({
    mode                           = optional(string, "Enabled")
    allow_all_service_agent_access = optional(bool, true)
    allow_cross_org_vpcs           = optional(bool, false)
    public_cidr_ranges             = optional(list(string), [])
    vpc_networks                   = optional(map(list(string)), {})
  })
  default = null

  validation {
    condition     = var.ip_filter == null || contains(["Enabled", "Disabled"], try(var.ip_filter.mode, "-"))
    error_message = "ip_filter.mode must be Enabled or Disabled."
  }

  validation {
    condition     = var.ip_filter == null || try(length(var.ip_filter.public_cidr_ranges) + length(var.ip_filter.vpc_networks) > 0, false)
    error_message = "ip_filter needs a public range or a VPC network, or nobody could reach the bucket."
  }
}

variable "iam" {
  description = "Grants on this bucket by a key of the caller's choice. Only Cloud Storage roles or custom roles; nobody public."
  type = map(object({
    role   = string
    member = string
    condition = optional(object({
      title       = string
      expression  = string
      description = optional(string)
    }))
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for grant in var.iam : !contains(["allusers", "allauthenticatedusers"], lower(grant.member))])
    error_message = "allUsers and allAuthenticatedUsers are not allowed: they make the bucket public."
  }

  validation {
    condition     = alltrue([for grant in var.iam : can(regex("^(user|serviceAccount|group|domain):[^ ]+$|^principal(Set)?://[^ ]+$|^all(Authenticated)?Users$", grant.member))])
    error_message = "A member must look like user:U, serviceAccount:S, group:G, domain:D, principal://P or principalSet://P."
  }

  validation {
    condition     = alltrue([for grant in var.iam : can(regex("^roles/storage\\.[A-Za-z]+$|^(projects|organizations)/[^/]+/roles/[A-Za-z0-9_.]+$", grant.role))])
    error_message = "A role must be a Cloud Storage role such as roles/storage.objectUser, or a custom role."
  }
}
