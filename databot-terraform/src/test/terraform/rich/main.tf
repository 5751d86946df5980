terraform {
  required_providers {
    google = { source = "hashicorp/google", version = "7.45.0" }
    null   = { source = "hashicorp/null", version = "3.2.4" }
    random = { source = "hashicorp/random", version = "3.7.2" }
  }
}

provider "google" {
  project = "acme-robots"
  region  = "us-central1"
}

locals {
  # Every way in which Terraform prints a key.
  keys = toset(["", "plain", "a.b", "a b", "quote\"d", "back\\slash", "line\nfeed", "tab\tcr\r", "$${x}", "%%{y}", "$$", "$$$${z}",
    "0", "x]", "x\"]", "ünïcode", "日本", "nbsp\u00a0here", "zero\u200bwidth", "private\ue000use", "emoji\U0001f600", "tag\U000e0041", "<&>", "nul\u0001", "del\u007f"])
}

resource "terraform_data" "keyed" {
  for_each = local.keys
  input    = { key = each.key, length = length(each.key) }
}

resource "terraform_data" "counted" {
  count = 11
  input = count.index
}

resource "terraform_data" "named-with-hyphen_ü" {
  input = null
}

resource "terraform_data" "data" {
  input = ["a resource named data"]
}

resource "terraform_data" "module" {
  input = { value = "an ordinary object", type = "with these two keys" }
}

resource "terraform_data" "output" {
  input = { exact = 9007199254740993, third = 1 / 3, huge = 1e400, tiny = 1e-30, negative = -0.5 }
}

resource "terraform_data" "secret" {
  input            = sensitive("swordfish-1")
  triggers_replace = { open = "seen", closed = sensitive("swordfish-2"), list = [1, sensitive("swordfish-3")] }
}

resource "random_password" "old" {
  length = 20
}

resource "google_storage_bucket" "data" {
  name     = "acme-rich-data"
  location = "US"
  labels   = { "environment" = "rich", "a-b" = "c" }
  lifecycle_rule {
    action { type = "Delete" }
    condition { age = 30 }
  }
}

resource "google_service_account" "robot" {
  account_id = "robot-rich"
}

resource "google_service_account_key" "robot" {
  service_account_id = google_service_account.robot.name
}

resource "google_storage_bucket" "none" {
  for_each = toset([])
  name     = each.key
  location = "US"
}

data "google_storage_bucket" "read" {
  name = "somebody-elses"
}

data "null_data_source" "looked" {
  count  = 2
  inputs = { position = count.index }
}

module "one" {
  source = "./part"
  label  = "one"
}

module "many" {
  source   = "./part"
  for_each = toset(["a.b", "x\"]", "module.c"])
  label    = each.key
}

module "counted" {
  source = "./part"
  count  = 2
  label  = "counted ${count.index}"
}

output "text" { value = "line\nfeed <&> \u00fc" }
output "numbers" { value = { exact = 9007199254740993, third = 1 / 3, huge = 1e2000, tiny = 1e-30, whole = 3.0 } }
output "tuple" { value = ["a", 1, true, null] }
output "set" { value = toset(["b", "a"]) }
output "map" { value = { "with.dot" = 1, "" = 2, "sp ace" = 3 } }
output "no" { value = null }
output "empty" { value = [] }
output "secret" {
  value     = { deep = ["swordfish-4"] }
  sensitive = true
}
output "databot" { value = { environment = "rich", buckets = { data = { name = google_storage_bucket.data.name } } } }
