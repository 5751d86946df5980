mock_provider "google" {
  mock_resource "google_service_account" {
    defaults = {
      name   = "projects/acme-robots-prod/serviceAccounts/databot-prod@acme-robots-prod.iam.gserviceaccount.com"
      email  = "databot-prod@acme-robots-prod.iam.gserviceaccount.com"
      member = "serviceAccount:databot-prod@acme-robots-prod.iam.gserviceaccount.com"
    }
  }

  mock_resource "google_workbench_instance" {
    defaults = {
      state = "STOPPED"
    }
  }

  mock_resource "google_monitoring_notification_channel" {
    defaults = {
      name = "projects/acme-robots-prod/notificationChannels/1"
    }
  }

  mock_resource "google_iam_workload_identity_pool" {
    defaults = {
      name = "projects/123456789012/locations/global/workloadIdentityPools/databot-prod"
    }
  }

  mock_data "google_project" {
    defaults = {
      number = "123456789012"
    }
  }

  mock_data "google_storage_project_service_account" {
    defaults = {
      member = "serviceAccount:service-123456789012@gs-project-accounts.iam.gserviceaccount.com"
    }
  }
}

variables {
  project_id      = "acme-robots-prod"
  state_bucket    = "acme-robots-prod-tfstate"
  cloud_run_image = "us-central1-docker.pkg.dev/acme-robots-prod/databot/app@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
}

run "contract_is_golden" {
  variables {
    workbench_enabled = true
  }

  assert {
    condition = jsonencode(keys(output.databot)) == jsonencode([
      "apis", "buckets", "environment", "project_id", "region", "schema_version", "service_accounts", "services", "state", "workbenches", "zone",
    ])
    error_message = "The contract has exactly these keys."
  }

  assert {
    condition     = jsonencode(output.databot.state) == jsonencode({ backend = "gcs", bucket = "acme-robots-prod-tfstate", prefix = "databot/prod" })
    error_message = "The state of prod is in its bucket."
  }

  assert {
    condition = jsonencode({ for key, bucket in output.databot.buckets : key => [bucket.name, bucket.role, bucket.versioned, bucket.ephemeral] }) == jsonencode({
      archive = ["acme-robots-prod-archive", "archive", false, false]
      data    = ["acme-robots-prod-data", "data", true, false]
      logs    = ["acme-robots-prod-logs", "logs", false, true]
    })
    error_message = "Data is versioned, nothing but logs goes by age."
  }

  assert {
    condition     = alltrue([for bucket in output.databot.buckets : jsonencode(keys(bucket)) == jsonencode(["ephemeral", "location", "name", "role", "storage_class", "url", "versioned"])])
    error_message = "Every bucket has exactly these keys."
  }

  assert {
    condition     = jsonencode({ for key, account in output.databot.service_accounts : key => keys(account) }) == jsonencode({ databot = ["email", "member", "unique_id"] })
    error_message = "There is one service account, with exactly these keys."
  }

  assert {
    condition     = jsonencode({ for key, workbench in output.databot.workbenches : key => keys(workbench) }) == jsonencode({ databot = ["desired_state", "id", "name", "proxy_uri", "state", "zone"] })
    error_message = "There is one workbench, with exactly these keys."
  }

  assert {
    condition     = jsonencode({ for key, service in output.databot.services : key => keys(service) }) == jsonencode({ databot = ["id", "location", "name", "uri"] })
    error_message = "There is one service, with exactly these keys."
  }

  assert {
    condition     = output.data_bucket == "acme-robots-prod-data" && output.archive_bucket == "acme-robots-prod-archive" && output.buckets.logs == "acme-robots-prod-logs"
    error_message = "The plain outputs stay beside the contract."
  }
}

run "defaults_to_no_workbench_and_no_identity_pool" {
  assert {
    condition     = length(output.databot.workbenches) == 0 && output.workload_identity_provider == null
    error_message = "Nothing is made that was not asked for."
  }

  assert {
    condition     = module.service_account.key == null
    error_message = "There is no key in prod, ever."
  }

  assert {
    condition     = alltrue([for bucket in concat(values(module.storage), [module.logs]) : bucket.deletion_policy == "PREVENT"])
    error_message = "No bucket in prod may be destroyed."
  }

  assert {
    condition     = module.monitoring.contract.audit_storage_access
    error_message = "Access to objects is logged."
  }
}

run "workload_identity_instead_of_keys" {
  variables {
    github = { repository_owner_id = "1234567", repository_ids = { app = "89101112" } }
    gke    = { app = { namespace = "databot", ksa = "app" } }
  }

  assert {
    condition     = strcontains(module.github_identity[0].contract.condition, "assertion.repository_id in ['89101112']") && strcontains(module.github_identity[0].contract.condition, "assertion.ref in ['refs/heads/main']")
    error_message = "GitHub is let in by numeric id and branch."
  }
}

run "keys_retention_job_budget_and_alerts" {
  variables {
    kms_key_name           = "projects/acme-robots-prod/locations/us-central1/keyRings/databot/cryptoKeys/databot"
    extra_apis             = ["cloudkms.googleapis.com"]
    archive_retention_days = 365
    cloud_run_job_image    = "us-central1-docker.pkg.dev/acme-robots-prod/databot/job@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
    billing_account        = "012345-6789AB-CDEF01"
    alert_emails           = { ops = "ops@example.com" }
  }

  assert {
    condition     = output.jobs.databot.name == "databot-prod" && module.budget.contract.amount == 500 && length(module.monitoring.policies) == 2
    error_message = "Job, budget and alerts are made on demand."
  }
}

run "rejects_tag" {
  command = plan

  variables {
    cloud_run_image = "us-central1-docker.pkg.dev/acme-robots-prod/databot/app:1.0.0"
  }

  expect_failures = [var.cloud_run_image]
}

run "rejects_descending_archive_ages" {
  command = plan

  variables {
    archive_after_days = { nearline = 100, coldline = 90 }
  }

  expect_failures = [var.archive_after_days]
}

run "rejects_repository_by_name" {
  command = plan

  variables {
    github = { repository_owner_id = "1234567", repository_ids = { app = "acme/app" } }
  }

  expect_failures = [var.github]
}

run "rejects_any_branch" {
  command = plan

  variables {
    github = { repository_owner_id = "1234567", repository_ids = { app = "89101112" }, refs = [] }
  }

  expect_failures = [var.github]
}

run "rejects_public_invoker" {
  command = plan

  variables {
    cloud_run_invokers = { all = "allUsers" }
  }

  expect_failures = [var.cloud_run_invokers]
}

run "rejects_url_as_state_bucket" {
  command = plan

  variables {
    state_bucket = "gs://acme-robots-prod-tfstate"
  }

  expect_failures = [var.state_bucket]
}

run "rejects_abandoning" {
  command = plan

  variables {
    deletion_policy = "ABANDON"
  }

  expect_failures = [var.deletion_policy]
}
