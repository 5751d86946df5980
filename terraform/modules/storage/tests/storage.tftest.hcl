mock_provider "google" {
  mock_data "google_storage_project_service_account" {
    defaults = {
      member = "serviceAccount:service-123456789012@gs-project-accounts.iam.gserviceaccount.com"
    }
  }
}

variables {
  project_id  = "acme-robots-dev"
  environment = "dev"
  name        = "acme-robots-dev-data"
  role        = "data"
  location    = "us-central1"
}

run "private_by_default" {
  command = plan

  assert {
    condition     = google_storage_bucket.this.public_access_prevention == "enforced"
    error_message = "Public access must be prevented."
  }

  assert {
    condition     = google_storage_bucket.this.uniform_bucket_level_access
    error_message = "Access must be uniform: no ACLs on objects."
  }

  assert {
    condition     = !google_storage_bucket.this.force_destroy && google_storage_bucket.this.deletion_policy == "DELETE"
    error_message = "A bucket with objects must not be destroyed by default."
  }

  assert {
    condition     = google_storage_bucket.this.soft_delete_policy[0].retention_duration_seconds == 604800
    error_message = "Soft delete must be said, not left to the service."
  }

  assert {
    condition = google_storage_bucket.this.labels == tomap({
      databot_environment = "dev"
      databot_managed_by  = "terraform"
      databot_role        = "data"
    })
    error_message = "Discovery reads these labels."
  }

  assert {
    condition     = length(google_storage_bucket.this.lifecycle_rule) == 1 && one(google_storage_bucket.this.lifecycle_rule[0].action).type == "AbortIncompleteMultipartUpload"
    error_message = "Unfinished uploads are cleaned up, and nothing else."
  }
}

run "contract" {
  variables {
    delete_after_days = 90
  }

  assert {
    condition     = jsonencode(keys(output.contract)) == jsonencode(["ephemeral", "location", "name", "role", "storage_class", "url", "versioned"])
    error_message = "The contract has these keys."
  }

  assert {
    condition     = output.contract.name == "acme-robots-dev-data" && output.contract.role == "data" && output.contract.location == "US-CENTRAL1" && output.contract.storage_class == "STANDARD"
    error_message = "The contract says what the bucket is."
  }

  assert {
    condition     = output.contract.ephemeral && !output.contract.versioned
    error_message = "A bucket whose objects are deleted by age is ephemeral."
  }
}

run "deletes_after_ninety_days" {
  command = plan

  variables {
    delete_after_days = 90
  }

  assert {
    condition = anytrue([
      for rule in google_storage_bucket.this.lifecycle_rule :
      one(rule.action).type == "Delete" && one(rule.condition).age == 90
    ])
    error_message = "There must be a rule that deletes at the age of 90 days."
  }
}

run "prod_is_protected_and_keeps_few_versions" {
  command = plan

  variables {
    environment = "prod"
    name        = "acme-robots-prod-data"
    versioning  = true
  }

  assert {
    condition     = google_storage_bucket.this.deletion_policy == "PREVENT"
    error_message = "A bucket in prod must not be destroyed."
  }

  assert {
    condition     = google_storage_bucket.this.versioning[0].enabled
    error_message = "Versioning must be on."
  }

  assert {
    condition = anytrue([
      for rule in google_storage_bucket.this.lifecycle_rule :
      one(rule.action).type == "Delete" && one(rule.condition).num_newer_versions == 4 && one(rule.condition).with_state == "ARCHIVED"
    ])
    error_message = "Three noncurrent versions are kept: a fourth newer one, the live one counted, deletes."
  }

  assert {
    condition = anytrue([
      for rule in google_storage_bucket.this.lifecycle_rule :
      one(rule.action).type == "Delete" && one(rule.condition).days_since_noncurrent_time == 30 && one(rule.condition).with_state == "ARCHIVED"
    ])
    error_message = "Noncurrent versions go after 30 days."
  }
}

run "archives_step_by_step" {
  command = plan

  variables {
    role               = "archive"
    archive_after_days = { nearline = 30, coldline = 90, archive = 365 }
  }

  assert {
    condition = jsonencode([
      for rule in google_storage_bucket.this.lifecycle_rule :
      [one(rule.action).storage_class, one(rule.condition).age, one(rule.condition).matches_storage_class]
      if one(rule.action).type == "SetStorageClass"
      ]) == jsonencode([
      ["NEARLINE", 30, ["STANDARD"]],
      ["COLDLINE", 90, ["STANDARD", "NEARLINE"]],
      ["ARCHIVE", 365, ["STANDARD", "NEARLINE", "COLDLINE"]],
    ])
    error_message = "Objects only ever move to a colder class."
  }
}

