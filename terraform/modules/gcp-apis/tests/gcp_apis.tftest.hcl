mock_provider "google" {}

variables {
  project_id = "acme-robots-dev"
}

run "enables_and_never_disables" {
  command = plan

  assert {
    condition     = alltrue([for service in google_project_service.this : !service.disable_on_destroy && !service.disable_dependent_services])
    error_message = "Destroying must not disable an API that others use."
  }

  assert {
    condition     = contains(output.contract, "storage.googleapis.com") && contains(output.contract, "iam.googleapis.com")
    error_message = "The default covers what the modules need."
  }

  assert {
    condition     = output.project_id == "acme-robots-dev"
    error_message = "The project is passed through."
  }
}

run "extra_apis_are_added_once" {
  command = plan

  variables {
    apis       = ["storage.googleapis.com"]
    extra_apis = ["storage.googleapis.com", "cloudkms.googleapis.com"]
  }

  assert {
    condition     = jsonencode(output.contract) == jsonencode(["cloudkms.googleapis.com", "storage.googleapis.com"])
    error_message = "The union of both lists is enabled, sorted."
  }
}

run "rejects_short_api_name" {
  command = plan

  variables {
    apis = ["storage"]
  }

  expect_failures = [var.apis]
}

run "rejects_short_extra_api_name" {
  command = plan

  variables {
    extra_apis = ["cloudkms"]
  }

  expect_failures = [var.extra_apis]
}

run "rejects_no_api" {
  command = plan

  variables {
    apis = []
  }

  expect_failures = [var.apis]
}

run "rejects_bad_project" {
  command = plan

  variables {
    project_id = "Acme_Robots"
  }

  expect_failures = [var.project_id]
}
