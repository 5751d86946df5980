output "name" {
  description = "Resource name of the budget, or null."
  value       = one(google_billing_budget.this[*].name)
}

output "contract" {
  description = "Whether there is a budget, and its amount for a month."
  value = {
    enabled = var.enabled
    amount  = var.enabled ? var.amount : null
  }
}
