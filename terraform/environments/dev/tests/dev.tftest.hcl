mock_provider "google" {
  mock_resource "google_service_account" {
    defaults = {
      name   = "projects/acme-robots-dev/serviceAccounts/databot-dev@acme-robots-dev.iam.gserviceaccount.com"
      email  = "databot-dev@acme-robots-dev.iam.gserviceaccount.com"
      member = "serviceAccount:databot-dev@acme-robots-dev.iam.gserviceaccount.com"
    }
  }

  mock_resource "google_workbench_instance" {
    defaults = {
      state = "STOPPED"
    }
  }

  mock_resource "google_monitoring_notification_channel" {
    defaults = {
      name = "projects/acme-robots-dev/notificationChannels/1"
    }
  }

  mock_resource "google_iam_workload_identity_pool" {
    defaults = {
      name = "projects/123456789012/locations/global/workloadIdentityPools/databot-dev"
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
  project_id = "acme-robots-dev"
}

run "contract_is_golden" {
  assert {
    condition = jsonencode(keys(output.databot)) == jsonencode([
      "apis", "buckets", "environment", "project_id", "region", "schema_version", "service_accounts", "services", "state", "workbenches", "zone",
    ])
    error_message = "The contract has exactly these keys."
  }

  assert {
    condition     = output.databot.schema_version == 1 && output.databot.environment == "dev" && output.databot.project_id == "acme-robots-dev" && output.databot.region == "us-central1" && output.databot.zone == "us-central1-b"
    error_message = "The contract says where the environment is."
  }

  assert {
    condition     = jsonencode(output.databot.state) == jsonencode({ backend = "local", bucket = null, prefix = null })
    error_message = "The state of dev is a local file."
  }

  assert {
    condition     = jsonencode({ for key, bucket in output.databot.buckets : key => [bucket.name, bucket.role] }) == jsonencode({ archive = ["acme-robots-dev-archive", "archive"], data = ["acme-robots-dev-data", "data"], scratch = ["acme-robots-dev-scratch", "scratch"] })
    error_message = "There are three buckets, each with its role."
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
    condition     = contains(output.databot.apis, "storage.googleapis.com")
    error_message = "The APIs are listed."
  }

  assert {
    condition     = output.data_bucket == "acme-robots-dev-data" && output.archive_bucket == "acme-robots-dev-archive" && output.buckets.scratch == "acme-robots-dev-scratch" && output.workbench_instance_name == "databot-dev" && output.service_account_email == "databot-dev@acme-robots-dev.iam.gserviceaccount.com"
    error_message = "The plain outputs stay beside the contract."
  }

  assert {
    condition     = output.workbench_status["databot-dev"] == "STOPPED"
    error_message = "The status is name and state."
  }
}

run "everything_may_go" {
  assert {
    condition     = alltrue([for bucket in output.databot.buckets : bucket.ephemeral && !bucket.versioned])
    error_message = "Buckets in dev are ephemeral."
  }

  assert {
    condition     = output.databot.workbenches.databot.desired_state == "STOPPED"
    error_message = "The workbench does not run before somebody wants it."
  }

  assert {
    condition     = output.service_account_key == null
    error_message = "There is no key by default."
  }
}

run "only_what_is_enabled" {
  variables {
    workbench_enabled = false
    cloud_run_image   = null
  }

  assert {
    condition     = length(output.databot.workbenches) == 0 && length(output.databot.services) == 0 && length(module.network) == 0
    error_message = "Kinds that are absent are empty, and nothing is left to pay for."
  }
}

run "key_with_both_gates" {
  variables {
    create_service_account_key = true
    allow_service_account_keys = true
  }

  assert {
    condition     = output.service_account_key != null
    error_message = "With both gates open dev may have a key."
  }
}

run "job_budget_and_alerts" {
  variables {
    cloud_run_job_image = "us-central1-docker.pkg.dev/acme-robots-dev/databot/job:1.0.0"
    billing_account     = "012345-6789AB-CDEF01"
    alert_emails        = { me = "me@example.com" }
  }

  assert {
    condition     = output.jobs.databot.name == "databot-dev" && module.budget.contract.enabled && length(module.monitoring[0].policies) == 3
    error_message = "Job, budget and alerts are made on demand."
  }
}

run "data_for_one_day" {
  command = plan

  variables {
    delete_after_days = 1
    workbench_enabled = false
  }

  assert {
    condition     = output.databot.buckets.archive.ephemeral
    error_message = "Objects that go after a day are never moved to a colder class."
  }
}

run "state_in_a_bucket_and_a_role_more" {
  variables {
    state_bucket          = "acme-robots-tfstate"
    service_account_roles = ["projects/acme-robots-dev/roles/workbenchRunner"]
  }

  assert {
    condition     = jsonencode(output.databot.state) == jsonencode({ backend = "gcs", bucket = "acme-robots-tfstate", prefix = "databot/dev" })
    error_message = "The contract tells where the state was moved."
  }
}

run "rejects_url_as_state_bucket" {
  command = plan

  variables {
    state_bucket = "gs://acme-robots-tfstate"
  }

  expect_failures = [var.state_bucket]
}

run "rejects_role_without_prefix" {
  command = plan

  variables {
    service_account_roles = ["run.developer"]
  }

  expect_failures = [var.service_account_roles]
}

run "rejects_key_without_second_gate" {
  command = plan

  variables {
    create_service_account_key = true
  }

  expect_failures = [var.create_service_account_key]
}

run "rejects_latest" {
  command = plan

  variables {
    cloud_run_image = "us-docker.pkg.dev/acme/app:latest"
  }

  expect_failures = [var.cloud_run_image]
}

run "rejects_gpu_on_e2" {
  command = plan

  variables {
    workbench_accelerator = { type = "NVIDIA_TESLA_T4" }
  }

  expect_failures = [var.workbench_accelerator]
}

run "rejects_data_for_ever" {
  command = plan

  variables {
    delete_after_days = 3650
  }

  expect_failures = [var.delete_after_days]
}

run "rejects_lower_case_state" {
  command = plan

  variables {
    workbench_desired_state = "active"
  }

  expect_failures = [var.workbench_desired_state]
}
