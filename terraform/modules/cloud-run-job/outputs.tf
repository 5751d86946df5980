output "id" {
  description = "Identifier of the job, `projects/P/locations/L/jobs/J`."
  value       = google_cloud_run_v2_job.this.id
}

output "name" {
  description = "Name of the job."
  value       = google_cloud_run_v2_job.this.name
}

output "location" {
  description = "Region of the job."
  value       = google_cloud_run_v2_job.this.location
}

output "service_account_email" {
  description = "Service account that the job runs as."
  value       = var.service_account_email
}

output "contract" {
  description = "Name, identifier and region of this job."
  value = {
    name     = google_cloud_run_v2_job.this.name
    id       = google_cloud_run_v2_job.this.id
    location = google_cloud_run_v2_job.this.location
  }
}
