mock_provider "google" {
  mock_resource "google_workbench_instance" {
    defaults = {
      state = "STOPPED"
    }
  }
}

variables {
  project_id            = "acme-robots-dev"
  environment           = "dev"
  name                  = "databot-dev"
  zone                  = "us-central1-b"
  network               = "projects/acme-robots-dev/global/networks/databot-dev"
  subnet                = "projects/acme-robots-dev/regions/us-central1/subnetworks/databot-dev"
  service_account_email = "databot-dev@acme-robots-dev.iam.gserviceaccount.com"
}

run "stopped_private_and_shielded" {
  assert {
    condition     = google_workbench_instance.this.desired_state == "STOPPED"
    error_message = "A new instance must not run before somebody wants it."
  }

  assert {
    condition     = google_workbench_instance.this.gce_setup[0].disable_public_ip
    error_message = "The machine must have no public address."
  }

  assert {
    condition = alltrue([
      for name in ["enable_secure_boot", "enable_vtpm", "enable_integrity_monitoring"] :
      google_workbench_instance.this.gce_setup[0].shielded_instance_config[0][name]
    ])
    error_message = "All of Shielded VM must be on."
  }

  assert {
    condition     = google_workbench_instance.this.gce_setup[0].metadata == tomap({ "idle-timeout-seconds" = "10800" })
    error_message = "The machine stops by itself after three hours without use, and no other metadata is sent."
  }

  assert {
    condition     = !google_workbench_instance.this.enable_deletion_protection && google_workbench_instance.this.deletion_policy == "DELETE"
    error_message = "An instance in dev may be destroyed."
  }

  assert {
    condition     = google_workbench_instance.this.labels["databot_role"] == "workbench" && !contains(keys(google_workbench_instance.this.labels), "databot_wake")
    error_message = "The role is a label, and there is no wake label before one is asked for."
  }
}

run "contract" {
  assert {
    condition     = jsonencode(keys(output.contract)) == jsonencode(["desired_state", "id", "name", "proxy_uri", "state", "zone"])
    error_message = "The contract has these keys."
  }

  assert {
    condition     = output.contract.state == "STOPPED" && output.contract.desired_state == "STOPPED"
    error_message = "The contract tells what is and what should be."
  }
}

run "prod_is_protected" {
  variables {
    environment = "prod"
  }

  assert {
    condition     = google_workbench_instance.this.enable_deletion_protection && google_workbench_instance.this.deletion_policy == "PREVENT"
    error_message = "An instance in prod must not be destroyed."
  }
}

run "wake_token_is_a_label" {
  variables {
    wake_token = "20300131t120000z"
  }

  assert {
    condition     = google_workbench_instance.this.labels["databot_wake"] == "20300131t120000z"
    error_message = "A new token must change the instance, which starts it."
  }
}

run "gpu_without_secure_boot" {
  variables {
    machine_type = "n1-standard-4"
    accelerator  = { type = "NVIDIA_TESLA_T4" }
  }

  assert {
    condition     = google_workbench_instance.this.gce_setup[0].accelerator_configs[0].core_count == "1"
    error_message = "One GPU is attached."
  }

  assert {
    condition     = !google_workbench_instance.this.gce_setup[0].shielded_instance_config[0].enable_secure_boot
    error_message = "The driver of a GPU is not signed: secure boot would keep it out."
  }
}

run "key_encrypts_both_disks" {
  variables {
    kms_key_name = "projects/acme-robots-dev/locations/us-central1/keyRings/databot/cryptoKeys/disks"
  }

  assert {
    condition     = google_workbench_instance.this.gce_setup[0].boot_disk[0].disk_encryption == "CMEK" && google_workbench_instance.this.gce_setup[0].data_disks[0].disk_encryption == "CMEK"
    error_message = "Both disks must use the key."
  }
}

run "every_other_option" {
  variables {
    labels               = { team = "robots" }
    instance_owners      = ["me@example.com"]
    tags                 = ["lab"]
    metadata             = { "notebook-disable-root" = "true" }
    idle_timeout_seconds = null
    vm_image             = { project = "cloud-notebooks-managed", family = "workbench-instances" }
    boot_disk            = { size_gb = 200, type = "PD_SSD" }
    data_disk            = { size_gb = 500, type = "HYPERDISK_BALANCED" }
    disable_proxy_access = true
  }

  assert {
    condition     = google_workbench_instance.this.gce_setup[0].metadata == tomap({ "notebook-disable-root" = "true" })
    error_message = "Without an idle timeout none is sent, and no null."
  }

  assert {
    condition     = google_workbench_instance.this.gce_setup[0].data_disks[0].disk_size_gb == "500" && google_workbench_instance.this.gce_setup[0].vm_image[0].family == "workbench-instances"
    error_message = "Disks and image are the given ones."
  }
}

run "public_address_needs_no_network" {
  variables {
    enable_public_ip = true
    network          = null
    subnet           = null
    container_image  = { repository = "us-docker.pkg.dev/acme/lab/notebook", tag = "1.0.0" }
  }

  assert {
    condition     = !google_workbench_instance.this.gce_setup[0].disable_public_ip && google_workbench_instance.this.gce_setup[0].container_image[0].tag == "1.0.0"
    error_message = "The service chooses a network then."
  }
}

run "check_tells_when_the_state_is_another" {
  variables {
    desired_state = "ACTIVE"
  }

  expect_failures = [check.state]
}

run "rejects_lower_case_state" {
  command = plan

  variables {
    desired_state = "stopped"
  }

  expect_failures = [var.desired_state]
}

run "rejects_gpu_on_e2" {
  command = plan

  variables {
    accelerator = { type = "NVIDIA_TESLA_T4" }
  }

  expect_failures = [var.accelerator]
}

run "rejects_l4_on_n1" {
  command = plan

  variables {
    machine_type = "n1-standard-4"
    accelerator  = { type = "NVIDIA_L4" }
  }

  expect_failures = [var.accelerator]
}

run "rejects_unknown_gpu" {
  command = plan

  variables {
    machine_type = "n1-standard-4"
    accelerator  = { type = "NVIDIA_TESLA_K80" }
  }

  expect_failures = [var.accelerator]
}

run "rejects_two_owners" {
  command = plan

  variables {
    instance_owners = ["a@example.com", "b@example.com"]
  }

  expect_failures = [var.instance_owners]
}

run "rejects_private_without_subnet" {
  command = plan

  variables {
    network = null
    subnet  = null
  }

  expect_failures = [var.subnet]
}

run "rejects_metadata_of_the_service" {
  command = plan

  variables {
    metadata = { "proxy-mode" = "service_account" }
  }

  expect_failures = [var.metadata]
}

run "rejects_short_idle_timeout" {
  command = plan

  variables {
    idle_timeout_seconds = 60
  }

  expect_failures = [var.idle_timeout_seconds]
}

run "rejects_default_service_account" {
  command = plan

  variables {
    service_account_email = "123456789012-compute@developer.gserviceaccount.com"
  }

  expect_failures = [var.service_account_email]
}

run "rejects_region_as_zone" {
  command = plan

  variables {
    zone = "us-central1"
  }

  expect_failures = [var.zone]
}

run "rejects_unprotected_prod" {
  command = plan

  variables {
    environment = "prod"
    shielded    = { vtpm = false }
  }

  expect_failures = [var.shielded]
}

run "rejects_small_boot_disk" {
  command = plan

  variables {
    boot_disk = { size_gb = 50 }
  }

  expect_failures = [var.boot_disk]
}
