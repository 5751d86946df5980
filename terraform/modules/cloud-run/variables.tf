variable "project_id" {
  description = "Google Cloud project that owns the service."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id))
    error_message = "project_id must have 6 to 30 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen."
  }
}

variable "environment" {
  description = "Name of the environment: `dev` or `prod`. In prod images need a digest and the service is protected against deletion."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "environment must be dev or prod."
  }
}

variable "name" {
  description = "Name of the service."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]([a-z0-9-]{0,47}[a-z0-9])?$", var.name))
    error_message = "name must have 1 to 49 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen."
  }
}

variable "location" {
  description = "Region of the service."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]+(-[a-z]+)+[0-9]+$", var.location))
    error_message = "location must be a region such as us-central1."
  }
}

variable "labels" {
  description = "Labels of the service, on top of the `databot_` ones."
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
  description = "Service account that the service runs as."
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
    condition     = alltrue([for name in keys(var.env) : !contains(["PORT", "K_SERVICE", "K_REVISION", "K_CONFIGURATION"], name)])
    error_message = "PORT, K_SERVICE, K_REVISION and K_CONFIGURATION are set by Cloud Run."
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
  description = "CPU (0.08 to 1, or 2, 4, 6, 8) and memory of an instance. `cpu_idle` true bills CPU only while requests are served; `startup_boost` gives more CPU at the start."
  type = object({
    cpu           = optional(string, "1")
    memory        = optional(string, "512Mi")
    cpu_idle      = optional(bool, true)
    startup_boost = optional(bool, true)
  })
  default  = {}
  nullable = false

  validation {
    condition     = contains(["1", "2", "4", "6", "8"], var.resources.cpu) || try(tonumber(var.resources.cpu) >= 0.08 && tonumber(var.resources.cpu) < 1, false)
    error_message = "resources.cpu must be 0.08 to 1, or 2, 4, 6 or 8."
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

variable "port" {
  description = "Port that the container listens on."
  type        = number
  default     = 8080
  nullable    = false

  validation {
    condition     = var.port >= 1 && var.port <= 65535 && floor(var.port) == var.port
    error_message = "port must be 1 to 65535."
  }
}

variable "http2" {
  description = "Speak HTTP/2 in clear to the container, which gRPC needs."
  type        = bool
  default     = false
  nullable    = false
}

variable "startup_probe" {
  description = "When the container counts as started: an HTTP path, a gRPC service (`\"\"` for the whole server), or, with neither, the port being open. Null leaves it to Cloud Run."
  type = object({
    http_path         = optional(string)
    grpc_service      = optional(string)
    initial_delay     = optional(number, 0)
    period_seconds    = optional(number, 10)
    timeout_seconds   = optional(number, 1)
    failure_threshold = optional(number, 3)
  })
  default = null

  validation {
    condition     = var.startup_probe == null || try(var.startup_probe.http_path == null || var.startup_probe.grpc_service == null, false)
    error_message = "A probe asks over HTTP or over gRPC, not both."
  }

  validation {
    condition     = var.startup_probe == null || try(var.startup_probe.timeout_seconds <= var.startup_probe.period_seconds && var.startup_probe.initial_delay + var.startup_probe.period_seconds * var.startup_probe.failure_threshold <= 240, false)
    error_message = "timeout_seconds must not exceed period_seconds, and a start may take 240 seconds at most (initial_delay + period_seconds x failure_threshold)."
  }
}

variable "liveness_probe" {
  description = "When the container counts as stuck and is started anew: an HTTP path, or a gRPC service (`\"\"` for the whole server). Null means never."
  type = object({
    http_path         = optional(string)
    grpc_service      = optional(string)
    initial_delay     = optional(number, 0)
    period_seconds    = optional(number, 30)
    timeout_seconds   = optional(number, 5)
    failure_threshold = optional(number, 3)
  })
  default = null

  validation {
    condition     = var.liveness_probe == null || try((var.liveness_probe.http_path != null) != (var.liveness_probe.grpc_service != null), false)
    error_message = "A liveness probe needs either http_path or grpc_service."
  }

  validation {
    condition     = var.liveness_probe == null || try(var.liveness_probe.timeout_seconds <= var.liveness_probe.period_seconds, false)
    error_message = "timeout_seconds must not exceed period_seconds."
  }
}

variable "desired_state" {
  description = "`ACTIVE`, or `STOPPED` to keep the service and its address but run no instance: requests then fail."
  type        = string
  default     = "ACTIVE"
  nullable    = false

  validation {
    condition     = contains(["ACTIVE", "STOPPED"], var.desired_state)
    error_message = "desired_state must be ACTIVE or STOPPED, in upper case."
  }
}

variable "scaling" {
  description = "Least and greatest number of instances; max null means 10 in prod and 3 in dev. A least number above 0 is billed all the time."
  type = object({
    min = optional(number, 0)
    max = optional(number)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.scaling.min >= 0 && floor(var.scaling.min) == var.scaling.min && (var.scaling.max == null || try(var.scaling.max >= 1 && floor(var.scaling.max) == var.scaling.max, false))
    error_message = "scaling.min must be a whole number from 0, scaling.max from 1."
  }

  validation {
    condition     = var.scaling.min <= coalesce(var.scaling.max, var.environment == "prod" ? 10 : 3)
    error_message = "scaling.min must not exceed scaling.max."
  }
}

variable "concurrency" {
  description = "Requests that one instance serves at the same time."
  type        = number
  default     = 80
  nullable    = false

  validation {
    condition     = var.concurrency >= 1 && var.concurrency <= 1000 && floor(var.concurrency) == var.concurrency
    error_message = "concurrency must be a whole number, 1 to 1000."
  }

  validation {
    condition     = var.concurrency == 1 || try(tonumber(var.resources.cpu) >= 1, false)
    error_message = "concurrency must be 1 with less than one CPU."
  }
}

variable "timeout" {
  description = "Longest time for one request, in seconds as `300s`; up to one hour."
  type        = string
  default     = "300s"
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]+(\\.[0-9]{1,9})?s$", var.timeout)) && try(tonumber(trimsuffix(var.timeout, "s")) > 0 && tonumber(trimsuffix(var.timeout, "s")) <= 3600, false)
    error_message = "timeout must look like 300s, and be above 0s and up to 3600s."
  }
}

variable "session_affinity" {
  description = "Send a client to the same instance where possible."
  type        = bool
  default     = false
  nullable    = false
}

variable "execution_environment" {
  description = "Sandbox of the container: `EXECUTION_ENVIRONMENT_GEN2` (full Linux, needed for volumes of buckets) or `EXECUTION_ENVIRONMENT_GEN1`."
  type        = string
  default     = "EXECUTION_ENVIRONMENT_GEN2"
  nullable    = false

  validation {
    condition     = contains(["EXECUTION_ENVIRONMENT_GEN1", "EXECUTION_ENVIRONMENT_GEN2"], var.execution_environment)
    error_message = "execution_environment must be EXECUTION_ENVIRONMENT_GEN1 or EXECUTION_ENVIRONMENT_GEN2."
  }

  validation {
    condition     = var.execution_environment == "EXECUTION_ENVIRONMENT_GEN2" || alltrue([for volume in var.volumes : volume.bucket == null])
    error_message = "Volumes of buckets need EXECUTION_ENVIRONMENT_GEN2."
  }
}

variable "traffic" {
  description = "Share of requests by a key of the caller's choice: revision null means the latest one. Empty sends everything to the latest one."
  type = map(object({
    percent  = number
    revision = optional(string)
    tag      = optional(string)
  }))
  default  = {}
  nullable = false

  validation {
    condition     = length(var.traffic) == 0 || sum(concat([0], [for share in var.traffic : share.percent])) == 100
    error_message = "The percent values of traffic must add up to 100."
  }

  validation {
    condition     = alltrue([for share in var.traffic : share.percent >= 0 && floor(share.percent) == share.percent])
    error_message = "percent must be a whole number, at least 0."
  }
}

variable "ingress" {
  description = "Where requests may come from. The default lets in nothing but the project's own networks and services."
  type        = string
  default     = "INGRESS_TRAFFIC_INTERNAL_ONLY"
  nullable    = false

  validation {
    condition     = contains(["INGRESS_TRAFFIC_ALL", "INGRESS_TRAFFIC_INTERNAL_ONLY", "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"], var.ingress)
    error_message = "ingress must be INGRESS_TRAFFIC_ALL, INGRESS_TRAFFIC_INTERNAL_ONLY or INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER."
  }
}

variable "invokers" {
  description = "Members who may call the service, by a key of the caller's choice. Nobody public: see allow_public."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = !anytrue([for member in var.invokers : contains(["allusers", "allauthenticatedusers"], lower(member))])
    error_message = "allUsers and allAuthenticatedUsers are not allowed here: allow_public = true says so plainly."
  }

  validation {
    condition     = alltrue([for member in var.invokers : can(regex("^(user|serviceAccount|group|domain):[^ ]+$|^principal(Set)?://[^ ]+$|^all(Authenticated)?Users$", member))])
    error_message = "A member must look like user:U, serviceAccount:S, group:G, domain:D, principal://P or principalSet://P."
  }
}

variable "allow_public" {
  description = "Let everybody call the service, without a token."
  type        = bool
  default     = false
  nullable    = false

  validation {
    condition     = !(var.allow_public && var.iap_enabled)
    error_message = "allow_public and iap_enabled contradict each other."
  }
}

variable "invoker_iam_disabled" {
  description = "Do not check who calls at all. Only for a service that checks by itself."
  type        = bool
  default     = false
  nullable    = false
}

variable "iap_enabled" {
  description = "Let people in by Identity-Aware Proxy."
  type        = bool
  default     = false
  nullable    = false
}

variable "custom_audiences" {
  description = "Further audiences that ID tokens may have, such as the address of a custom domain."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for audience in var.custom_audiences : can(regex("^[^ ]+$", audience))])
    error_message = "An audience must not be empty or hold spaces."
  }
}

variable "managed_revision" {
  description = "Whether Terraform decides what runs. False leaves image, template and traffic to another deployer after the first apply; see the README before changing it."
  type        = bool
  default     = true
  nullable    = false
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
  description = "Refuse to destroy the service; null means true in prod and false in dev."
  type        = bool
  default     = null
}
