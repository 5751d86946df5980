locals {
  conditions = concat(
    ["assertion.repository_owner_id == '${var.repository_owner_id}'"],
    ["assertion.repository_id in [${join(", ", [for id in sort(var.repository_ids) : "'${id}'"])}]"],
    length(var.refs) == 0 ? [] : ["assertion.ref in [${join(", ", [for ref in sort(var.refs) : "'${ref}'"])}]"],
  )
}

resource "google_iam_workload_identity_pool" "this" {
  project                   = var.project_id
  workload_identity_pool_id = var.pool_id
  display_name              = "GitHub Actions (${var.environment})"
  description               = "Lets workflows of named repositories act as service accounts, without keys."
}

resource "google_iam_workload_identity_pool_provider" "this" {
  project                            = var.project_id
  workload_identity_pool_id          = google_iam_workload_identity_pool.this.workload_identity_pool_id
  workload_identity_pool_provider_id = "github"
  display_name                       = "GitHub Actions"

  attribute_mapping = {
    "google.subject"                = "assertion.sub"
    "attribute.ref"                 = "assertion.ref"
    "attribute.repository_id"       = "assertion.repository_id"
    "attribute.repository_owner_id" = "assertion.repository_owner_id"
  }

  # Anyone on GitHub can obtain a token from this issuer: the condition is what keeps them out.
  attribute_condition = join(" && ", local.conditions)

  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}
