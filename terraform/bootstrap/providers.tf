provider "google" {
  project = var.project_id
  region  = var.location

  billing_project       = var.project_id
  user_project_override = true
}
