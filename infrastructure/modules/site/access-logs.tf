# CloudFront's access logs, where they are wanted. Neither addresses nor query strings go in: these tell who looked for what.

locals {
  access_logs = var.access_log_days > 0 ? 1 : 0
}

data "aws_caller_identity" "current" {}

resource "aws_s3_bucket" "access_logs" {
  count    = local.access_logs
  provider = aws.us_east_1

  bucket_prefix = "${var.name}-logs-"
  force_destroy = true
}

resource "aws_s3_bucket_public_access_block" "access_logs" {
  count    = local.access_logs
  provider = aws.us_east_1
  bucket   = aws_s3_bucket.access_logs[0].id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_lifecycle_configuration" "access_logs" {
  count    = local.access_logs
  provider = aws.us_east_1
  bucket   = aws_s3_bucket.access_logs[0].id

  rule {
    id     = "expire"
    status = "Enabled"

    filter {}

    expiration {
      days = var.access_log_days
    }
  }
}

resource "aws_s3_bucket_policy" "access_logs" {
  count    = local.access_logs
  provider = aws.us_east_1
  bucket   = aws_s3_bucket.access_logs[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "CloudFrontDeliversLogs"
        Effect    = "Allow"
        Principal = { Service = "delivery.logs.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = "${aws_s3_bucket.access_logs[0].arn}/*"
        Condition = {
          StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id }
          ArnLike      = { "aws:SourceArn" = aws_cloudwatch_log_delivery_source.access_logs[0].arn }
        }
      },
      {
        Sid       = "NobodyWithoutTls"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [aws_s3_bucket.access_logs[0].arn, "${aws_s3_bucket.access_logs[0].arn}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })

  depends_on = [aws_s3_bucket_public_access_block.access_logs]
}

resource "aws_cloudwatch_log_delivery_source" "access_logs" {
  count    = local.access_logs
  provider = aws.us_east_1

  name         = var.name
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.site.arn
}

resource "aws_cloudwatch_log_delivery_destination" "access_logs" {
  count    = local.access_logs
  provider = aws.us_east_1

  name          = var.name
  output_format = "json"

  delivery_destination_configuration {
    destination_resource_arn = aws_s3_bucket.access_logs[0].arn
  }
}

resource "aws_cloudwatch_log_delivery" "access_logs" {
  count    = local.access_logs
  provider = aws.us_east_1

  delivery_source_name     = aws_cloudwatch_log_delivery_source.access_logs[0].name
  delivery_destination_arn = aws_cloudwatch_log_delivery_destination.access_logs[0].arn

  record_fields = [
    "date", "time", "x-edge-location", "sc-bytes", "cs-method", "cs-uri-stem", "sc-status",
    "x-edge-result-type", "x-edge-request-id", "cs-protocol", "time-taken", "ssl-protocol",
    "x-edge-response-result-type", "cs-protocol-version", "time-to-first-byte", "sc-content-type", "sc-content-len",
  ]

  depends_on = [aws_s3_bucket_policy.access_logs]
}
