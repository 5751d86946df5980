output "notification_channels" {
  description = "All channels that are told: those made here and those given."
  value       = local.channels
}

output "policies" {
  description = "Resource names of the alert policies, sorted."
  value       = sort([for policy in concat(values(google_monitoring_alert_policy.errors), values(google_monitoring_alert_policy.latency), values(google_monitoring_alert_policy.workbench)) : policy.name])
}

output "contract" {
  description = "What is watched: services and workbenches by name, and whether access to objects is logged."
  value = {
    services             = sort(values(var.services))
    workbenches          = sort(values(var.workbenches))
    audit_storage_access = var.audit_storage_access
  }
}
