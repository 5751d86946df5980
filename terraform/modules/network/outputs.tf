output "network" {
  description = "Identifier of the network."
  value       = google_compute_network.this.id
}

output "subnet" {
  description = "Identifier of the subnetwork, known only once its way out exists."
  value       = google_compute_subnetwork.this.id
  depends_on  = [google_compute_router_nat.this]
}

output "contract" {
  description = "Network and subnetwork, for the modules that attach to them."
  value = {
    network = google_compute_network.this.id
    subnet  = google_compute_subnetwork.this.id
  }
}
