variable "label" { type = string }

resource "terraform_data" "here" {
  input = var.label
}

module "inner" {
  source = "./inner"
  count  = 2
  label  = var.label
}

output "label" { value = var.label }
