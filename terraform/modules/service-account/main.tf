locals {
  deletion_policy = coalesce(var.deletion_policy, var.environment == "prod" ? "PREVENT" : "DELETE")
}

resource "google_service_account" "this" {
  project         = var.project_id
  account_id      = var.account_id
  display_name    = coalesce(var.display_name, var.account_id)
  description     = var.description
  disabled        = var.disabled
  deletion_policy = local.deletion_policy
}

resource "google_project_iam_member" "this" {
  for_each = var.project_roles

  project = var.project_id
  role    = each.value
  member  = google_service_account.this.member
}

# The grants below are on this one account, never on the project.

resource "google_service_account_iam_member" "impersonator" {
  for_each = var.impersonators

  service_account_id = google_service_account.this.name
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = each.value
}

resource "google_service_account_iam_member" "self" {
  count = var.self_signing ? 1 : 0

  service_account_id = google_service_account.this.name
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = google_service_account.this.member
}

resource "google_service_account_iam_member" "gke" {
  for_each = var.gke

  service_account_id = google_service_account.this.name
  role               = "roles/iam.workloadIdentityUser"
  member             = "serviceAccount:${coalesce(each.value.project_id, var.project_id)}.svc.id.goog[${each.value.namespace}/${each.value.ksa}]"
}

resource "google_service_account_iam_member" "github" {
  for_each = var.github

  service_account_id = google_service_account.this.name
  role               = "roles/iam.workloadIdentityUser"
  member             = "principalSet://iam.googleapis.com/${each.value.pool_name}/attribute.repository_id/${each.value.repository_id}"
}

resource "google_service_account_key" "this" {
  count = var.create_key && var.allow_key_creation && var.environment != "prod" ? 1 : 0

  service_account_id = google_service_account.this.name
  keepers            = var.key_keepers
}
