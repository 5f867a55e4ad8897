locals {
  worker = "${var.name}-cache-clearer"
  # As long as Lambda allows. What is left of a large table is done by the next delivery.
  timeout_seconds = 900
}

resource "aws_lambda_function" "worker" {
  function_name = local.worker
  description   = "Clears the cache, asked by events"
  role          = aws_iam_role.worker.arn

  filename         = var.package
  source_code_hash = fileexists(var.package) ? filebase64sha256(var.package) : null
  handler          = "index.handler"
  runtime          = "nodejs22.x"
  architectures    = ["arm64"]

  memory_size = 256
  timeout     = local.timeout_seconds

  environment {
    variables = {
      CACHE_TABLE_NAME = var.table.name
    }
  }

  depends_on = [aws_cloudwatch_log_group.worker, aws_iam_role_policy.worker]

  lifecycle {
    precondition {
      condition     = fileexists(var.package)
      error_message = "There is no ${var.package}. Run `npm run cloud:build` first."
    }
  }
}

resource "aws_lambda_event_source_mapping" "worker" {
  event_source_arn = aws_sqs_queue.clear_cache.arn
  function_name    = aws_lambda_function.worker.arn
  batch_size       = 10
  # What was done is not done again when another message of its batch fails.
  function_response_types = ["ReportBatchItemFailures"]

  # Deleting leaves the table's capacity to visitors.
  scaling_config {
    maximum_concurrency = 2
  }
}

resource "aws_cloudwatch_log_group" "worker" {
  name              = "/aws/lambda/${local.worker}"
  retention_in_days = var.log_retention_days
}

resource "aws_iam_role" "worker" {
  name                 = local.worker
  permissions_boundary = var.permissions_boundary_arn

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "worker" {
  name = "what-the-worker-uses"
  role = aws_iam_role.worker.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Cache"
        Effect   = "Allow"
        Action   = ["dynamodb:Scan", "dynamodb:GetItem", "dynamodb:DeleteItem", "dynamodb:UpdateItem"]
        Resource = [var.table.arn]
      },
      {
        Sid      = "Queue"
        Effect   = "Allow"
        Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
        Resource = [aws_sqs_queue.clear_cache.arn]
      },
      {
        Sid      = "Logs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.worker.arn}:log-stream:*"]
      },
    ]
  })
}
