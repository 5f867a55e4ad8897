# What a server function may have beside, and what it must have.

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

run "environment_of_its_own_never_wins" {
  command = plan

  module {
    source = "../modules/server"
  }

  variables {
    environment = { CACHE_TABLE_NAME = "another" }
  }

  assert {
    condition     = one(aws_lambda_function.server.environment).variables["CACHE_TABLE_NAME"] == var.table.name
    error_message = "The table is the one that the role may use."
  }
}

run "traced_capped_and_bounded" {
  command = plan

  module {
    source = "../modules/server"
  }

  variables {
    tracing                  = true
    tracing_layer_arn        = "arn:aws:lambda:eu-west-3:123456789012:layer:AWSOpenTelemetryDistroJs:1"
    reserved_concurrency     = 50
    log_retention_days       = 7
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
  }

  # The one exception: X-Ray has no resource to name.
  assert {
    condition = [
      for statement in jsondecode(aws_iam_role_policy.server.policy).Statement : [statement.Sid, statement.Action]
      if contains(statement.Resource, "*")
    ] == [["Traces", ["xray:PutTraceSegments", "xray:PutTelemetryRecords"]]]
    error_message = "Only traces may be written without naming where."
  }

  assert {
    condition = (
      one(aws_lambda_function.server.tracing_config).mode == "Active" && aws_lambda_function.server.reserved_concurrent_executions == 50 &&
      aws_cloudwatch_log_group.server.retention_in_days == 7 && aws_iam_role.server.permissions_boundary == "arn:aws:iam::123456789012:policy/boundary"
    )
    error_message = "Tracing, cap, retention and boundary are what is given."
  }

  assert {
    condition = (
      aws_lambda_function.server.layers == tolist(["arn:aws:lambda:eu-west-3:123456789012:layer:AWSOpenTelemetryDistroJs:1"]) &&
      one(aws_lambda_function.server.environment).variables["AWS_LAMBDA_EXEC_WRAPPER"] == "/opt/otel-instrument"
    )
    error_message = "Node is started by the layer that traces."
  }
}

run "a_layer_that_may_not_write" {
  command = plan

  module {
    source = "../modules/server"
  }

  variables {
    tracing_layer_arn = "arn:aws:lambda:eu-west-3:123456789012:layer:AWSOpenTelemetryDistroJs:1"
  }

  expect_failures = [var.tracing_layer_arn]
}

run "no_package" {
  command = plan

  module {
    source = "../modules/server"
  }

  variables {
    package = "fixtures/open-next/none.zip"
  }

  expect_failures = [aws_lambda_function.server]
}
