locals {
  deletion_protection = coalesce(var.deletion_protection, var.environment == "prod")
  max_instances       = coalesce(var.scaling.max, var.environment == "prod" ? 10 : 3)
  stopped             = var.desired_state == "STOPPED"

  labels = merge(var.labels, {
    databot_environment = var.environment
    databot_managed_by  = "terraform"
    databot_role        = "service"
  })

  traffic = length(var.traffic) > 0 ? [for key in sort(keys(var.traffic)) : var.traffic[key]] : [
    { percent = 100, revision = null, tag = null },
  ]

  secret_names = toset(concat(
    [for secret in var.secrets : secret.secret],
    [for volume in var.volumes : volume.secret.secret if volume.secret != null],
  ))

  # ignore_changes cannot depend on a variable, so there are two resources, and one exists.
  service = one(concat(google_cloud_run_v2_service.this[*], google_cloud_run_v2_service.deployed_elsewhere[*]))

  invokers = merge(var.invokers, var.allow_public ? { public = "allUsers" } : {})
}

resource "google_secret_manager_secret_iam_member" "this" {
  for_each = var.grant_secret_access ? local.secret_names : []

  project   = var.project_id
  secret_id = each.value
  role      = "roles/secretmanager.secretAccessor"
  member    = "serviceAccount:${var.service_account_email}"
}

resource "google_cloud_run_v2_service_iam_member" "invoker" {
  for_each = local.invokers

  project  = local.service.project
  location = local.service.location
  name     = local.service.name
  role     = "roles/run.invoker"
  member   = each.value
}

# A count of zero is easily lost on the way to the service; then it would still run.
check "stopped" {
  assert {
    condition     = local.stopped ? try(local.service.scaling[0].manual_instance_count == 0, false) : true
    error_message = "Service ${var.name} should be STOPPED, and still has instances: set its manual instance count to 0 (gcloud run services update ${var.name} --scaling=0 --region=${var.location})."
  }
}
