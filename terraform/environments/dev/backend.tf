# Dev is short-lived and belongs to one person: its state is a file in this folder, not committed.
terraform {
  backend "local" {}
}
