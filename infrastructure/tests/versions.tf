# `terraform init` wants a configuration beside the tests; what they test is in ../modules and ../bootstrap.
terraform {
  required_version = ">= 1.11"
}
