locals {
  environment = "dev"

  # Everything here may go: objects are deleted by age, and buckets together with their objects.
  buckets = {
    data    = { role = "data", delete_after_days = var.delete_after_days, nearline_after_days = null }
    archive = { role = "archive", delete_after_days = var.delete_after_days, nearline_after_days = 30 }
    scratch = { role = "scratch", delete_after_days = min(7, var.delete_after_days), nearline_after_days = null }
  }
}

module "shared" {
  source = "../../modules/shared"

  project_id  = var.project_id
  environment = local.environment
  region      = var.region
  zone        = var.zone
  labels      = var.labels
  state       = { backend = "local" }

  buckets          = { for key, bucket in module.storage : key => bucket.contract }
  service_accounts = { databot = module.service_account.contract }
}

module "service_account" {
  source = "../../modules/service-account"

  project_id   = var.project_id
  environment  = local.environment
  account_id   = "databot-${local.environment}"
  display_name = "Databot (${local.environment})"
  description  = "Identity of applications, workbenches and services of the ${local.environment} environment."

  impersonators      = var.impersonators
  self_signing       = true
  create_key         = var.create_service_account_key
  allow_key_creation = var.allow_service_account_keys
}

module "storage" {
  source   = "../../modules/storage"
  for_each = local.buckets

  project_id  = var.project_id
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