run "key_is_enforced_and_granted" {
  command = plan

  variables {
    kms_key_name = "projects/acme-robots-dev/locations/us-central1/keyRings/databot/cryptoKeys/data"
  }

  assert {
    condition     = google_storage_bucket.this.encryption[0].default_kms_key_name == var.kms_key_name
    error_message = "The bucket must use the key."
  }

  assert {
    condition     = google_storage_bucket.this.encryption[0].google_managed_encryption_enforcement_config[0].restriction_mode == "FullyRestricted"
    error_message = "Objects that would not use the key must be refused."
  }

  assert {
    condition     = length(google_kms_crypto_key_iam_member.agent) == 1 && google_kms_crypto_key_iam_member.agent[0].role == "roles/cloudkms.cryptoKeyEncrypterDecrypter"
    error_message = "The service agent must be allowed to use the key."
  }
}

run "grants_are_keyed_by_the_caller" {
  command = plan

  variables {
    iam = {
      app = {
        role      = "roles/storage.objectUser"
        member    = "serviceAccount:app@acme-robots-dev.iam.gserviceaccount.com"
        condition = { title = "uploads", expression = "resource.name.startsWith('projects/_/buckets/acme-robots-dev-data/objects/uploads/')" }
      }
    }
  }

  assert {
    condition     = google_storage_bucket_iam_member.this["app"].role == "roles/storage.objectUser" && google_storage_bucket_iam_member.this["app"].condition[0].title == "uploads"
    error_message = "Each grant has the key of the caller, so that removing one leaves the others alone."
  }
}

run "locked_retention_with_both_keys" {
  command = plan

  variables {
    retention_policy = { period_seconds = 2592000, is_locked = true }
    confirm_lock     = true
  }

  assert {
    condition     = google_storage_bucket.this.retention_policy[0].is_locked && google_storage_bucket.this.retention_policy[0].retention_period == "2592000"
    error_message = "A confirmed lock is set, and the period is sent as text."
  }
}

run "every_other_option" {
  command = plan

  variables {
    name                = "acme-robots-dev-misc"
    storage_class       = "NEARLINE"
    deletion_policy     = "ABANDON"
    versioning          = true
    noncurrent_versions = { days = 10 }
    autoclass           = { terminal_storage_class = "ARCHIVE" }
    logging             = { log_bucket = "acme-robots-dev-logs", log_object_prefix = "misc" }
    cors                = [{ origin = ["https://example.com"], method = ["GET"], response_header = ["Content-Type"] }]
    ip_filter = {
      public_cidr_ranges = ["203.0.113.0/24"]
      vpc_networks       = { "projects/acme-robots-dev/global/networks/databot-dev" = ["10.10.0.0/24"] }
    }
    lifecycle_rules = {
      old_logs = {
        action    = { type = "Delete" }
        condition = { created_before = "2020-01-31", matches_prefix = ["logs/"], matches_suffix = [".gz"], size_above_bytes = 1048576, with_state = "LIVE" }
      }
    }
  }

  assert {
    condition     = google_storage_bucket.this.autoclass[0].terminal_storage_class == "ARCHIVE" && google_storage_bucket.this.logging[0].log_object_prefix == "misc" && google_storage_bucket.this.cors[0].max_age_seconds == 3600
    error_message = "Autoclass, access logs and CORS are set."
  }

  assert {
    condition     = google_storage_bucket.this.ip_filter[0].mode == "Enabled" && length(google_storage_bucket.this.ip_filter[0].vpc_network_sources) == 1
    error_message = "The IP filter lets in what it names."
  }

  assert {
    condition     = length([for rule in google_storage_bucket.this.lifecycle_rule : rule if one(rule.condition).with_state == "ARCHIVED"]) == 1
    error_message = "Without a limit on their number there is one rule for noncurrent versions."
  }

  assert {
    condition     = output.deletion_policy == "ABANDON"
    error_message = "A given deletion policy wins."
  }
}

run "rejects_bad_name" {
  command = plan

  variables {
    name = "Data_Bucket-"
  }

  expect_failures = [var.name]
}

