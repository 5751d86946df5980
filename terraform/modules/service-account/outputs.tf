output "email" {
  description = "Email of the account."
  value       = google_service_account.this.email
}

output "member" {
  description = "The account as an IAM member, `serviceAccount:EMAIL`."
  value       = google_service_account.this.member
}

output "id" {
  description = "Identifier of the account in Terraform."
  value       = google_service_account.this.id
}

output "unique_id" {
  description = "Numeric id of the account, which is never used again."
  value       = google_service_account.this.unique_id
}

output "name" {
  description = "Full resource name of the account."
  value       = google_service_account.this.name
}

output "key" {
  description = "Key file as base64-encoded JSON, or null. Sensitive, and in the state in clear."
  value       = one(google_service_account_key.this[*].private_key)
  sensitive   = true
}

output "contract" {
  description = "What Databot's discovery needs to know of this account. Never the key."
  value = {
    email     = google_service_account.this.email
    member    = google_service_account.this.member
    unique_id = google_service_account.this.unique_id
  }
}
