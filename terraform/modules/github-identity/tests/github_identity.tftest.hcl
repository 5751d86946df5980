mock_provider "google" {}

variables {
  project_id          = "acme-robots-prod"
  environment         = "prod"
  pool_id             = "databot-prod"
  repository_owner_id = "1234567"
  repository_ids      = ["89101112", "131415"]
  refs                = ["refs/heads/main"]
}

run "lets_in_by_numeric_id_and_branch" {
  command = plan

  assert {
    condition     = google_iam_workload_identity_pool_provider.this.attribute_condition == "assertion.repository_owner_id == '1234567' && assertion.repository_id in ['131415', '89101112'] && assertion.ref in ['refs/heads/main']"
    error_message = "The condition names owner, repositories and branch."
  }

  assert {
    condition     = google_iam_workload_identity_pool_provider.this.attribute_mapping["attribute.repository_id"] == "assertion.repository_id"
    error_message = "The service account is granted by repository id."
  }

  assert {
    condition     = google_iam_workload_identity_pool_provider.this.oidc[0].issuer_uri == "https://token.actions.githubusercontent.com"
    error_message = "The issuer is GitHub Actions."
  }
}

run "any_branch_in_dev" {
  command = plan

  variables {
    environment = "dev"
    refs        = []
  }

  assert {
    condition     = google_iam_workload_identity_pool_provider.this.attribute_condition == "assertion.repository_owner_id == '1234567' && assertion.repository_id in ['131415', '89101112']"
    error_message = "Without refs the condition still names owner and repositories."
  }
}

run "contract" {
  assert {
    condition     = jsonencode(keys(output.contract)) == jsonencode(["condition", "pool_name", "provider_name"])
    error_message = "The contract has these keys."
  }
}

run "rejects_no_repository" {
  command = plan

  variables {
    repository_ids = []
  }

  expect_failures = [var.repository_ids]
}

run "rejects_repository_by_name" {
  command = plan

  variables {
    repository_ids = ["acme/app"]
  }

  expect_failures = [var.repository_ids]
}

run "rejects_owner_by_name" {
  command = plan

  variables {
    repository_owner_id = "acme"
  }

  expect_failures = [var.repository_owner_id]
}

run "rejects_any_branch_in_prod" {
  command = plan

  variables {
    refs = []
  }

  expect_failures = [var.refs]
}

run "rejects_reserved_pool" {
  command = plan

  variables {
    pool_id = "gcp-databot"
  }

  expect_failures = [var.pool_id]
}
