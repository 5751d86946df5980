locals {
  environment = "dev"

  # Everything here may go: objects are deleted by age, and buckets together with their objects.
  buckets = {
    data    = { role = "data", delete_after_days = var.delete_after_days, nearline_after_days = null }
    archive = { role = "archive", delete_after_days = var.delete_after_days, nearline_after_days = var.delete_after_days > 30 ? 30 : null }
    scratch = { role = "scratch", delete_after_days = min(7, var.delete_after_days), nearline_after_days = null }
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
  state       = var.state_bucket == null ? { backend = "local" } : { backend = "gcs", bucket = var.state_bucket, prefix = "databot/dev" }

  buckets          = { for key, bucket in module.storage : key => bucket.contract }
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

module "service_account" {
  source = "../../modules/service-account"

  project_id   = module.apis.project_id
  environment  = local.environment
  account_id   = "databot-${local.environment}"
  display_name = "Databot (${local.environment})"
  description  = "Identity of applications, workbenches and services of the ${local.environment} environment."

  project_roles      = setunion(["roles/logging.logWriter", "roles/monitoring.metricWriter"], var.service_account_roles)
  impersonators      = var.impersonators
  self_signing       = true
  create_key         = var.create_service_account_key
  allow_key_creation = var.allow_service_account_keys
}

module "storage" {
  source   = "../../modules/storage"
  for_each = local.buckets

  project_id  = module.apis.project_id
  environment = local.environment
  name        = "${module.shared.prefix}-${each.key}"
  role        = each.value.role
  location    = var.region
  labels      = module.shared.labels

  force_destroy       = true
  delete_after_days   = each.value.delete_after_days
  archive_after_days  = { nearline = each.value.nearline_after_days }
  soft_delete_seconds = 0

  iam = {
    databot_objects = { role = "roles/storage.objectUser", member = module.service_account.member }
    databot_bucket  = { role = "roles/storage.legacyBucketReader", member = module.service_account.member }
  }
}

module "network" {
  source = "../../modules/network"
  count  = var.workbench_enabled ? 1 : 0

  project_id = module.apis.project_id
  name       = "databot-${local.environment}"
  region     = var.region
  flow_logs  = false
}

module "workbench" {
  source = "../../modules/workbench"
  count  = var.workbench_enabled ? 1 : 0

  project_id  = module.apis.project_id
  environment = local.environment
  name        = "databot-${local.environment}"
  zone        = module.shared.zone
  labels      = module.shared.labels

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

  project_id  = module.apis.project_id
  environment = local.environment
  name        = "databot-${local.environment}"
  location    = var.region
  labels      = module.shared.labels

  image                 = var.cloud_run_image
  desired_state         = var.cloud_run_desired_state
  service_account_email = module.service_account.email
  invokers              = merge({ databot = module.service_account.member }, var.cloud_run_invokers)
  env                   = { GOOGLE_CLOUD_PROJECT = var.project_id }
}

module "cloud_run_job" {
  source = "../../modules/cloud-run-job"
  count  = var.cloud_run_job_image == null ? 0 : 1

  project_id  = module.apis.project_id
  environment = local.environment
  name        = "databot-${local.environment}"
  location    = var.region
  labels      = module.shared.labels

  image                 = var.cloud_run_job_image
  service_account_email = module.service_account.email
  runners               = { databot = module.service_account.member }
  env                   = { GOOGLE_CLOUD_PROJECT = var.project_id }
}

module "monitoring" {
  source = "../../modules/monitoring"
  count  = local.has_alerts ? 1 : 0

  project_id  = module.apis.project_id
  environment = local.environment
  labels      = var.labels
  emails      = var.alert_emails
  services    = { for service in module.cloud_run : "databot" => service.name }
  workbenches = { for workbench in module.workbench : "databot" => workbench.name }
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
  notification_channels = flatten(module.monitoring[*].notification_channels)
}
