mock_provider "google" {
  mock_resource "google_monitoring_notification_channel" {
    defaults = {
      name = "projects/acme-robots-dev/notificationChannels/1"
    }
  }
}

variables {
  project_id  = "acme-robots-dev"
  environment = "dev"
  emails      = { ops = "ops@example.com" }
  services    = { app = "databot-dev" }
  workbenches = { lab = "databot-dev" }
}

run "watches_services_and_workbenches" {
  assert {
    condition     = google_monitoring_notification_channel.email["ops"].labels.email_address == "ops@example.com"
    error_message = "Alerts go to the address."
  }

  assert {
    condition     = google_monitoring_alert_policy.errors["app"].conditions[0].condition_threshold[0].threshold_value == 0.05 && strcontains(google_monitoring_alert_policy.errors["app"].conditions[0].condition_threshold[0].filter, "response_code_class = \"5xx\"")
    error_message = "One answer in twenty may fail."
  }

  assert {
    condition     = google_monitoring_alert_policy.latency["app"].conditions[0].condition_threshold[0].aggregations[0].per_series_aligner == "ALIGN_PERCENTILE_95"
    error_message = "Latency is watched at the 95th percentile."
  }

  assert {
    condition     = google_monitoring_alert_policy.workbench["lab"].conditions[0].condition_threshold[0].threshold_value == 43200
    error_message = "A workbench may run for twelve hours."
  }

  assert {
    condition     = jsonencode(output.contract) == jsonencode({ services = ["databot-dev"], workbenches = ["databot-dev"], audit_storage_access = false })
    error_message = "The contract tells what is watched."
  }

  assert {
    condition     = length(output.policies) == 3 && length(output.notification_channels) == 1
    error_message = "Three policies, one channel."
  }
}

run "audits_access_to_objects" {
  command = plan

  variables {
    audit_storage_access = true
  }

  assert {
    condition     = toset([for log in google_project_iam_audit_config.storage[0].audit_log_config : log.log_type]) == toset(["DATA_READ", "DATA_WRITE"])
    error_message = "Reads and writes are logged."
  }
}

run "rejects_bad_address" {
  command = plan

  variables {
    emails = { ops = "ops" }
  }

  expect_failures = [var.emails]
}

run "rejects_percent_as_ratio" {
  command = plan

  variables {
    error_ratio = 5
  }

  expect_failures = [var.error_ratio]
}

run "rejects_month_long_workbench" {
  command = plan

  variables {
    workbench_active_hours = 1000
  }

  expect_failures = [var.workbench_active_hours]
}

run "rejects_bad_channel" {
  command = plan

  variables {
    notification_channels = ["email"]
  }

  expect_failures = [var.notification_channels]
}
