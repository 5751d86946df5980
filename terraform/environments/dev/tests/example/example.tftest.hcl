# Run with -var-file=terraform.tfvars.example: the example plans as it is.

mock_provider "google" {
  mock_resource "google_service_account" {
    defaults = {
      name   = "projects/acme-robots-dev/serviceAccounts/databot-dev@acme-robots-dev.iam.gserviceaccount.com"
      email  = "databot-dev@acme-robots-dev.iam.gserviceaccount.com"
      member = "serviceAccount:databot-dev@acme-robots-dev.iam.gserviceaccount.com"
    }
  }

  mock_resource "google_workbench_instance" {
    defaults = {
      state = "STOPPED"
    }
  }

  mock_resource "google_monitoring_notification_channel" {
    defaults = {
      name = "projects/acme-robots-dev/notificationChannels/1"
    }
  }

  mock_resource "google_iam_workload_identity_pool" {
    defaults = {
      name = "projects/123456789012/locations/global/workloadIdentityPools/databot-dev"
    }
  }

  mock_data "google_project" {
    defaults = {
      number = "123456789012"
    }
  }

  mock_data "google_storage_project_service_account" {
    defaults = {
      member = "serviceAccount:service-123456789012@gs-project-accounts.iam.gserviceaccount.com"
    }
  }
}

run "example_plans_as_it_is" {
  assert {
    condition     = output.databot.schema_version == 1 && length(output.databot.buckets) == 3 && length(output.databot.services) == 1 && length(output.databot.workbenches) == 1
    error_message = "The example makes buckets, a service and a workbench."
  }
}
