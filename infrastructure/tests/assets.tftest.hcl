# The bucket: CloudFront reads one folder of it, and nobody else reads anything.

mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

run "private_bucket" {
  command = plan

  module {
    source = "../modules/assets"
  }

  variables {
    name             = "movies-viewer-test-assets"
    prefix           = "_assets"
    distribution_arn = "arn:aws:cloudfront::123456789012:distribution/E1EXAMPLE"
  }

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.assets.block_public_acls, aws_s3_bucket_public_access_block.assets.block_public_policy,
      aws_s3_bucket_public_access_block.assets.ignore_public_acls, aws_s3_bucket_public_access_block.assets.restrict_public_buckets,
    ])
    error_message = "The bucket can be made public."
  }

  assert {
    condition = (
      one(aws_s3_bucket_ownership_controls.assets.rule).object_ownership == "BucketOwnerEnforced" &&
      one(one(aws_s3_bucket_server_side_encryption_configuration.assets.rule).apply_server_side_encryption_by_default).sse_algorithm == "AES256"
    )
    error_message = "Objects belong to the account and are encrypted."
  }

  assert {
    condition = jsonencode([
      for statement in jsondecode(aws_s3_bucket_policy.assets.policy).Statement : statement if statement.Effect == "Allow"
      ]) == jsonencode([{
        Sid       = "ThisDistributionReadsAssets"
        Effect    = "Allow"
        Principal = { Service = "cloudfront.amazonaws.com" }
        Action    = "s3:GetObject"
        Resource  = "arn:aws:s3:::bucket/_assets/*"
        Condition = { StringEquals = { "AWS:SourceArn" = "arn:aws:cloudfront::123456789012:distribution/E1EXAMPLE" } }
    }])
    error_message = "Only this distribution reads, and only the folder of assets."
  }

  # A Deny is for everybody, so its `*` takes rights away.
  assert {
    condition = jsonencode([
      for statement in jsondecode(aws_s3_bucket_policy.assets.policy).Statement : statement if statement.Effect != "Allow"
      ]) == jsonencode([{
        Sid       = "NobodyWithoutTls"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = ["arn:aws:s3:::bucket", "arn:aws:s3:::bucket/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }])
    error_message = "Without TLS nobody gets anything."
  }

  assert {
    condition = (
      length(aws_s3_bucket_lifecycle_configuration.assets.rule) == 1 && length(aws_s3_bucket_lifecycle_configuration.assets.rule[0].expiration) == 0 &&
      aws_s3_bucket_lifecycle_configuration.assets.rule[0].abort_incomplete_multipart_upload[0].days_after_initiation == 1
    )
    error_message = "Only broken uploads go by age: what a page of today uses must not."
  }

  assert {
    condition     = aws_s3_bucket.assets.force_destroy
    error_message = "Removing the stack has to remove the files."
  }
}
