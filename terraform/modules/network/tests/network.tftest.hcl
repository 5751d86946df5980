mock_provider "google" {}

variables {
  project_id = "acme-robots-dev"
  name       = "databot-dev"
  region     = "us-central1"
}

run "private_with_a_way_out" {
  command = plan

  assert {
    condition     = !google_compute_network.this.auto_create_subnetworks
    error_message = "There must be no subnetwork in regions that nobody asked for."
  }

  assert {
    condition     = google_compute_subnetwork.this.private_ip_google_access
    error_message = "Google APIs must be reachable without a public address."
  }

  assert {
    condition     = length(google_compute_router_nat.this) == 1 && google_compute_router_nat.this[0].source_subnetwork_ip_ranges_to_nat == "LIST_OF_SUBNETWORKS"
    error_message = "The way out is for this subnetwork."
  }

  assert {
    condition     = length(google_compute_subnetwork.this.log_config) == 1
    error_message = "Flow logs are on."
  }
}

run "without_nat_and_logs" {
  command = plan

  variables {
    nat       = false
    flow_logs = false
  }

  assert {
    condition     = length(google_compute_router.this) == 0 && length(google_compute_router_nat.this) == 0 && length(google_compute_subnetwork.this.log_config) == 0
    error_message = "Nothing is made that was not asked for."
  }
}

run "contract" {
  assert {
    condition     = jsonencode(keys(output.contract)) == jsonencode(["network", "subnet"])
    error_message = "The contract has these keys."
  }
}

run "rejects_public_range" {
  command = plan

  variables {
    ip_cidr_range = "8.8.8.0/24"
  }

  expect_failures = [var.ip_cidr_range]
}

run "rejects_upper_case_name" {
  command = plan

  variables {
    name = "Databot"
  }

  expect_failures = [var.name]
}
