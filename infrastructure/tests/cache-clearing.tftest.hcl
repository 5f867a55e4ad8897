mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

variables {
  name    = "movies-viewer-test"
  package = "fixtures/open-next/cache-clearer.zip"
  table   = { name = "movies-viewer-test-cache", arn = "arn:aws:dynamodb:eu-west-3:123456789012:table/movies-viewer-test-cache" }
}

run "event_to_worker" {
  command = plan

  module {
    source = "../modules/cache-clearing"
  }

  override_resource {
    target          = aws_sqs_queue.dead_letters
    values          = { arn = "arn:aws:sqs:eu-west-3:123456789012:dead-letters" }
    override_during = plan
  }

  assert {
    condition = (
      jsonencode(jsondecode(aws_cloudwatch_event_rule.clear_cache.event_pattern)) == jsonencode({ source = ["movies-viewer"], detail-type = ["Clear cache"] }) &&
      aws_cloudwatch_event_target.queue.arn == aws_sqs_queue.clear_cache.arn && aws_cloudwatch_event_target.queue.event_bus_name == "movies-viewer-test"
    )
    error_message = "The event does not reach the queue."
  }

  assert {
    condition = jsonencode([
      for statement in jsondecode(aws_sqs_queue_policy.clear_cache.policy).Statement :
      [statement.Effect, statement.Principal, statement.Action, statement.Resource, try(statement.Condition, null)]
      ]) == jsonencode([[
        "Allow", { Service = "events.amazonaws.com" }, "sqs:SendMessage", aws_sqs_queue.clear_cache.arn,
        { ArnEquals = { "aws:SourceArn" = aws_cloudwatch_event_rule.clear_cache.arn } },
    ]])
    error_message = "Only the one rule may send."
  }

  assert {
    condition = (
      jsondecode(aws_sqs_queue.clear_cache.redrive_policy).deadLetterTargetArn == aws_sqs_queue.dead_letters.arn &&
      jsondecode(aws_sqs_queue.clear_cache.redrive_policy).maxReceiveCount == 5 &&
      aws_sqs_queue.dead_letters.message_retention_seconds == 1209600
    )
    error_message = "What can't be done five times has to be put aside, for as long as SQS keeps it."
  }

  assert {
    condition     = aws_sqs_queue.clear_cache.sqs_managed_sse_enabled && aws_sqs_queue.dead_letters.sqs_managed_sse_enabled
    error_message = "Queues are encrypted."
  }

  assert {
    condition     = aws_lambda_function.worker.timeout == 900 && aws_sqs_queue.clear_cache.visibility_timeout_seconds >= 6 * aws_lambda_function.worker.timeout
    error_message = "A large table takes its time, and a message must not come again while the worker is at it."
  }

  assert {
    condition = (
      aws_lambda_event_source_mapping.worker.event_source_arn == aws_sqs_queue.clear_cache.arn &&
      toset(aws_lambda_event_source_mapping.worker.function_response_types) == toset(["ReportBatchItemFailures"]) &&
      aws_lambda_event_source_mapping.worker.batch_size == 10 &&
      one(aws_lambda_event_source_mapping.worker.scaling_config).maximum_concurrency == 2
    )
    error_message = "Only what failed is tried again, and clearing leaves room for visitors."
  }

  assert {
    condition = jsonencode({
      for statement in jsondecode(aws_iam_role_policy.worker.policy).Statement :
      statement.Sid => [statement.Effect, statement.Action, statement.Resource]
      }) == jsonencode({
      Cache = ["Allow", ["dynamodb:Scan", "dynamodb:GetItem", "dynamodb:DeleteItem", "dynamodb:UpdateItem"], [var.table.arn]]
      Queue = ["Allow", ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], [aws_sqs_queue.clear_cache.arn]]
      Logs  = ["Allow", ["logs:CreateLogStream", "logs:PutLogEvents"], ["${aws_cloudwatch_log_group.worker.arn}:log-stream:*"]]
    })
    error_message = "The worker may do more, or less, than it needs."
  }

  assert {
    condition     = jsondecode(aws_iam_role.worker.assume_role_policy).Statement[*].Principal == [{ Service = "lambda.amazonaws.com" }]
    error_message = "Only Lambda takes the role."
  }

  assert {
    condition     = aws_cloudwatch_log_group.worker.name == "/aws/lambda/${aws_lambda_function.worker.function_name}" && aws_cloudwatch_log_group.worker.retention_in_days == 30
    error_message = "Logs go where Lambda writes them, and end some day."
  }

  assert {
    condition     = one(aws_lambda_function.worker.environment).variables == tomap({ CACHE_TABLE_NAME = "movies-viewer-test-cache" })
    error_message = "The worker knows the table and nothing else."
  }
}

run "no_package" {
  command = plan

  module {
    source = "../modules/cache-clearing"
  }

  variables {
    package = "fixtures/open-next/none.zip"
  }

  expect_failures = [aws_lambda_function.worker]
}
