locals {
  environment = "prod"
  protect     = var.deletion_policy == "PREVENT"

  buckets = {
    data = {
      role               = "data"
      versioning         = true
      archive_after_days = {}
      retention_days     = null
      object_roles       = { databot_objects = "roles/storage.objectUser" }
    }
    # What is archived is written once: the account can neither overwrite nor delete it.
    archive = {
      role               = "archive"
      versioning         = false
      archive_after_days = var.archive_after_days
      retention_days     = var.archive_retention_days
      object_roles = {
        databot_create = "roles/storage.objectCreator"
        databot_view   = "roles/storage.objectViewer"
      }
    }
  }

  has_budget = var.billing_account != null
  has_alerts = length(var.alert_emails) > 0
}

module "shared" {
  source = "../../modules/shared"

  project_id  = var.project_id
  environment = local.environment
  region      = var.region
  zone        = var.zone
  labels      = var.labels
  state       = { backend = "gcs", bucket = var.state_bucket, prefix = "databot/prod" }

  buckets          = merge({ for key, bucket in module.storage : key => bucket.contract }, { logs = module.logs.contract })
  service_accounts = { databot = module.service_account.contract }
  workbenches      = { for workbench in module.workbench : "databot" => workbench.contract }
  services         = { for service in module.cloud_run : "databot" => service.contract }
  apis             = module.apis.contract
}

module "apis" {
  source = "../../modules/gcp-apis"

  project_id = var.project_id
  extra_apis = var.extra_apis
}

module "github_identity" {
  source = "../../modules/github-identity"
  count  = var.github == null ? 0 : 1

  project_id          = module.apis.project_id
  environment         = local.environment
  pool_id             = "databot-${local.environment}"
  repository_owner_id = var.github.repository_owner_id
  repository_ids      = toset(values(var.github.repository_ids))
  refs                = var.github.refs
}

module "service_account" {
  source = "../../modules/service-account"

  project_id      = module.apis.project_id
  environment     = local.environment
  account_id      = "databot-${local.environment}"
  display_name    = "Databot (${local.environment})"
  description     = "Identity of applications, workbenches and services of the ${local.environment} environment."
  deletion_policy = var.deletion_policy

  project_roles = setunion(["roles/logging.logWriter", "roles/monitoring.metricWriter"], var.service_account_roles)
  impersonators = var.impersonators
  self_signing  = true
  gke           = var.gke
  github = var.github == null ? {} : {
    for key, id in var.github.repository_ids : key => { pool_name = module.github_identity[0].pool_name, repository_id = id }
  }
}

module "logs" {
  source = "../../modules/storage"

  project_id      = module.apis.project_id
  environment     = local.environment
  name            = "${module.shared.prefix}-logs"
  role            = "logs"
  location        = var.region
  labels          = module.shared.labels
  deletion_policy = var.deletion_policy
  kms_key_name    = var.kms_key_name

  delete_after_days   = var.access_log_days
  soft_delete_seconds = 604800

  iam = {
    # Cloud Storage delivers access logs as this group.
    delivery = { role = "roles/storage.objectCreator", member = "group:cloud-storage-analytics@google.com" }
  }
}

module "storage" {
  source   = "../../modules/storage"
  for_each = local.buckets

  project_id      = module.apis.project_id
  environment     = local.environment
  name            = "${module.shared.prefix}-${each.key}"
  role            = each.value.role
  location        = var.region
  labels          = module.shared.labels
  deletion_policy = var.deletion_policy
  kms_key_name    = var.kms_key_name

  versioning          = each.value.versioning
  archive_after_days  = each.value.archive_after_days
  soft_delete_seconds = var.soft_delete_days * 86400
  retention_policy    = each.value.retention_days == null ? null : { period_seconds = each.value.retention_days * 86400 }
  logging             = { log_bucket = module.logs.name, log_object_prefix = each.key }

  iam = {
    for key, role in merge(each.value.object_roles, { databot_bucket = "roles/storage.legacyBucketReader" }) :
    key => { role = role, member = module.service_account.member }
  }
}

module "network" {
  source = "../../modules/network"
  count  = var.workbench_enabled ? 1 : 0

  project_id = module.apis.project_id
  name       = "databot-${local.environment}"
  region     = var.region
}

module "workbench" {
  source = "../../modules/workbench"
  count  = var.workbench_enabled ? 1 : 0

  project_id                 = module.apis.project_id
  environment                = local.environment
  name                       = "databot-${local.environment}"
  zone                       = module.shared.zone
  labels                     = module.shared.labels
  deletion_policy            = var.deletion_policy
  enable_deletion_protection = local.protect
  kms_key_name               = var.kms_key_name

  desired_state         = var.workbench_desired_state
  wake_token            = var.workbench_wake_token
  machine_type          = var.workbench_machine_type
  accelerator           = var.workbench_accelerator
  idle_timeout_seconds  = var.workbench_idle_timeout_seconds
  instance_owners       = var.workbench_owner[*]
  service_account_email = module.service_account.email
  network               = module.network[0].network
  subnet                = module.network[0].subnet
}

module "cloud_run" {
  source = "../../modules/cloud-run"
  count  = var.cloud_run_image == null ? 0 : 1

  project_id          = module.apis.project_id
  environment         = local.environment
  name                = "databot-${local.environment}"
  location            = var.region
  labels              = module.shared.labels
  deletion_protection = local.protect
  encryption_key      = var.kms_key_name

  image                 = var.cloud_run_image
  desired_state         = var.cloud_run_desired_state
  service_account_email = module.service_account.email
  invokers              = merge({ databot = module.service_account.member }, var.cloud_run_invokers)
  env                   = { GOOGLE_CLOUD_PROJECT = var.project_id }
}

module "cloud_run_job" {
  source = "../../modules/cloud-run-job"
  count  = var.cloud_run_job_image == null ? 0 : 1

  project_id          = module.apis.project_id
  environment         = local.environment
  name                = "databot-${local.environment}"
  location            = var.region
  labels              = module.shared.labels
  deletion_protection = local.protect
  encryption_key      = var.kms_key_name

  image                 = var.cloud_run_job_image
  service_account_email = module.service_account.email
  runners               = { databot = module.service_account.member }
  env                   = { GOOGLE_CLOUD_PROJECT = var.project_id }
}

module "monitoring" {
  source = "../../modules/monitoring"

  project_id           = module.apis.project_id
  environment          = local.environment
  labels               = var.labels
  emails               = var.alert_emails
  services             = { for service in module.cloud_run : "databot" => service.name if local.has_alerts }
  workbenches          = { for workbench in module.workbench : "databot" => workbench.name if local.has_alerts }
  audit_storage_access = var.audit_storage_access
}

data "google_project" "this" {
  count = local.has_budget ? 1 : 0

  project_id = module.apis.project_id
  depends_on = [module.apis]
}

module "budget" {
  source = "../../modules/budget"

  project_id            = module.apis.project_id
  enabled               = local.has_budget
  billing_account       = var.billing_account
  project_number        = one(data.google_project.this[*].number)
  amount                = var.budget_amount
  notification_channels = module.monitoring.notification_channels
}
