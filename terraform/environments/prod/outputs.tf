output "databot" {
  description = "What Databot's discovery reads: no secrets, additive within a schema version."
  value       = module.shared.contract
}

output "project_id" {
  description = "Google Cloud project of the environment."
  value       = var.project_id
}

output "region" {
  description = "Region of the environment."
  value       = var.region
}

output "buckets" {
  description = "Bucket names by key."
  value       = merge({ for key, bucket in module.storage : key => bucket.name }, { logs = module.logs.name })
}

output "data_bucket" {
  description = "Name of the data bucket."
  value       = module.storage["data"].name
}

output "archive_bucket" {
  description = "Name of the archive bucket."
  value       = module.storage["archive"].name
}

output "service_account_email" {
  description = "Email of the service account."
  value       = module.service_account.email
}

output "workload_identity_provider" {
  description = "Workload identity provider for GitHub Actions, or null."
  value       = one(module.github_identity[*].provider_name)
}

output "workbench_instance_name" {
  description = "Name of the workbench, or null."
  value       = one(module.workbench[*].name)
}

output "workbench_status" {
  description = "Workbenches by name, and their state when Terraform last looked."
  value       = { for workbench in module.workbench : workbench.name => workbench.state }
}

output "cloud_run_url" {
  description = "Address of the Cloud Run service, or null."
  value       = one(module.cloud_run[*].uri)
}

output "cloud_run_status" {
  description = "Cloud Run services by name, and their state when Terraform last looked."
  value       = { for service in module.cloud_run : service.name => service.state }
}

output "jobs" {
  description = "Cloud Run jobs by key: name, identifier and region."
  value       = { for job in module.cloud_run_job : "databot" => job.contract }
}
