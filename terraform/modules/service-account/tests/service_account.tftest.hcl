mock_provider "google" {
  mock_resource "google_service_account" {
    defaults = {
      name   = "projects/acme-robots-dev/serviceAccounts/databot-dev@acme-robots-dev.iam.gserviceaccount.com"
      member = "serviceAccount:databot-dev@acme-robots-dev.iam.gserviceaccount.com"
    }
  }
}

variables {
  project_id  = "acme-robots-dev"
  environment = "dev"
  account_id  = "databot-dev"
}

run "no_key_and_no_role_by_default" {
  command = plan

  assert {
    condition     = length(google_service_account_key.this) == 0
    error_message = "There must be no key."
  }

  assert {
    condition     = length(google_project_iam_member.this) == 0 && length(google_service_account_iam_member.self) == 0
    error_message = "The account must have no role."
  }

  assert {
    condition     = google_service_account.this.deletion_policy == "DELETE"
    error_message = "An account in dev may be destroyed."
  }
}

run "contract" {
  assert {
    condition     = jsonencode(keys(output.contract)) == jsonencode(["email", "member", "unique_id"])
    error_message = "The contract has these keys, and no key file among them."
  }

  assert {
    condition     = output.key == null
    error_message = "Without a key the output is null."
  }
}

run "key_when_all_gates_are_open" {
  command = plan

  variables {
    create_key         = true
    allow_key_creation = true
    key_keepers        = { rotation = "1" }
  }

  assert {
    condition     = length(google_service_account_key.this) == 1 && google_service_account_key.this[0].keepers.rotation == "1"
    error_message = "With both gates open in dev there is one key, which the keepers rotate."
  }
}

run "prod_is_protected" {
  command = plan

  variables {
    environment = "prod"
    account_id  = "databot-prod"
  }

  assert {
    condition     = google_service_account.this.deletion_policy == "PREVENT"
    error_message = "An account in prod must not be destroyed."
  }
}

run "keyless_ways_in_are_on_the_account" {
  variables {
    impersonators = { me = "user:me@example.com" }
    self_signing  = true
    gke           = { app = { namespace = "databot", ksa = "app" } }
    github        = { app = { pool_name = "projects/123456789012/locations/global/workloadIdentityPools/databot-dev", repository_id = "89101112" } }
  }

  assert {
    condition     = google_service_account_iam_member.impersonator["me"].role == "roles/iam.serviceAccountTokenCreator" && google_service_account_iam_member.impersonator["me"].service_account_id == google_service_account.this.name
    error_message = "Impersonation is granted on the account, never on the project."
  }

  assert {
    condition     = google_service_account_iam_member.self[0].member == google_service_account.this.member
    error_message = "Signing is granted to the account itself."
  }

  assert {
    condition     = google_service_account_iam_member.gke["app"].member == "serviceAccount:acme-robots-dev.svc.id.goog[databot/app]"
    error_message = "A Kubernetes account is named by project, namespace and name."
  }

  assert {
    condition     = google_service_account_iam_member.github["app"].member == "principalSet://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/databot-dev/attribute.repository_id/89101112"
    error_message = "A repository is named by its numeric id."
  }
}

run "rejects_short_id" {
  command = plan

  variables {
    account_id = "robot"
  }

  expect_failures = [var.account_id]
}

run "rejects_owner" {
  command = plan

  variables {
    project_roles = ["roles/owner"]
  }

  expect_failures = [var.project_roles]
}

run "rejects_editor" {
  command = plan

  variables {
    project_roles = ["roles/editor"]
  }

  expect_failures = [var.project_roles]
}

run "rejects_administrator" {
  command = plan

  variables {
    project_roles = ["roles/compute.admin"]
  }

  expect_failures = [var.project_roles]
}

run "rejects_network_administrator" {
  command = plan

  variables {
    project_roles = ["roles/compute.networkAdmin"]
  }

  expect_failures = [var.project_roles]
}

run "rejects_token_creator_on_the_project" {
  command = plan

  variables {
    project_roles = ["roles/iam.serviceAccountTokenCreator"]
  }

  expect_failures = [var.project_roles]
}

run "rejects_storage_role_on_the_project" {
  command = plan

  variables {
    project_roles = ["roles/storage.objectViewer"]
  }

  expect_failures = [var.project_roles]
}

run "rejects_key_without_second_gate" {
  command = plan

  variables {
    create_key = true
  }

  expect_failures = [var.create_key]
}

run "rejects_key_in_prod" {
  command = plan

  variables {
    environment        = "prod"
    create_key         = true
    allow_key_creation = true
  }

  expect_failures = [var.create_key]
}

run "rejects_public_impersonator" {
  command = plan

  variables {
    impersonators = { all = "allUsers" }
  }

  expect_failures = [var.impersonators]
}

run "rejects_kubernetes_wildcard" {
  command = plan

  variables {
    gke = { all = { namespace = "*", ksa = "app" } }
  }

  expect_failures = [var.gke]
}

run "rejects_repository_by_name" {
  command = plan

  variables {
    github = { app = { pool_name = "projects/1/locations/global/workloadIdentityPools/p", repository_id = "acme/app" } }
  }

  expect_failures = [var.github]
}

run "rejects_long_description" {
  command = plan

  variables {
    description = "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678"
  }

  expect_failures = [var.description]
}
