module "apis" {
  source = "../modules/gcp-apis"

  project_id = var.project_id
  apis       = ["cloudresourcemanager.googleapis.com", "iam.googleapis.com", "serviceusage.googleapis.com", "storage.googleapis.com"]
}

# Private, versioned and not to be destroyed: whoever loses the state loses the infrastructure.
module "state_bucket" {
  source = "../modules/storage"

  project_id  = module.apis.project_id
  environment = "prod"
  name        = coalesce(var.bucket_name, "${var.project_id}-tfstate")
  role        = "state"
  location    = var.location
  labels      = var.labels

  versioning          = true
  noncurrent_versions = { keep = 30 }
  soft_delete_seconds = 604800
  kms_key_name        = var.kms_key_name

  iam = merge(
    { for key, member in var.writers : "writer_${key}" => { role = "roles/storage.objectUser", member = member } },
    { for key, member in var.readers : "reader_${key}" => { role = "roles/storage.objectViewer", member = member } },
  )
}
