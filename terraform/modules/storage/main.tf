locals {
  deletion_policy = coalesce(var.deletion_policy, var.environment == "prod" ? "PREVENT" : "DELETE")

  no_condition = {
    age                        = null
    created_before             = null
    custom_time_before         = null
    days_since_custom_time     = null
    days_since_noncurrent_time = null
    matches_prefix             = null
    matches_storage_class      = null
    matches_suffix             = null
    noncurrent_time_before     = null
    num_newer_versions         = null
    size_above_bytes           = null
    size_below_bytes           = null
    with_state                 = null
  }

  # Each class is left only downwards, so a rule never touches an object that is colder already.
  warmer_classes = {
    nearline = ["STANDARD"]
    coldline = ["STANDARD", "NEARLINE"]
    archive  = ["STANDARD", "NEARLINE", "COLDLINE"]
  }

  archive_rules = [
    for class in ["nearline", "coldline", "archive"] : {
      action    = { type = "SetStorageClass", storage_class = upper(class) }
      condition = merge(local.no_condition, { age = var.archive_after_days[class], matches_storage_class = local.warmer_classes[class] })
    } if var.archive_after_days[class] != null
  ]

  delete_rules = [
    for days in [var.delete_after_days] : {
      action    = { type = "Delete", storage_class = null }
      condition = merge(local.no_condition, { age = days })
    } if days != null
  ]

  # The live version counts as a newer one, so "keep 3 noncurrent" is "at least 4 newer".
  noncurrent_rules = [
    for condition in [
      { num_newer_versions = try(var.noncurrent_versions.keep + 1, null) },
      { days_since_noncurrent_time = var.noncurrent_versions.days },
      ] : {
      action    = { type = "Delete", storage_class = null }
      condition = merge(local.no_condition, condition, { with_state = "ARCHIVED" })
    } if var.versioning && anytrue([for value in values(condition) : value != null])
  ]

  multipart_rules = [
    for days in [var.abort_multipart_after_days] : {
      action    = { type = "AbortIncompleteMultipartUpload", storage_class = null }
      condition = merge(local.no_condition, { age = days })
    } if days != null
  ]

  lifecycle_rules = concat(
    local.archive_rules,
    local.delete_rules,
    local.noncurrent_rules,
    local.multipart_rules,
    [for key in sort(keys(var.lifecycle_rules)) : var.lifecycle_rules[key]],
  )
}

data "google_storage_project_service_account" "agent" {
  count = var.kms_key_name != null && var.grant_kms_access ? 1 : 0

  project = var.project_id
}

resource "google_kms_crypto_key_iam_member" "agent" {
  count = var.kms_key_name != null && var.grant_kms_access ? 1 : 0

  crypto_key_id = var.kms_key_name
  role          = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  member        = data.google_storage_project_service_account.agent[0].member
}

resource "google_storage_bucket" "this" {
  project       = var.project_id
  name          = var.name
  location      = upper(var.location)
  storage_class = var.storage_class

  uniform_bucket_level_access = true
  public_access_prevention    = var.public_access_prevention
  force_destroy               = var.force_destroy
  deletion_policy             = local.deletion_policy

  labels = merge(var.labels, {
    databot_environment = var.environment
    databot_managed_by  = "terraform"
    databot_role        = var.role
  })

  versioning {
    enabled = var.versioning
  }

  soft_delete_policy {
    retention_duration_seconds = var.soft_delete_seconds
  }

  dynamic "lifecycle_rule" {
    for_each = local.lifecycle_rules

    content {
      action {
        type          = lifecycle_rule.value.action.type
        storage_class = lifecycle_rule.value.action.storage_class
      }

      condition {
        age                        = lifecycle_rule.value.condition.age
        created_before             = lifecycle_rule.value.condition.created_before
        custom_time_before         = lifecycle_rule.value.condition.custom_time_before
        days_since_custom_time     = lifecycle_rule.value.condition.days_since_custom_time
        days_since_noncurrent_time = lifecycle_rule.value.condition.days_since_noncurrent_time
        matches_prefix             = lifecycle_rule.value.condition.matches_prefix
        matches_storage_class      = lifecycle_rule.value.condition.matches_storage_class
        matches_suffix             = lifecycle_rule.value.condition.matches_suffix
        noncurrent_time_before     = lifecycle_rule.value.condition.noncurrent_time_before
        num_newer_versions         = lifecycle_rule.value.condition.num_newer_versions
        size_above_bytes           = lifecycle_rule.value.condition.size_above_bytes
        size_below_bytes           = lifecycle_rule.value.condition.size_below_bytes
        with_state                 = lifecycle_rule.value.condition.with_state
      }
    }
  }

  dynamic "retention_policy" {
    for_each = var.retention_policy[*]

    content {
      retention_period = tostring(retention_policy.value.period_seconds)
      is_locked        = retention_policy.value.is_locked
    }
  }

  dynamic "encryption" {
    for_each = var.kms_key_name[*]

    content {
      default_kms_key_name = encryption.value

      google_managed_encryption_enforcement_config {
        restriction_mode = "FullyRestricted"
      }
    }
  }

  dynamic "logging" {
    for_each = var.logging[*]

    content {
      log_bucket        = logging.value.log_bucket
      log_object_prefix = logging.value.log_object_prefix
    }
  }

  dynamic "autoclass" {
    for_each = var.autoclass[*]

    content {
      enabled                = true
      terminal_storage_class = autoclass.value.terminal_storage_class
    }
  }

  dynamic "cors" {
    for_each = var.cors

    content {
      origin          = cors.value.origin
      method          = cors.value.method
      response_header = cors.value.response_header
      max_age_seconds = cors.value.max_age_seconds
    }
  }

  dynamic "ip_filter" {
    for_each = var.ip_filter[*]

    content {
      mode                           = ip_filter.value.mode
      allow_all_service_agent_access = ip_filter.value.allow_all_service_agent_access
      allow_cross_org_vpcs           = ip_filter.value.allow_cross_org_vpcs

      dynamic "public_network_source" {
        for_each = length(ip_filter.value.public_cidr_ranges) > 0 ? [ip_filter.value.public_cidr_ranges] : []

        content {
          allowed_ip_cidr_ranges = public_network_source.value
        }
      }

      dynamic "vpc_network_sources" {
        for_each = ip_filter.value.vpc_networks

        content {
          network                = vpc_network_sources.key
          allowed_ip_cidr_ranges = vpc_network_sources.value
        }
      }
    }
  }

  # Without the grant the first bucket with a key fails.
  depends_on = [google_kms_crypto_key_iam_member.agent]
}

resource "google_storage_bucket_iam_member" "this" {
  for_each = var.iam

  bucket = google_storage_bucket.this.name
  role   = each.value.role
  member = each.value.member

  dynamic "condition" {
    for_each = each.value.condition[*]

    content {
      title       = condition.value.title
      description = condition.value.description
      expression  = condition.value.expression
    }
  }

  lifecycle {
    # A replaced bucket keeps its name and loses its grants; without this they would stay lost.
    replace_triggered_by = [google_storage_bucket.this.id]
  }
}
