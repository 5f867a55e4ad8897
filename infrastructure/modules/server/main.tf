resource "aws_lambda_function" "server" {
  function_name = var.name
  description   = "Renders pages and answers /api"
  role          = aws_iam_role.server.arn

  filename         = var.package
  source_code_hash = fileexists(var.package) ? filebase64sha256(var.package) : null
  handler          = var.handler
  runtime          = "nodejs22.x"
  architectures    = ["arm64"]

  memory_size                    = var.memory_mb
  timeout                        = var.timeout_seconds
  reserved_concurrent_executions = var.reserved_concurrency

  layers = var.tracing_layer_arn == null ? [] : [var.tracing_layer_arn]

  # Every change makes a version, which `live` may move to, and back.
  publish = true

  environment {
    variables = merge(
      { for name, value in var.environment : name => value if value != null },
      {
        CACHE_TABLE_NAME        = var.table.name
        TMDB_READ_KEY_PARAMETER = var.parameter.name
        # The dimension of the app's numbers, so that stages don't add up in each other's.
        POWERTOOLS_SERVICE_NAME = var.name
      },
      # The layer's script, which starts Node with a tracer provider (https://aws-otel.github.io/docs/getting-started/lambda).
      var.tracing_layer_arn == null ? {} : { AWS_LAMBDA_EXEC_WRAPPER = "/opt/otel-instrument" },
    )
  }

  tracing_config {
    mode = var.tracing ? "Active" : "PassThrough"
  }

  # Without them the first requests would fail, and Lambda would make a log group that is kept forever.
  depends_on = [aws_cloudwatch_log_group.server, aws_iam_role_policy.server]

  lifecycle {
    precondition {
      condition     = fileexists(var.package)
      error_message = "There is no ${var.package}. Run `npm run cloud:build` first."
    }
  }
}

# What visitors get. A release moves it after its version was found healthy, so Terraform must not move it back.
resource "aws_lambda_alias" "live" {
  name             = "live"
  description      = "The version that visitors get"
  function_name    = aws_lambda_function.server.function_name
  function_version = aws_lambda_function.server.version

  lifecycle {
    ignore_changes = [function_version, description]
  }
}

# Not public: only who may sign for it (CloudFront, see the site) gets an answer.
resource "aws_lambda_function_url" "live" {
  function_name      = aws_lambda_function.server.function_name
  qualifier          = aws_lambda_alias.live.name
  authorization_type = "AWS_IAM"
  invoke_mode        = "BUFFERED"
}

# Lambda writes to this name by default.
resource "aws_cloudwatch_log_group" "server" {
  name              = "/aws/lambda/${var.name}"
  retention_in_days = var.log_retention_days
}
