mock_provider "google" {}

variables {
  project_id = "acme-robots-prod"
}

run "state_bucket_is_versioned_private_and_stays" {
  assert {
    condition     = module.state_bucket.contract.versioned && module.state_bucket.contract.role == "state" && !module.state_bucket.contract.ephemeral
    error_message = "Older states must be kept."
  }

  assert {
    condition     = output.state_bucket == "acme-robots-prod-tfstate" && output.backend_hcl == "bucket = \"acme-robots-prod-tfstate\"\n"
    error_message = "The outputs are what backend.hcl needs."
  }
}

run "name_and_members_are_free" {
  variables {
    bucket_name = "acme-states"
    writers     = { ops = "group:ops@example.com" }
    readers     = { databot = "serviceAccount:databot-prod@acme-robots-prod.iam.gserviceaccount.com" }
  }

  assert {
    condition     = output.state_bucket == "acme-states"
    error_message = "The name is the given one."
  }
}

run "rejects_public_reader" {
  command = plan

  variables {
    readers = { all = "allUsers" }
  }

  expect_failures = [var.readers]
}

run "rejects_bad_bucket_name" {
  command = plan

  variables {
    bucket_name = "gs://acme"
  }

  expect_failures = [var.bucket_name]
}
