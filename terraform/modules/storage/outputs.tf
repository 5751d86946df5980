output "name" {
  description = "Name of the bucket."
  value       = google_storage_bucket.this.name
}

output "id" {
  description = "Identifier of the bucket in Terraform."
  value       = google_storage_bucket.this.id
}

output "url" {
  description = "The bucket as `gs://NAME`."
  value       = google_storage_bucket.this.url
}

output "self_link" {
  description = "The bucket as a URL of the JSON API."
  value       = google_storage_bucket.this.self_link
}

output "location" {
  description = "Location of the bucket, in upper case as Cloud Storage reports it."
  value       = google_storage_bucket.this.location
}

output "storage_class" {
  description = "Default storage class of new objects."
  value       = google_storage_bucket.this.storage_class
}

output "effective_labels" {
  description = "All labels of the bucket, with those that the provider added."
  value       = google_storage_bucket.this.effective_labels
}

output "deletion_policy" {
  description = "Whether the bucket may be destroyed: `DELETE`, `PREVENT` or `ABANDON`."
  value       = local.deletion_policy
}

output "contract" {
  description = "What Databot's discovery needs to know of this bucket."
  value = {
    name          = google_storage_bucket.this.name
    url           = google_storage_bucket.this.url
    location      = google_storage_bucket.this.location
    storage_class = google_storage_bucket.this.storage_class
    role          = var.role
    versioned     = var.versioning
    ephemeral     = var.delete_after_days != null
  }
}
