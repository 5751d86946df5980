output "id" {
  description = "Identifier of the service, `projects/P/locations/L/services/S`."
  value       = local.service.id
}

output "name" {
  description = "Name of the service."
  value       = local.service.name
}

output "location" {
  description = "Region of the service."
  value       = local.service.location
}

output "uri" {
  description = "Address of the service."
  value       = local.service.uri
}

output "revision" {
  description = "Latest revision that became ready."
  value       = local.service.latest_ready_revision
}

output "service_account_email" {
  description = "Service account that the service runs as."
  value       = var.service_account_email
}

output "state" {
  description = "`STOPPED` when switched off, otherwise `READY`, `NOT_READY` or `UNKNOWN` by the service's own condition when Terraform last looked."
  value = local.stopped ? "STOPPED" : lookup(
    { CONDITION_SUCCEEDED = "READY", CONDITION_FAILED = "NOT_READY", CONDITION_PENDING = "NOT_READY", CONDITION_RECONCILING = "NOT_READY" },
    try(coalesce(local.service.terminal_condition[0].state), "-"),
    "UNKNOWN",
  )
}

output "contract" {
  description = "What Databot's discovery needs to know of this service."
  value = {
    name     = local.service.name
    id       = local.service.id
    location = local.service.location
    uri      = local.service.uri
  }
}
