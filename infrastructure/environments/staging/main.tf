terraform {
  required_version = ">= 1.11"

  # Bucket, key, region and use_lockfile are given at `terraform init`.
  backend "s3" {}

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

locals {
  tags = {
    project = "movies-viewer"
    stage   = "staging"
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = local.tags
  }
}

provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"

  default_tags {
    tags = local.tags
  }
}

module "movies_viewer" {
  source = "../../modules/movies-viewer"

  providers = {
    aws           = aws
    aws.us_east_1 = aws.us_east_1
  }

  stage             = local.tags.stage
  package_directory = "${path.root}/../../../.open-next"

  # What production has, smaller.
  reserved_concurrency = 10
  log_retention_days   = 14

  tmdb_read_key            = var.tmdb_read_key
  tmdb_read_key_version    = var.tmdb_read_key_version
  tmdb_api_url             = var.tmdb_api_url
  tmdb_image_url           = var.tmdb_image_url
  cache_window_seconds     = var.cache_window_seconds
  domain_name              = var.domain_name
  hosted_zone_id           = var.hosted_zone_id
  alarm_email              = var.alarm_email
  monthly_budget_usd       = var.monthly_budget_usd
  permissions_boundary_arn = var.permissions_boundary_arn
}
