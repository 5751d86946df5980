# The same service as in service.tf, to the letter, for a deployer other than Terraform.
resource "google_cloud_run_v2_service" "deployed_elsewhere" {
  count = var.managed_revision ? 0 : 1

  project              = var.project_id
  name                 = var.name
  location             = var.location
  labels               = local.labels
  ingress              = var.ingress
  invoker_iam_disabled = var.invoker_iam_disabled
  iap_enabled          = var.iap_enabled
  custom_audiences     = var.custom_audiences
  deletion_protection  = local.deletion_protection

  # No instance at all is how Cloud Run switches a service off.
  scaling {
    scaling_mode          = local.stopped ? "MANUAL" : "AUTOMATIC"
    manual_instance_count = local.stopped ? 0 : null
  }

  dynamic "binary_authorization" {
    for_each = var.binary_authorization[*]

    content {
      use_default = binary_authorization.value == "default" ? true : null
      policy      = binary_authorization.value == "default" ? null : binary_authorization.value
    }
  }

  template {
    service_account                  = var.service_account_email
    execution_environment            = var.execution_environment
    timeout                          = var.timeout
    max_instance_request_concurrency = var.concurrency
    session_affinity                 = var.session_affinity
    encryption_key                   = var.encryption_key

    scaling {
      min_instance_count = var.scaling.min
      max_instance_count = local.max_instances
    }

    containers {
      image   = var.image
      command = var.command
      args    = var.args

      ports {
        name           = var.http2 ? "h2c" : "http1"
        container_port = var.port
      }

      resources {
        limits            = { cpu = var.resources.cpu, memory = var.resources.memory }
        cpu_idle          = var.resources.cpu_idle
        startup_cpu_boost = var.resources.startup_boost
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

      dynamic "startup_probe" {
        for_each = var.startup_probe[*]

        content {
          initial_delay_seconds = startup_probe.value.initial_delay
          period_seconds        = startup_probe.value.period_seconds
          timeout_seconds       = startup_probe.value.timeout_seconds
          failure_threshold     = startup_probe.value.failure_threshold

          dynamic "http_get" {
            for_each = startup_probe.value.http_path[*]

            content {
              path = http_get.value
              port = var.port
            }
          }

          dynamic "grpc" {
            for_each = startup_probe.value.grpc_service[*]

            content {
              service = grpc.value
              port    = var.port
            }
          }

          dynamic "tcp_socket" {
            for_each = startup_probe.value.http_path == null && startup_probe.value.grpc_service == null ? [var.port] : []

            content {
              port = tcp_socket.value
            }
          }
        }
      }

      dynamic "liveness_probe" {
        for_each = var.liveness_probe[*]

        content {
          initial_delay_seconds = liveness_probe.value.initial_delay
          period_seconds        = liveness_probe.value.period_seconds
          timeout_seconds       = liveness_probe.value.timeout_seconds
          failure_threshold     = liveness_probe.value.failure_threshold

          dynamic "http_get" {
            for_each = liveness_probe.value.http_path[*]

            content {
              path = http_get.value
              port = var.port
            }
          }

          dynamic "grpc" {
            for_each = liveness_probe.value.grpc_service[*]

            content {
              service = grpc.value
              port    = var.port
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

  dynamic "traffic" {
    for_each = local.traffic

    content {
      type     = traffic.value.revision == null ? "TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST" : "TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION"
      revision = traffic.value.revision
      percent  = traffic.value.percent
      tag      = traffic.value.tag
    }
  }

  # The first revision fails when it cannot read its secrets.
  depends_on = [google_secret_manager_secret_iam_member.this]

  lifecycle {
    ignore_changes = [client, client_version, template, traffic]
  }
}
