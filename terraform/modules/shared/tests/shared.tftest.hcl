# No provider is needed here: these run wherever terraform does.

variables {
  project_id  = "acme-robots"
  environment = "dev"
}

run "names" {
  assert {
    condition     = output.prefix == "acme-robots-dev"
    error_message = "The prefix is the project followed by the environment."
  }

  assert {
    condition     = output.zone == "us-central1-b"
    error_message = "Without a zone it is zone b of the region: several regions have no zone a."
  }

  assert {
    condition     = output.environment == "dev"
    error_message = "The environment is passed through."
  }
}

run "project_that_carries_the_environment_does_not_get_it_twice" {
  variables {
    project_id = "acme-robots-dev"
  }

  assert {
    condition     = output.prefix == "acme-robots-dev"
    error_message = "acme-robots-dev must not become acme-robots-dev-dev."
  }
}

run "prefix_never_takes_a_part_of_a_word_for_the_environment" {
  variables {
    project_id = "acme-webdev"
  }

  assert {
    condition     = output.prefix == "acme-webdev-dev"
    error_message = "webdev does not end with the environment dev."
  }
}

run "labels" {
  variables {
    labels = { team = "robots" }
  }

  assert {
    condition = output.labels == tomap({
      team                = "robots"
      databot_environment = "dev"
      databot_managed_by  = "terraform"
    })
    error_message = "Labels are the given ones and the databot ones."
  }
}

run "contract_of_an_empty_environment" {
  assert {
    condition = jsonencode(output.contract) == jsonencode({
      schema_version   = 1
      environment      = "dev"
      project_id       = "acme-robots"
      region           = "us-central1"
      zone             = "us-central1-b"
      state            = { backend = "local", bucket = null, prefix = null }
      buckets          = {}
      service_accounts = {}
      workbenches      = {}
      services         = {}
      apis             = []
    })
    error_message = "The contract has exactly these keys, and kinds that are absent are empty."
  }
}

run "contract_of_a_full_environment" {
  variables {
    environment = "prod"
    region      = "europe-west4"
    zone        = "europe-west4-a"
    state       = { backend = "gcs", bucket = "acme-robots-tfstate", prefix = "databot/prod" }
    apis        = ["storage.googleapis.com", "run.googleapis.com"]
    buckets = {
      data = { name = "n", url = "gs://n", location = "EUROPE-WEST4", storage_class = "STANDARD", role = "data", versioned = true, ephemeral = false }
    }
    service_accounts = { databot = { email = "e@p.iam.gserviceaccount.com", member = "serviceAccount:e@p.iam.gserviceaccount.com", unique_id = "1" } }
    workbenches      = { databot = { name = "w", id = "i", zone = "europe-west4-a", state = "STOPPED", desired_state = "STOPPED", proxy_uri = "u" } }
    services         = { databot = { name = "s", id = "i", location = "europe-west4", uri = "https://s" } }
  }

  assert {
    condition = jsonencode(output.contract) == jsonencode({
      schema_version = 1
      environment    = "prod"
      project_id     = "acme-robots"
      region         = "europe-west4"
      zone           = "europe-west4-a"
      state          = { backend = "gcs", bucket = "acme-robots-tfstate", prefix = "databot/prod" }
      buckets = {
        data = { name = "n", url = "gs://n", location = "EUROPE-WEST4", storage_class = "STANDARD", role = "data", versioned = true, ephemeral = false }
      }
      service_accounts = { databot = { email = "e@p.iam.gserviceaccount.com", member = "serviceAccount:e@p.iam.gserviceaccount.com", unique_id = "1" } }
      workbenches      = { databot = { name = "w", id = "i", zone = "europe-west4-a", state = "STOPPED", desired_state = "STOPPED", proxy_uri = "u" } }
      services         = { databot = { name = "s", id = "i", location = "europe-west4", uri = "https://s" } }
      apis             = ["run.googleapis.com", "storage.googleapis.com"]
    })
    error_message = "Everything given comes out under the names of schema version 1."
  }
}

run "rejects_unknown_environment" {
  command = plan

  variables {
    environment = "staging"
  }

  expect_failures = [var.environment]
}

run "rejects_short_project" {
  command = plan

  variables {
    project_id = "acme"
  }

  expect_failures = [var.project_id]
}

run "rejects_zone_as_region" {
  command = plan

  variables {
    region = "us-central1-b"
  }

  expect_failures = [var.region]
}

run "rejects_zone_of_another_region" {
  command = plan

  variables {
    zone = "europe-west4-a"
  }

  expect_failures = [var.zone]
}

run "rejects_upper_case_label" {
  command = plan

  variables {
    labels = { Team = "robots" }
  }

  expect_failures = [var.labels]
}

run "rejects_label_that_discovery_relies_on" {
  command = plan

  variables {
    labels = { databot_role = "data" }
  }

  expect_failures = [var.labels]
}

run "rejects_gcs_state_without_bucket" {
  command = plan

  variables {
    state = { backend = "gcs", prefix = "databot/dev" }
  }

  expect_failures = [var.state]
}
