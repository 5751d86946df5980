variable "project_id" {
  description = "Google Cloud project that owns the job."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id))
    error_message = "project_id must have 6 to 30 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen."
  }
}

variable "environment" {
  description = "Name of the environment: `dev` or `prod`. In prod images need a digest and the job is protected against deletion."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "environment must be dev or prod."
  }
}

variable "name" {
  description = "Name of the job."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]([a-z0-9-]{0,47}[a-z0-9])?$", var.name))
    error_message = "name must have 1 to 49 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen."
  }
}

variable "location" {
  description = "Region of the job."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]+(-[a-z]+)+[0-9]+$", var.location))
    error_message = "location must be a region such as us-central1."
  }
}

variable "labels" {
  description = "Labels of the job, on top of the `databot_` ones."
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

variable "service_account_email" {
  description = "Service account that the job runs as."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[^@ ]+@[^@ ]+$", var.service_account_email)) && !endswith(var.service_account_email, "-compute@developer.gserviceaccount.com")
    error_message = "service_account_email must be the email of an account of its own, not of the Compute Engine default account."
  }
}

variable "image" {
  description = "Container image with a tag other than `latest`, or with a digest. In prod only a digest is allowed."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[^ ]+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}|@sha256:[0-9a-f]{64})$", var.image)) && !endswith(var.image, ":latest")
    error_message = "image must have a tag other than latest, or a digest: otherwise nobody knows what runs."
  }

  validation {
    condition     = var.environment != "prod" || can(regex("@sha256:[0-9a-f]{64}$", var.image))
    error_message = "image must have a digest (@sha256:...) in prod: a tag can be moved."
  }
}

variable "command" {
  description = "Program to run instead of the image's own."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for word in var.command : word != ""])
    error_message = "command must not have empty words."
  }
}

variable "args" {
  description = "Arguments of the program."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for word in var.args : word != null])
    error_message = "args must not have null values."
  }
}

variable "env" {
  description = "Environment variables in clear. Names that look like secrets are refused: use secrets."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.env) : can(regex("^[A-Za-z_][A-Za-z0-9_]*$", name))])
    error_message = "Names must consist of letters, digits and underscores and not start with a digit."
  }

  validation {
    condition     = alltrue([for name in keys(var.env) : !can(regex("(?i)(^|_)(KEY|PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIALS)$", name))])
    error_message = "Names that end with KEY, PASSWORD, PASSWD, SECRET, TOKEN or CREDENTIALS hold secrets: put the value in Secret Manager and the name in secrets."
  }

  validation {
    condition     = alltrue([for name in keys(var.env) : !contains(["CLOUD_RUN_JOB", "CLOUD_RUN_EXECUTION", "CLOUD_RUN_TASK_INDEX", "CLOUD_RUN_TASK_ATTEMPT", "CLOUD_RUN_TASK_COUNT"], name)])
    error_message = "CLOUD_RUN_JOB, CLOUD_RUN_EXECUTION and CLOUD_RUN_TASK_INDEX, _ATTEMPT and _COUNT are set by Cloud Run."
  }
}

variable "secrets" {
  description = "Environment variables whose value is a secret: name in Secret Manager (short, or `projects/P/secrets/S`) and version. Name the secrets in the configuration: they must be known when Terraform plans."
  type = map(object({
    secret  = string
    version = optional(string, "latest")
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for name in keys(var.secrets) : can(regex("^[A-Za-z_][A-Za-z0-9_]*$", name))])
    error_message = "Names must consist of letters, digits and underscores and not start with a digit."
  }

  validation {
    condition     = alltrue([for secret in var.secrets : can(regex("^(projects/[^/]+/secrets/)?[A-Za-z0-9_-]{1,255}$", secret.secret))])
    error_message = "A secret must be a name or projects/P/secrets/S; the value never stands here."
  }

  validation {
    condition     = alltrue([for secret in var.secrets : can(regex("^(latest|[1-9][0-9]*)$", secret.version))])
    error_message = "version must be latest or a number."
  }

  validation {
    condition     = length(setintersection(keys(var.env), keys(var.secrets))) == 0
    error_message = "A name stands in env and in secrets."
  }
}

variable "volumes" {
  description = "Volumes by name: where it is mounted, and one of a secret as a file, a bucket, or memory."
  type = map(object({
    mount_path = string
    secret     = optional(object({ secret = string, version = optional(string, "latest"), file = string }))
    bucket     = optional(object({ name = string, read_only = optional(bool, true) }))
    memory     = optional(object({ size_limit = string }))
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for volume in var.volumes : length([for kind in [volume.secret, volume.bucket, volume.memory] : true if kind != null]) == 1])
    error_message = "A volume needs exactly one of secret, bucket and memory."
  }

  validation {
    condition     = alltrue([for volume in var.volumes : startswith(volume.mount_path, "/") && volume.mount_path != "/"])
    error_message = "mount_path must be an absolute path other than /."
  }
}

variable "grant_secret_access" {
  description = "Let the service account read the secrets named here. Turn it off when the owner of the secrets grants that."
  type        = bool
  default     = true
  nullable    = false
}

