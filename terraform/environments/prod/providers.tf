provider "google" {
  project = var.project_id
  region  = var.region
  zone    = module.shared.zone

  # Requests count against this project's quota, which billing budgets need.
  billing_project       = var.project_id
  user_project_override = true

  default_labels = module.shared.labels
}
