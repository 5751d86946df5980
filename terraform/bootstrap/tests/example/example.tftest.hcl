# Run with -var-file=terraform.tfvars.example: the example plans as it is.

mock_provider "google" {}

run "example_plans_as_it_is" {
  assert {
    condition     = output.state_bucket == "acme-robots-prod-tfstate"
    error_message = "The example makes the state bucket."
  }
}
