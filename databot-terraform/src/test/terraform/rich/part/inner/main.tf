variable "label" { type = string }

resource "terraform_data" "here" {
  for_each = toset(["k", "k.k"])
  input    = "${var.label}/${each.key}"
}

data "terraform_remote_state" "other" {
  backend = "local"
  config  = { path = "${path.module}/other-state.json" }
}
