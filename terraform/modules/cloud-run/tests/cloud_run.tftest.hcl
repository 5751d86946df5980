mock_provider "google" {}

variables {
  project_id            = "acme-robots-dev"
  environment           = "dev"
  name                  = "databot-dev"
  location              = "us-central1"
  image                 = "us-central1-docker.pkg.dev/acme-robots-dev/databot/app:1.0.0"
  service_account_email = "databot-dev@acme-robots-dev.iam.gserviceaccount.com"
}

run "internal_and_billed_by_request" {
  command = plan

  assert {
    condition     = google_cloud_run_v2_service.this[0].ingress == "INGRESS_TRAFFIC_INTERNAL_ONLY"
    error_message = "Nothing from the internet may come in."
  }

  assert {
    condition     = google_cloud_run_v2_service.this[0].template[0].containers[0].resources[0].cpu_idle
    error_message = "CPU must be billed while requests are served only."
  }

  assert {
    condition     = google_cloud_run_v2_service.this[0].template[0].scaling[0].min_instance_count == 0 && google_cloud_run_v2_service.this[0].template[0].scaling[0].max_instance_count == 3
    error_message = "In dev the service scales from 0 to 3."
  }

  assert {
    condition     = length(google_cloud_run_v2_service_iam_member.invoker) == 0 && !google_cloud_run_v2_service.this[0].invoker_iam_disabled
    error_message = "Nobody may call the service before it is said."
  }

  assert {
    condition     = !google_cloud_run_v2_service.this[0].deletion_protection
    error_message = "A service in dev may be destroyed."
  }

  assert {
    condition     = google_cloud_run_v2_service.this[0].template[0].service_account == var.service_account_email
    error_message = "The service runs as its own account."
  }

  assert {
    condition     = google_cloud_run_v2_service.this[0].scaling[0].scaling_mode == "AUTOMATIC"
    error_message = "An active service scales by itself."
  }
}

run "contract" {
  assert {
    condition     = jsonencode(keys(output.contract)) == jsonencode(["id", "location", "name", "uri"])
    error_message = "The contract has these keys."
  }
}

