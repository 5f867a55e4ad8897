# What has to be there before the first stage: the bucket for Terraform's states, and (optional) what GitHub
# Actions deploys with. Run once for an account and region by a person; its own state stays on that machine.

terraform {
  required_version = ">= 1.11"

  # The path is given at `terraform init`: a file for each bucket, so that no other account's is taken for it.
  backend "local" {}

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      project = "movies-viewer"
      stage   = "bootstrap"
    }
  }
}

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition

  # How ARNs begin: in the stack's own region, in us-east-1 (what CloudFront uses), and for what has no region.
  here = {
    for service in ["cloudwatch", "dynamodb", "events", "kms", "lambda", "logs", "sns", "sqs", "ssm"] :
    service => "arn:${local.partition}:${service}:${var.region}:${local.account}"
  }
  us_east_1 = {
    for service in ["acm", "logs", "wafv2"] : service => "arn:${local.partition}:${service}:us-east-1:${local.account}"
  }
  anywhere = {
    for service in ["budgets", "cloudfront", "cloudwatch", "iam"] : service => "arn:${local.partition}:${service}::${local.account}"
  }
}
