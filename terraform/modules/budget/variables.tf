variable "project_id" {
  description = "Google Cloud project whose spending is watched."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id))
    error_message = "project_id must have 6 to 30 lower-case letters, digits or hyphens, start with a letter and not end with a hyphen."
  }
}

variable "enabled" {
  description = "Whether the budget exists."
  type        = bool
  default     = true
  nullable    = false

  validation {
    condition     = !var.enabled || (var.billing_account != null && var.project_number != null)
    error_message = "A budget needs billing_account and project_number."
  }
}

variable "billing_account" {
  description = "Billing account of the project, such as `012345-6789AB-CDEF01`."
  type        = string
  default     = null

  validation {
    condition     = var.billing_account == null || can(regex("^[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}$", var.billing_account))
    error_message = "billing_account must look like 012345-6789AB-CDEF01."
  }
}

variable "project_number" {
  description = "Number of the project: the budget filters by it, and an id would be planned again and again."
  type        = string
  default     = null

  validation {
    condition     = var.project_number == null || can(regex("^[1-9][0-9]*$", var.project_number))
    error_message = "project_number must be the number of the project, not its id."
  }
}

variable "display_name" {
  description = "Name of the budget for people; null means one made from the project id."
  type        = string
  default     = null

  validation {
    condition     = var.display_name == null || try(length(var.display_name) >= 1 && length(var.display_name) <= 60, false)
    error_message = "display_name must have 1 to 60 characters."
  }
}

variable "amount" {
  description = "Budget for one calendar month, in whole units of the currency of the billing account."
  type        = number
  default     = 100
  nullable    = false

  validation {
    condition     = var.amount >= 1 && floor(var.amount) == var.amount
    error_message = "amount must be a whole number, at least 1."
  }
}

variable "thresholds" {
  description = "Shares of the amount at which a mail is sent once they are spent."
  type        = list(number)
  default     = [0.5, 0.9, 1]
  nullable    = false

  validation {
    condition     = length(var.thresholds) > 0 && alltrue([for share in var.thresholds : share > 0 && share <= 10])
    error_message = "thresholds must name at least one share, above 0 and up to 10 (0.5 is half of the amount)."
  }
}

variable "forecast_thresholds" {
  description = "Shares of the amount at which a mail is sent once they are forecast for the month."
  type        = list(number)
  default     = [1]
  nullable    = false

  validation {
    condition     = alltrue([for share in var.forecast_thresholds : share > 0 && share <= 10])
    error_message = "forecast_thresholds must be above 0 and up to 10."
  }
}

variable "notification_channels" {
  description = "Notification channels beside the billing administrators, at most five."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.notification_channels) <= 5
    error_message = "A budget takes at most five notification channels."
  }

  validation {
    condition     = alltrue([for channel in var.notification_channels : can(regex("^projects/[^/]+/notificationChannels/[^/]+$", channel))])
    error_message = "A channel must look like projects/P/notificationChannels/N."
  }
}
