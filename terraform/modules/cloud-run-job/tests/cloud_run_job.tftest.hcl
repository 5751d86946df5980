mock_provider "google" {}

variables {
  project_id            = "acme-robots-dev"
  environment           = "dev"
  name                  = "databot-dev"
  location              = "us-central1"
  image                 = "us-central1-docker.pkg.dev/acme-robots-dev/databot/job:1.0.0"
  service_account_email = "databot-dev@acme-robots-dev.iam.gserviceaccount.com"
}

run "one_task_run_by_nobody" {
  command = plan

  assert {
    condition     = google_cloud_run_v2_job.this.template[0].task_count == 1 && google_cloud_run_v2_job.this.template[0].template[0].max_retries == 3
    error_message = "One task, tried again three times."
  }

  assert {
    condition     = length(google_cloud_run_v2_job_iam_member.runner) == 0
    error_message = "Nobody may run the job before it is said."
  }

  assert {
    condition     = !google_cloud_run_v2_job.this.deletion_protection && google_cloud_run_v2_job.this.labels["databot_role"] == "job"
    error_message = "A job in dev may be destroyed, and says what it is."
  }
}

run "many_tasks" {
  command = plan

  variables {
    task_count  = 100
    parallelism = 10
    max_retries = 0
    timeout     = "86400s"
    runners     = { app = "serviceAccount:app@acme-robots-dev.iam.gserviceaccount.com" }
    secrets     = { DB_PASSWORD = { secret = "db" } }
    volumes     = { data = { mount_path = "/data", bucket = { name = "acme-robots-dev-data" } } }
  }

  assert {
    condition     = google_cloud_run_v2_job.this.template[0].parallelism == 10 && google_cloud_run_v2_job.this.template[0].template[0].timeout == "86400s"
    error_message = "Ten at a time, a day each."
  }

  assert {
    condition     = google_cloud_run_v2_job_iam_member.runner["app"].role == "roles/run.invoker"
    error_message = "The runner may run it."
  }

  assert {
    condition     = google_cloud_run_v2_job.this.template[0].template[0].volumes[0].gcs[0].read_only
    error_message = "A bucket is mounted read only unless it is said."
  }
}

run "contract" {
  assert {
    condition     = jsonencode(keys(output.contract)) == jsonencode(["id", "location", "name"])
    error_message = "The contract has these keys."
  }
}

run "prod_is_protected" {
  command = plan

  variables {
    environment = "prod"
    image       = "us-central1-docker.pkg.dev/acme-robots-prod/databot/job@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  }

  assert {
    condition     = google_cloud_run_v2_job.this.deletion_protection
    error_message = "A job in prod must not be destroyed."
  }
}

run "rejects_tag_in_prod" {
  command = plan

  variables {
    environment = "prod"
  }

  expect_failures = [var.image]
}

run "rejects_public_runner" {
  command = plan

  variables {
    runners = { all = "allAuthenticatedUsers" }
  }

  expect_failures = [var.runners]
}

run "rejects_more_at_once_than_there_are" {
  command = plan

  variables {
    task_count  = 2
    parallelism = 3
  }

  expect_failures = [var.parallelism]
}

run "rejects_token_in_clear" {
  command = plan

  variables {
    env = { API_TOKEN = "abc" }
  }

  expect_failures = [var.env]
}

run "rejects_long_timeout" {
  command = plan

  variables {
    timeout = "604801s"
  }

  expect_failures = [var.timeout]
}

run "rejects_volume_of_two_kinds" {
  command = plan

  variables {
    volumes = { both = { mount_path = "/m", memory = { size_limit = "1Gi" }, bucket = { name = "b" } } }
  }

  expect_failures = [var.volumes]
}
