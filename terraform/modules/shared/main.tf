# No provider and no resource: settings go in, names, labels and the contract come out.
# A root uses it twice at once: names and labels flow to the other modules, and their
# contracts flow back. Terraform orders single variables and outputs, so this is no cycle.

locals {
  # A project that already carries the environment in its name does not get it twice.
  prefix = endswith(var.project_id, "-${var.environment}") ? var.project_id : "${var.project_id}-${var.environment}"

  zone = coalesce(var.zone, "${var.region}-b")

  labels = tomap(merge(var.labels, {
    databot_environment = var.environment
    databot_managed_by  = "terraform"
  }))
}
