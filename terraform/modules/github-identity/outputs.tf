output "pool_name" {
  description = "Full name of the pool, for the variable `github` of the service-account module."
  value       = google_iam_workload_identity_pool.this.name
}

output "provider_name" {
  description = "Full name of the provider, for `workload_identity_provider` of the action google-github-actions/auth."
  value       = google_iam_workload_identity_pool_provider.this.name
}

output "contract" {
  description = "Pool, provider and the condition that lets workflows in."
  value = {
    pool_name     = google_iam_workload_identity_pool.this.name
    provider_name = google_iam_workload_identity_pool_provider.this.name
    condition     = google_iam_workload_identity_pool_provider.this.attribute_condition
  }
}
