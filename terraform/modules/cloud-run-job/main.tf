locals {
  deletion_protection = coalesce(var.deletion_protection, var.environment == "prod")

  labels = merge(var.labels, {
    databot_environment = var.environment
    databot_managed_by  = "terraform"
    databot_role        = "job"
  })

  secret_names = toset(concat(
    [for secret in var.secrets : secret.secret],
    [for volume in var.volumes : volume.secret.secret if volume.secret != null],
  ))
}

resource "google_secret_manager_secret_iam_member" "this" {
  for_each = var.grant_secret_access ? local.secret_names : []

  project   = var.project_id
  secret_id = each.value
  role      = "roles/secretmanager.secretAccessor"
  member    = "serviceAccount:${var.service_account_email}"
}

resource "google_cloud_run_v2_job" "this" {
  project             = var.project_id
  name                = var.name
  location            = var.location
  labels              = local.labels
  deletion_protection = local.deletion_protection

  dynamic "binary_authorization" {
    for_each = var.binary_authorization[*]

    content {
      use_default = binary_authorization.value == "default" ? true : null
      policy      = binary_authorization.value == "default" ? null : binary_authorization.value
    }
  }

  template {
    task_count  = var.task_count
    parallelism = var.parallelism

    template {
      service_account       = var.service_account_email
      execution_environment = var.execution_environment
      timeout               = var.timeout
      max_retries           = var.max_retries
      encryption_key        = var.encryption_key

      containers {
        image   = var.image
        command = var.command
        args    = var.args

        resources {
          limits = { cpu = var.resources.cpu, memory = var.resources.memory }
        }

        dynamic "env" {
          for_each = var.env

          content {
            name  = env.key
            value = env.value
          }
        }

        dynamic "env" {
          for_each = var.secrets

          content {
            name = env.key

            value_source {
              secret_key_ref {
                secret  = env.value.secret
                version = env.value.version
              }
            }
          }
        }

        dynamic "volume_mounts" {
          for_each = var.volumes

          content {
            name       = volume_mounts.key
            mount_path = volume_mounts.value.mount_path
          }
        }
      }

      dynamic "volumes" {
        for_each = var.volumes

        content {
          name = volumes.key

          dynamic "secret" {
            for_each = volumes.value.secret[*]

            content {
              secret = secret.value.secret

              items {
                path    = secret.value.file
                version = secret.value.version
              }
            }
          }

          dynamic "gcs" {
            for_each = volumes.value.bucket[*]

            content {
              bucket    = gcs.value.name
              read_only = gcs.value.read_only
            }
          }

          dynamic "empty_dir" {
            for_each = volumes.value.memory[*]

            content {
              medium     = "MEMORY"
              size_limit = empty_dir.value.size_limit
            }
          }
        }
      }

      dynamic "vpc_access" {
        for_each = var.vpc[*]

        content {
          connector = vpc_access.value.connector
          egress    = vpc_access.value.egress

          dynamic "network_interfaces" {
            for_each = vpc_access.value.connector == null ? [vpc_access.value] : []

            content {
              network    = network_interfaces.value.network
              subnetwork = network_interfaces.value.subnetwork
              tags       = network_interfaces.value.tags
            }
          }
        }
      }
    }
  }

  # The first execution fails when it cannot read its secrets.
  depends_on = [google_secret_manager_secret_iam_member.this]

  lifecycle {
    ignore_changes = [client, client_version]
  }
}

resource "google_cloud_run_v2_job_iam_member" "runner" {
  for_each = var.runners

  project  = google_cloud_run_v2_job.this.project
  location = google_cloud_run_v2_job.this.location
  name     = google_cloud_run_v2_job.this.name
  role     = "roles/run.invoker"
  member   = each.value
}