run "rejects_google_name" {
  command = plan

  variables {
    name = "google-data"
  }

  expect_failures = [var.name]
}

run "rejects_force_destroy_in_prod" {
  command = plan

  variables {
    environment   = "prod"
    versioning    = true
    force_destroy = true
  }

  expect_failures = [var.force_destroy]
}

run "rejects_unversioned_data_in_prod" {
  command = plan

  variables {
    environment = "prod"
  }

  expect_failures = [var.versioning]
}

run "rejects_unversioned_state_in_prod" {
  command = plan

  variables {
    environment = "prod"
    role        = "state"
  }

  expect_failures = [var.versioning]
}

run "rejects_versions_without_limit" {
  command = plan

  variables {
    versioning          = true
    noncurrent_versions = {}
  }

  expect_failures = [var.noncurrent_versions]
}

run "rejects_public_access_in_prod" {
  command = plan

  variables {
    environment              = "prod"
    versioning               = true
    public_access_prevention = "inherited"
  }

  expect_failures = [var.public_access_prevention]
}

run "rejects_class_change_without_class" {
  command = plan

  variables {
    lifecycle_rules = { cold = { action = { type = "SetStorageClass" }, condition = { age = 30 } } }
  }

  expect_failures = [var.lifecycle_rules]
}

run "rejects_rule_without_condition" {
  command = plan

  variables {
    lifecycle_rules = { all = { action = { type = "Delete" }, condition = {} } }
  }

  expect_failures = [var.lifecycle_rules]
}

run "rejects_rule_with_state_alone" {
  command = plan

  variables {
    lifecycle_rules = { all = { action = { type = "Delete" }, condition = { with_state = "LIVE" } } }
  }

  expect_failures = [var.lifecycle_rules]
}

run "rejects_rule_at_age_zero" {
  command = plan

  variables {
    lifecycle_rules = { all = { action = { type = "Delete" }, condition = { age = 0 } } }
  }

  expect_failures = [var.lifecycle_rules]
}

run "rejects_deletion_at_age_zero" {
  command = plan

  variables {
    delete_after_days = 0
  }

  expect_failures = [var.delete_after_days]
}

run "rejects_descending_archive_ages" {
  command = plan

  variables {
    archive_after_days = { nearline = 90, archive = 30 }
  }

  expect_failures = [var.archive_after_days]
}

run "rejects_archiving_after_deletion" {
  command = plan

  variables {
    delete_after_days  = 30
    archive_after_days = { nearline = 60 }
  }

  expect_failures = [var.archive_after_days]
}

run "rejects_short_soft_delete" {
  command = plan

  variables {
    soft_delete_seconds = 3600
  }

  expect_failures = [var.soft_delete_seconds]
}

run "rejects_unconfirmed_lock" {
  command = plan

  variables {
    retention_policy = { period_seconds = 86400, is_locked = true }
  }

  expect_failures = [var.retention_policy]
}

run "rejects_retention_of_a_century" {
  command = plan

  variables {
    retention_policy = { period_seconds = 3155760000 }
  }

  expect_failures = [var.retention_policy]
}

run "rejects_all_users" {
  command = plan

  variables {
    iam = { public = { role = "roles/storage.objectViewer", member = "allUsers" } }
  }

  expect_failures = [var.iam]
}

run "rejects_all_authenticated_users" {
  command = plan

  variables {
    iam = { public = { role = "roles/storage.objectViewer", member = "allAuthenticatedUsers" } }
  }

  expect_failures = [var.iam]
}

run "rejects_basic_role" {
  command = plan

  variables {
    iam = { owner = { role = "roles/owner", member = "user:me@example.com" } }
  }

  expect_failures = [var.iam]
}

run "rejects_logging_to_itself" {
  command = plan

  variables {
    logging = { log_bucket = "acme-robots-dev-data" }
  }

  expect_failures = [var.logging]
}

run "rejects_bad_key" {
  command = plan

  variables {
    kms_key_name = "my-key"
  }

  expect_failures = [var.kms_key_name]
}

run "rejects_autoclass_with_archive_ages" {
  command = plan

  variables {
    autoclass          = {}
    archive_after_days = { nearline = 30 }
  }

  expect_failures = [var.autoclass]
}

run "rejects_filter_that_lets_in_nobody" {
  command = plan

  variables {
    ip_filter = {}
  }

  expect_failures = [var.ip_filter]
}
