locals {
  protect         = var.environment == "prod"
  deletion_policy = coalesce(var.deletion_policy, local.protect ? "PREVENT" : "DELETE")

  labels = merge(
    var.labels,
    {
      databot_environment = var.environment
      databot_managed_by  = "terraform"
      databot_role        = "workbench"
    },
    var.wake_token == null ? {} : { databot_wake = var.wake_token },
  )

  # No null values: the provider would send them as empty strings and plan them again and again.
  metadata = merge(
    var.metadata,
    var.idle_timeout_seconds == null ? {} : { "idle-timeout-seconds" = tostring(var.idle_timeout_seconds) },
  )

  disk_encryption = var.kms_key_name == null ? "GMEK" : "CMEK"
}

resource "google_workbench_instance" "this" {
  project  = var.project_id
  name     = var.name
  location = var.zone
  labels   = local.labels

  desired_state              = var.desired_state
  instance_owners            = var.instance_owners
  disable_proxy_access       = var.disable_proxy_access
  enable_deletion_protection = coalesce(var.enable_deletion_protection, local.protect)
  deletion_policy            = local.deletion_policy

  gce_setup {
    machine_type      = var.machine_type
    disable_public_ip = !var.enable_public_ip
    tags              = length(var.tags) > 0 ? var.tags : null
    metadata          = local.metadata

    dynamic "accelerator_configs" {
      for_each = var.accelerator[*]

      content {
        type       = accelerator_configs.value.type
        core_count = tostring(accelerator_configs.value.count)
      }
    }

    boot_disk {
      disk_size_gb    = tostring(var.boot_disk.size_gb)
      disk_type       = var.boot_disk.type
      disk_encryption = local.disk_encryption
      kms_key         = var.kms_key_name
    }

    data_disks {
      disk_size_gb    = tostring(var.data_disk.size_gb)
      disk_type       = var.data_disk.type
      disk_encryption = local.disk_encryption
      kms_key         = var.kms_key_name
    }

    dynamic "network_interfaces" {
      for_each = var.network == null && var.subnet == null ? [] : [true]

      content {
        network = var.network
        subnet  = var.subnet
      }
    }

    service_accounts {
      email = var.service_account_email
    }

    shielded_instance_config {
      enable_secure_boot          = coalesce(var.shielded.secure_boot, var.accelerator == null)
      enable_vtpm                 = var.shielded.vtpm
      enable_integrity_monitoring = var.shielded.integrity_monitoring
    }

    dynamic "vm_image" {
      for_each = var.vm_image[*]

      content {
        project = vm_image.value.project
        family  = vm_image.value.family
        name    = vm_image.value.name
      }
    }

    dynamic "container_image" {
      for_each = var.container_image[*]

      content {
        repository = container_image.value.repository
        tag        = container_image.value.tag
      }
    }
  }
}

# desired_state is what was asked for and never changes by itself; state is what is.
check "state" {
  assert {
    condition     = google_workbench_instance.this.state == var.desired_state
    error_message = "Workbench ${var.name} should be ${var.desired_state} and is ${coalesce(google_workbench_instance.this.state, "unknown")}. A plan does not show this: another wake_token makes an update that brings it there (make workbench.up or workbench.down)."
  }
}
