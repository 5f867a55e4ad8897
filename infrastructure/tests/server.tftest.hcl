# The server function: who may call it, what it may do, and how a release reaches visitors.

mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

variables {
  name      = "movies-viewer-test-server"
  package   = "fixtures/open-next/server.zip"
  table     = { name = "movies-viewer-test-cache", arn = "arn:aws:dynamodb:eu-west-3:123456789012:table/movies-viewer-test-cache" }
  parameter = { name = "/movies-viewer/test/tmdb-read-key", arn = "arn:aws:ssm:eu-west-3:123456789012:parameter/movies-viewer/test/tmdb-read-key" }
}

run "server" {
  command = plan

  module {
    source = "../modules/server"
  }

  variables {
    environment = { CACHE_WINDOW_SECONDS = "60", TMDB_API_URL = null }
  }

  assert {
    condition     = aws_lambda_function_url.live.authorization_type == "AWS_IAM"
    error_message = "The Function URL is open to everybody."
  }

  assert {
    condition     = aws_lambda_function_url.live.qualifier == "live" && aws_lambda_function_url.live.invoke_mode == "BUFFERED"
    error_message = "The URL leads to the live version, and answers in one piece."
  }

  assert {
    condition     = length(aws_lambda_function_url.live.cors) == 0
    error_message = "CORS is the app's own matter."
  }

  # Exact, so that whatever is added shows up here. The log group's streams have no names beforehand.
  assert {
    condition = jsonencode({
      for statement in jsondecode(aws_iam_role_policy.server.policy).Statement :
      statement.Sid => [statement.Effect, statement.Action, statement.Resource]
      }) == jsonencode({
      Cache   = ["Allow", ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"], [var.table.arn]]
      ReadKey = ["Allow", ["ssm:GetParameter"], [var.parameter.arn]]
      Logs    = ["Allow", ["logs:CreateLogStream", "logs:PutLogEvents"], ["${aws_cloudwatch_log_group.server.arn}:log-stream:*"]]
    })
    error_message = "The server may do more, or less, than it needs."
  }

  assert {
    condition     = jsondecode(aws_iam_role.server.assume_role_policy).Statement[*].Principal == [{ Service = "lambda.amazonaws.com" }]
    error_message = "Only Lambda takes the role."
  }

  assert {
    condition     = aws_lambda_function.server.publish && aws_lambda_alias.live.name == "live"
    error_message = "Visitors get a published version, by the alias that a release moves."
  }

  assert {
    condition     = aws_lambda_function.server.source_code_hash == filebase64sha256(var.package)
    error_message = "A new build has to make a new version."
  }

  assert {
    condition = (
      aws_lambda_function.server.runtime == "nodejs22.x" && aws_lambda_function.server.handler == "index.handler" &&
      aws_lambda_function.server.architectures == tolist(["arm64"]) && aws_lambda_function.server.timeout == 15
    )
    error_message = "Runtime, processor or time differ from what the bundle is made for."
  }

  assert {
    condition = one(aws_lambda_function.server.environment).variables == tomap({
      CACHE_TABLE_NAME        = var.table.name
      TMDB_READ_KEY_PARAMETER = var.parameter.name
      POWERTOOLS_SERVICE_NAME = var.name
      CACHE_WINDOW_SECONDS    = "60"
    })
    error_message = "The environment has what is given, leaves out what is null, and holds no key."
  }

  assert {
    condition     = aws_cloudwatch_log_group.server.name == "/aws/lambda/movies-viewer-test-server" && aws_cloudwatch_log_group.server.retention_in_days == 30
    error_message = "Logs go where Lambda writes them, and end some day."
  }

  assert {
    condition     = one(aws_lambda_function.server.tracing_config).mode == "PassThrough" && aws_lambda_function.server.reserved_concurrent_executions == -1
    error_message = "Tracing and the concurrency cap are optional."
  }
}
