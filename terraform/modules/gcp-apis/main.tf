# Nothing is ever disabled: other things in the project may use an API, and disabling one that
# is in use makes a destroy fail half-way.
resource "google_project_service" "this" {
  for_each = setunion(var.apis, var.extra_apis)

  project                    = var.project_id
  service                    = each.value
  disable_on_destroy         = false
  disable_dependent_services = false
}
