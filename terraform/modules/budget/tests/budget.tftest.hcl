mock_provider "google" {}

variables {
  project_id      = "acme-robots-dev"
  billing_account = "012345-6789AB-CDEF01"
  project_number  = "123456789012"
}

run "monthly_with_thresholds_and_forecast" {
  command = plan

  assert {
    condition     = google_billing_budget.this[0].budget_filter[0].calendar_period == "MONTH" && google_billing_budget.this[0].budget_filter[0].projects == toset(["projects/123456789012"])
    error_message = "The budget is for one month of this project."
  }

  assert {
    condition = jsonencode([for rule in google_billing_budget.this[0].threshold_rules : [rule.spend_basis, rule.threshold_percent]]) == jsonencode([
      ["CURRENT_SPEND", 0.5], ["CURRENT_SPEND", 0.9], ["CURRENT_SPEND", 1], ["FORECASTED_SPEND", 1],
    ])
    error_message = "Half, nine tenths, all, and all as forecast."
  }

  assert {
    condition     = google_billing_budget.this[0].amount[0].specified_amount[0].units == "100"
    error_message = "The amount is in whole units, in the currency of the account."
  }
}

run "contract" {
  assert {
    condition     = jsonencode(output.contract) == jsonencode({ enabled = true, amount = 100 })
    error_message = "The contract tells the amount."
  }
}

run "disabled_makes_nothing" {
  command = plan

  variables {
    enabled         = false
    billing_account = null
    project_number  = null
  }

  assert {
    condition     = length(google_billing_budget.this) == 0 && output.name == null
    error_message = "A disabled budget is no budget."
  }
}

run "rejects_enabled_without_account" {
  command = plan

  variables {
    billing_account = null
  }

  expect_failures = [var.enabled]
}

run "rejects_bad_account" {
  command = plan

  variables {
    billing_account = "my-account"
  }

  expect_failures = [var.billing_account]
}

run "rejects_project_id_as_number" {
  command = plan

  variables {
    project_number = "acme-robots-dev"
  }

  expect_failures = [var.project_number]
}

run "rejects_zero_amount" {
  command = plan

  variables {
    amount = 0
  }

  expect_failures = [var.amount]
}

run "rejects_percent_as_threshold" {
  command = plan

  variables {
    thresholds = [50, 90]
  }

  expect_failures = [var.thresholds]
}
