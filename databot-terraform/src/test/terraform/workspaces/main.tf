terraform {
  backend "local" {
    path          = "elsewhere/here.tfstate"
    workspace_dir = "spaces"
  }
}

resource "terraform_data" "workspace" {
  input = terraform.workspace
}

output "workspace" { value = terraform.workspace }
