variable "generation" {
  type    = string
  default = "one"
}

variable "kept" {
  type    = set(string)
  default = ["stays", "goes"]
}

# The first generation refuses to be destroyed, so that replacing it leaves a deposed object.
resource "google_cloud_run_v2_service" "replaced" {
  for_each            = var.kept
  name                = "${each.key}-${var.generation}"
  location            = "us-central1"
  deletion_protection = var.generation == "one"

  template {
    containers { image = "us-docker.pkg.dev/cloudrun/container/hello" }
  }

  lifecycle { create_before_destroy = true }
}
