locals {
  labels = merge(var.labels, {
    databot_environment = var.environment
    databot_managed_by  = "terraform"
  })

  channels = concat([for channel in google_monitoring_notification_channel.email : channel.name], var.notification_channels)
}

resource "google_monitoring_notification_channel" "email" {
  for_each = var.emails

  project      = var.project_id
  type         = "email"
  display_name = "Databot ${var.environment}: ${each.key}"
  labels       = { email_address = each.value }
  user_labels  = local.labels
}

resource "google_monitoring_alert_policy" "errors" {
  for_each = var.services

  project               = var.project_id
  display_name          = "Databot ${var.environment}: ${each.value} answers with errors"
  combiner              = "OR"
  severity              = "ERROR"
  notification_channels = local.channels
  user_labels           = local.labels

  conditions {
    display_name = "5xx answers above ${var.error_ratio * 100} % for 5 minutes"

    condition_threshold {
      filter             = "resource.type = \"cloud_run_revision\" AND resource.labels.service_name = \"${each.value}\" AND metric.type = \"run.googleapis.com/request_count\" AND metric.labels.response_code_class = \"5xx\""
      denominator_filter = "resource.type = \"cloud_run_revision\" AND resource.labels.service_name = \"${each.value}\" AND metric.type = \"run.googleapis.com/request_count\""
      comparison         = "COMPARISON_GT"
      threshold_value    = var.error_ratio
      duration           = "300s"

      aggregations {
        alignment_period     = "300s"
        per_series_aligner   = "ALIGN_RATE"
        cross_series_reducer = "REDUCE_SUM"
        group_by_fields      = ["resource.label.service_name"]
      }

      denominator_aggregations {
        alignment_period     = "300s"
        per_series_aligner   = "ALIGN_RATE"
        cross_series_reducer = "REDUCE_SUM"
        group_by_fields      = ["resource.label.service_name"]
      }
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "More than ${var.error_ratio * 100} % of the answers of `${each.value}` were 5xx. Look at the logs of the latest revision; send traffic back to the one before it if they began together."
  }
}

resource "google_monitoring_alert_policy" "latency" {
  for_each = var.services

  project               = var.project_id
  display_name          = "Databot ${var.environment}: ${each.value} is slow"
  combiner              = "OR"
  severity              = "WARNING"
  notification_channels = local.channels
  user_labels           = local.labels

  conditions {
    display_name = "95th percentile above ${var.latency_p95_ms} ms for 10 minutes"

    condition_threshold {
      filter          = "resource.type = \"cloud_run_revision\" AND resource.labels.service_name = \"${each.value}\" AND metric.type = \"run.googleapis.com/request_latencies\""
      comparison      = "COMPARISON_GT"
      threshold_value = var.latency_p95_ms
      duration        = "600s"

      aggregations {
        alignment_period     = "300s"
        per_series_aligner   = "ALIGN_PERCENTILE_95"
        cross_series_reducer = "REDUCE_MAX"
        group_by_fields      = ["resource.label.service_name"]
      }
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "One request in twenty to `${each.value}` took longer than ${var.latency_p95_ms} ms. Cold starts show as a few slow requests: a least number of instances avoids them, at a price."
  }
}

resource "google_monitoring_alert_policy" "workbench" {
  for_each = var.workbenches

  project               = var.project_id
  display_name          = "Databot ${var.environment}: ${each.value} runs for long"
  combiner              = "OR"
  severity              = "WARNING"
  notification_channels = local.channels
  user_labels           = local.labels

  conditions {
    display_name = "ACTIVE for more than ${var.workbench_active_hours} hours"

    condition_threshold {
      filter          = "resource.type = \"gce_instance\" AND metric.type = \"compute.googleapis.com/instance/uptime_total\" AND metric.labels.instance_name = \"${each.value}\""
      comparison      = "COMPARISON_GT"
      threshold_value = var.workbench_active_hours * 3600
      duration        = "0s"

      aggregations {
        alignment_period   = "300s"
        per_series_aligner = "ALIGN_MAX"
      }
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "Workbench `${each.value}` has run for more than ${var.workbench_active_hours} hours and is billed. Is it in use? `make workbench.down ENV=${var.environment}` stops it and keeps its disks."
  }
}

# Authoritative for this one service: a setting made elsewhere for it is replaced.
resource "google_project_iam_audit_config" "storage" {
  count = var.audit_storage_access ? 1 : 0

  project = var.project_id
  service = "storage.googleapis.com"

  audit_log_config {
    log_type = "DATA_READ"
  }

  audit_log_config {
    log_type = "DATA_WRITE"
  }
}
