# The bucket is made by ../../bootstrap and named in backend.hcl (see backend.hcl.example).
# Credentials never go there: terraform init would keep them in clear under .terraform/.
terraform {
  backend "gcs" {
    prefix = "databot/prod"
  }
}
