output "id" {
  description = "Identifier of the instance, `projects/P/locations/Z/instances/N`."
  value       = google_workbench_instance.this.id
}

output "name" {
  description = "Name of the instance."
  value       = google_workbench_instance.this.name
}

output "zone" {
  description = "Zone of the instance."
  value       = google_workbench_instance.this.location
}

output "state" {
  description = "State of the instance when Terraform last looked, such as `ACTIVE` or `STOPPED`."
  value       = google_workbench_instance.this.state
}

output "proxy_uri" {
  description = "Host of JupyterLab behind Google's proxy."
  value       = google_workbench_instance.this.proxy_uri
}

output "service_account_email" {
  description = "Service account that the machine runs as."
  value       = var.service_account_email
}

output "contract" {
  description = "What Databot's discovery needs to know of this instance."
  value = {
    name          = google_workbench_instance.this.name
    id            = google_workbench_instance.this.id
    zone          = google_workbench_instance.this.location
    state         = google_workbench_instance.this.state
    desired_state = var.desired_state
    proxy_uri     = google_workbench_instance.this.proxy_uri
  }
}
