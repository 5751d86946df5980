output "state_bucket" {
  description = "Name of the state bucket, for backend.hcl and the variable state_bucket of prod."
  value       = module.state_bucket.name
}

output "backend_hcl" {
  description = "Content of environments/prod/backend.hcl."
  value       = "bucket = \"${module.state_bucket.name}\"\n"
}
