terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
      # What CloudFront uses (certificate, firewall, log delivery) has to be in us-east-1.
      configuration_aliases = [aws, aws.us_east_1]
    }
  }
}
