output "prefix" {
  description = "Prefix of names that must be unique in the world: the project id, followed by the environment unless it ends with it."
  value       = local.prefix
}

output "environment" {
  description = "The environment, as given."
  value       = var.environment
}

output "zone" {
  description = "The zone, chosen if none was given."
  value       = local.zone
}

output "labels" {
  description = "Labels for everything: the given ones and the `databot_` ones."
  value       = local.labels
}

output "contract" {
  description = "The value of the root output `databot`: what Databot's discovery reads. Additive within a schema version."
  value = {
    schema_version   = 1
    environment      = var.environment
    project_id       = var.project_id
    region           = var.region
    zone             = local.zone
    state            = { backend = var.state.backend, bucket = var.state.bucket, prefix = var.state.prefix }
    buckets          = var.buckets
    service_accounts = var.service_accounts
    workbenches      = var.workbenches
    services         = var.services
    apis             = sort(var.apis)
  }
}