run "prod_is_protected" {
  command = plan

  variables {
    environment = "prod"
    image       = "us-central1-docker.pkg.dev/acme-robots-prod/databot/app@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  }

  assert {
    condition     = google_cloud_run_v2_service.this[0].deletion_protection
    error_message = "A service in prod must not be destroyed."
  }

  assert {
    condition     = google_cloud_run_v2_service.this[0].template[0].scaling[0].max_instance_count == 10
    error_message = "In prod the service scales up to 10."
  }
}

run "stopped_has_no_instance" {
  command = plan

  variables {
    desired_state = "STOPPED"
  }

  assert {
    condition     = google_cloud_run_v2_service.this[0].scaling[0].scaling_mode == "MANUAL" && google_cloud_run_v2_service.this[0].scaling[0].manual_instance_count == 0
    error_message = "A stopped service has no instance, and stays."
  }

  assert {
    condition     = output.state == "STOPPED"
    error_message = "The state says so."
  }
}

run "other_deployers_keep_their_revision" {
  command = plan

  variables {
    managed_revision = false
  }

  assert {
    condition     = length(google_cloud_run_v2_service.this) == 0 && google_cloud_run_v2_service.deployed_elsewhere[0].ingress == "INGRESS_TRAFFIC_INTERNAL_ONLY"
    error_message = "There is one service, with the same settings."
  }
}

run "secrets_are_references_and_granted_once" {
  command = plan

  variables {
    env     = { LOG_LEVEL = "info" }
    secrets = { DB_PASSWORD = { secret = "db" }, DB_USER = { secret = "db", version = "3" } }
    volumes = { tls = { mount_path = "/tls", secret = { secret = "tls", file = "cert.pem" } } }
  }

  assert {
    condition     = toset(keys(google_secret_manager_secret_iam_member.this)) == toset(["db", "tls"])
    error_message = "Each secret is granted once, to the account of the service."
  }

  assert {
    condition = anytrue([
      for variable in google_cloud_run_v2_service.this[0].template[0].containers[0].env :
      variable.name == "DB_USER" && try(variable.value_source[0].secret_key_ref[0].version == "3", false)
    ])
    error_message = "A secret is a reference to a version."
  }
}

run "probes" {
  command = plan

  variables {
    startup_probe  = { failure_threshold = 10 }
    liveness_probe = { http_path = "/healthz" }
  }

  assert {
    condition     = google_cloud_run_v2_service.this[0].template[0].containers[0].startup_probe[0].tcp_socket[0].port == 8080
    error_message = "A start-up probe without a path waits for the port."
  }

  assert {
    condition     = google_cloud_run_v2_service.this[0].template[0].containers[0].liveness_probe[0].http_get[0].path == "/healthz"
    error_message = "A liveness probe asks for its path."
  }
}

run "direct_egress" {
  command = plan

  variables {
    vpc = { subnetwork = "projects/acme-robots-dev/regions/us-central1/subnetworks/databot-dev", egress = "ALL_TRAFFIC" }
  }

  assert {
    condition     = google_cloud_run_v2_service.this[0].template[0].vpc_access[0].egress == "ALL_TRAFFIC" && length(google_cloud_run_v2_service.this[0].template[0].vpc_access[0].network_interfaces) == 1
    error_message = "The service is attached to the subnetwork."
  }
}

run "traffic_is_split" {
  command = plan

  variables {
    traffic = { a_old = { percent = 90, revision = "databot-dev-00001" }, b_new = { percent = 10 } }
  }

  assert {
    condition     = jsonencode([for share in google_cloud_run_v2_service.this[0].traffic : [share.type, share.percent]]) == jsonencode([["TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION", 90], ["TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST", 10]])
    error_message = "Old and new revision share the requests."
  }
}

run "every_other_option" {
  command = plan

  variables {
    command              = ["/app"]
    args                 = ["serve"]
    http2                = true
    port                 = 9000
    startup_probe        = { grpc_service = "", period_seconds = 5 }
    liveness_probe       = { grpc_service = "health" }
    vpc                  = { connector = "projects/acme-robots-dev/locations/us-central1/connectors/c" }
    encryption_key       = "projects/acme-robots-dev/locations/us-central1/keyRings/databot/cryptoKeys/run"
    binary_authorization = "default"
    iap_enabled          = true
    session_affinity     = true
    custom_audiences     = ["https://app.example.com"]
    resources            = { cpu = "0.5", memory = "256Mi", cpu_idle = false, startup_boost = false }
    concurrency          = 1
    timeout              = "0.5s"
    grant_secret_access  = false
    secrets              = { API_KEY = { secret = "projects/acme-robots-dev/secrets/api" } }
    volumes = {
      scratch = { mount_path = "/scratch", memory = { size_limit = "64Mi" } }
      data    = { mount_path = "/data", bucket = { name = "acme-robots-dev-data", read_only = false } }
    }
  }

  assert {
    condition     = google_cloud_run_v2_service.this[0].template[0].containers[0].ports[0].name == "h2c" && google_cloud_run_v2_service.this[0].template[0].containers[0].startup_probe[0].grpc[0].port == 9000
    error_message = "gRPC needs HTTP/2, and is probed on its port."
  }

  assert {
    condition     = google_cloud_run_v2_service.this[0].binary_authorization[0].use_default && google_cloud_run_v2_service.this[0].iap_enabled
    error_message = "Binary Authorization and IAP are set."
  }

  assert {
    condition     = length(google_secret_manager_secret_iam_member.this) == 0 && length(google_cloud_run_v2_service.this[0].template[0].volumes) == 2
    error_message = "Secrets are not granted when their owner does that."
  }
}

run "public_only_when_it_is_said" {
  command = plan

  variables {
    allow_public = true
  }

  assert {
    condition     = google_cloud_run_v2_service_iam_member.invoker["public"].member == "allUsers"
    error_message = "allow_public lets everybody in."
  }
}

run "rejects_public_invoker" {
  command = plan

  variables {
    invokers = { all = "allUsers" }
  }

  expect_failures = [var.invokers]
}

run "rejects_latest" {
  command = plan

  variables {
    image = "us-docker.pkg.dev/acme/app:latest"
  }

  expect_failures = [var.image]
}

run "rejects_no_tag" {
  command = plan

  variables {
    image = "us-docker.pkg.dev/acme/app"
  }

  expect_failures = [var.image]
}

run "rejects_latest_in_prod" {
  command = plan

  variables {
    environment = "prod"
    image       = "us-docker.pkg.dev/acme/app:latest"
  }

  expect_failures = [var.image]
}

run "rejects_tag_in_prod" {
  command = plan

  variables {
    environment = "prod"
    image       = "us-docker.pkg.dev/acme/app:1.0.0"
  }

  expect_failures = [var.image]
}

run "rejects_min_above_max" {
  command = plan

  variables {
    scaling = { min = 5, max = 2 }
  }

  expect_failures = [var.scaling]
}

run "rejects_network_with_connector" {
  command = plan

  variables {
    vpc = { network = "default", connector = "projects/p/locations/us-central1/connectors/c" }
  }

  expect_failures = [var.vpc]
}

run "rejects_password_in_clear" {
  command = plan

  variables {
    env = { DB_PASSWORD = "hunter2" }
  }

  expect_failures = [var.env]
}

run "rejects_reserved_name" {
  command = plan

  variables {
    env = { PORT = "9090" }
  }

  expect_failures = [var.env]
}

run "rejects_name_that_is_a_secret_too" {
  command = plan

  variables {
    env     = { MODE = "a" }
    secrets = { MODE = { secret = "mode" } }
  }

  expect_failures = [var.secrets]
}

run "rejects_little_memory_for_many_cpus" {
  command = plan

  variables {
    resources = { cpu = "4", memory = "1Gi" }
  }

  expect_failures = [var.resources]
}

run "rejects_three_cpus" {
  command = plan

  variables {
    resources = { cpu = "3" }
  }

  expect_failures = [var.resources]
}

run "rejects_concurrency_on_a_part_of_a_cpu" {
  command = plan

  variables {
    resources = { cpu = "0.5" }
  }

  expect_failures = [var.concurrency]
}

run "rejects_long_timeout" {
  command = plan

  variables {
    timeout = "3601s"
  }

  expect_failures = [var.timeout]
}

run "rejects_unknown_ingress" {
  command = plan

  variables {
    ingress = "all"
  }

  expect_failures = [var.ingress]
}

run "rejects_traffic_that_does_not_add_up" {
  command = plan

  variables {
    traffic = { latest = { percent = 90 } }
  }

  expect_failures = [var.traffic]
}

run "rejects_probe_over_http_and_grpc" {
  command = plan

  variables {
    liveness_probe = { http_path = "/", grpc_service = "" }
  }

  expect_failures = [var.liveness_probe]
}

run "rejects_public_behind_iap" {
  command = plan

  variables {
    allow_public = true
    iap_enabled  = true
  }

  expect_failures = [var.allow_public]
}
