output "project_id" {
  description = "The project, known only once its APIs are enabled: whoever takes it from here waits for them."
  value       = var.project_id
  depends_on  = [google_project_service.this]
}

output "contract" {
  description = "The enabled APIs, sorted."
  value       = sort([for service in google_project_service.this : service.service])
}
