# The bucket for states cannot hold the state that makes it, at first. Afterwards it can:
# see README.md, "Move the state of bootstrap".
terraform {
  backend "local" {}
}