variable "resources" {
  description = "CPUs (1, 2, 4, 6 or 8) and memory of a task."
  type = object({
    cpu    = optional(string, "1")
    memory = optional(string, "512Mi")
  })
  default  = {}
  nullable = false

  validation {
    condition     = contains(["1", "2", "4", "6", "8"], var.resources.cpu)
    error_message = "resources.cpu must be 1, 2, 4, 6 or 8."
  }

  validation {
    condition     = can(regex("^[1-9][0-9]*(Mi|Gi)$", var.resources.memory)) && try(tonumber(trimsuffix(trimsuffix(var.resources.memory, "Mi"), "Gi")) * (endswith(var.resources.memory, "Gi") ? 1024 : 1) <= 32768, false)
    error_message = "resources.memory must look like 512Mi or 2Gi, up to 32Gi."
  }

  validation {
    condition     = try(tonumber(trimsuffix(trimsuffix(var.resources.memory, "Mi"), "Gi")) * (endswith(var.resources.memory, "Gi") ? 1024 : 1) >= lookup({ "4" = 2048, "6" = 4096, "8" = 4096 }, var.resources.cpu, 128), false)
    error_message = "Too little memory for the CPUs: 4 need 2Gi, 6 and 8 need 4Gi, fewer need 128Mi."
  }
}

variable "task_count" {
  description = "Tasks of one execution; each learns its number from CLOUD_RUN_TASK_INDEX."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.task_count >= 1 && var.task_count <= 10000 && floor(var.task_count) == var.task_count
    error_message = "task_count must be a whole number, 1 to 10000."
  }
}

variable "parallelism" {
  description = "Tasks that run at the same time; null leaves it to Cloud Run, which runs as many as it can."
  type        = number
  default     = null

  validation {
    condition     = var.parallelism == null || try(var.parallelism >= 1 && var.parallelism <= var.task_count && floor(var.parallelism) == var.parallelism, false)
    error_message = "parallelism must be a whole number from 1, not above task_count, or null."
  }
}

variable "max_retries" {
  description = "How often a failed task is tried again."
  type        = number
  default     = 3
  nullable    = false

  validation {
    condition     = var.max_retries >= 0 && var.max_retries <= 10 && floor(var.max_retries) == var.max_retries
    error_message = "max_retries must be a whole number, 0 to 10."
  }
}

variable "timeout" {
  description = "Longest time for one try of a task, in seconds as `600s`; up to seven days."
  type        = string
  default     = "600s"
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]+(\\.[0-9]{1,9})?s$", var.timeout)) && try(tonumber(trimsuffix(var.timeout, "s")) > 0 && tonumber(trimsuffix(var.timeout, "s")) <= 604800, false)
    error_message = "timeout must look like 600s, and be above 0s and up to 604800s."
  }
}

variable "execution_environment" {
  description = "Sandbox of the container: `EXECUTION_ENVIRONMENT_GEN2` (full Linux); jobs know no other."
  type        = string
  default     = "EXECUTION_ENVIRONMENT_GEN2"
  nullable    = false

  validation {
    condition     = var.execution_environment == "EXECUTION_ENVIRONMENT_GEN2"
    error_message = "Jobs run in EXECUTION_ENVIRONMENT_GEN2 only."
  }
}

variable "runners" {
  description = "Members who may run the job, by a key of the caller's choice. Nobody public."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = !anytrue([for member in var.runners : contains(["allusers", "allauthenticatedusers"], lower(member))])
    error_message = "allUsers and allAuthenticatedUsers are not allowed: everybody could spend your money."
  }

  validation {
    condition     = alltrue([for member in var.runners : can(regex("^(user|serviceAccount|group|domain):[^ ]+$|^principal(Set)?://[^ ]+$|^all(Authenticated)?Users$", member))])
    error_message = "A member must look like user:U, serviceAccount:S, group:G, domain:D, principal://P or principalSet://P."
  }
}

variable "vpc" {
  description = "Reach a VPC: by direct egress (network or subnetwork, and tags) or by a connector, not both."
  type = object({
    network    = optional(string)
    subnetwork = optional(string)
    tags       = optional(list(string), [])
    connector  = optional(string)
    egress     = optional(string, "PRIVATE_RANGES_ONLY")
  })
  default = null

  validation {
    condition     = var.vpc == null || try((var.vpc.connector != null) != (var.vpc.network != null || var.vpc.subnetwork != null), false)
    error_message = "vpc needs either a connector, or a network or subnetwork, and not both."
  }

  validation {
    condition     = var.vpc == null || contains(["ALL_TRAFFIC", "PRIVATE_RANGES_ONLY"], try(var.vpc.egress, "-"))
    error_message = "vpc.egress must be ALL_TRAFFIC or PRIVATE_RANGES_ONLY."
  }
}

variable "encryption_key" {
  description = "Cloud KMS key for the image as it is deployed; null means Google-managed encryption."
  type        = string
  default     = null

  validation {
    condition     = var.encryption_key == null || can(regex("^projects/[^/]+/locations/[a-z0-9-]+/keyRings/[^/]+/cryptoKeys/[^/]+$", var.encryption_key))
    error_message = "encryption_key must look like projects/P/locations/L/keyRings/R/cryptoKeys/K."
  }
}

variable "binary_authorization" {
  description = "Binary Authorization: `default` for the policy of the project, or a policy as `projects/P/platforms/cloudRun/policies/B`; null means none."
  type        = string
  default     = null

  validation {
    condition     = var.binary_authorization == null || can(regex("^(default|projects/[^/]+/platforms/cloudRun/policies/[^/]+)$", var.binary_authorization))
    error_message = "binary_authorization must be default or projects/P/platforms/cloudRun/policies/B."
  }
}

variable "deletion_protection" {
  description = "Refuse to destroy the job; null means true in prod and false in dev."
  type        = bool
  default     = null
}
