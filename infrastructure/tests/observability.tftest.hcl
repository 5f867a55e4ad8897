mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

variables {
  name                   = "movies-viewer-test"
  function_name          = "movies-viewer-test-server"
  alias_name             = "live"
  log_group_name         = "/aws/lambda/movies-viewer-test-server"
  distribution_id        = "E1EXAMPLE"
  table_name             = "movies-viewer-test-cache"
  queue_name             = "movies-viewer-test-clear-cache"
  dead_letter_queue_name = "movies-viewer-test-clear-cache-dead-letters"
}

run "alarms_and_dashboard" {
  command = plan

  module {
    source = "../modules/observability"
  }

  assert {
    condition = keys(aws_cloudwatch_metric_alarm.alarm) == [
      "answers-5xx", "dead-letters", "errors", "key-refused", "slow", "throttles", "uncounted-answers",
    ]
    error_message = "An alarm is missing."
  }

  assert {
    condition = alltrue([
      for alarm in concat(values(aws_cloudwatch_metric_alarm.alarm), [aws_cloudwatch_metric_alarm.hit_ratio]) :
      alarm.alarm_actions == toset([aws_sns_topic.alarms.arn]) && alarm.treat_missing_data == "notBreaching"
    ])
    error_message = "Alarms ring at the topic, and a quiet site is no alarm."
  }

  assert {
    condition = alltrue([
      for name in ["errors", "answers-5xx", "slow", "throttles"] :
      aws_cloudwatch_metric_alarm.alarm[name].dimensions == tomap({ FunctionName = "movies-viewer-test-server", Resource = "movies-viewer-test-server:live" })
    ])
    error_message = "The health check of a version that nobody gets yet must not ring."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.alarm["slow"].extended_statistic == "p95" && aws_cloudwatch_metric_alarm.alarm["slow"].metric_name == "Duration"
    error_message = "Slowness is the 95th percentile."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.alarm["dead-letters"].dimensions["QueueName"] == "movies-viewer-test-clear-cache-dead-letters"
    error_message = "It looks at the wrong queue."
  }

  assert {
    condition = (
      aws_cloudwatch_metric_alarm.alarm["key-refused"].metric_name == one(aws_cloudwatch_log_metric_filter.key_refused.metric_transformation).name &&
      aws_cloudwatch_metric_alarm.alarm["key-refused"].namespace == one(aws_cloudwatch_log_metric_filter.key_refused.metric_transformation).namespace &&
      aws_cloudwatch_log_metric_filter.key_refused.log_group_name == "/aws/lambda/movies-viewer-test-server" &&
      aws_cloudwatch_log_metric_filter.key_refused.pattern == "{ ($.event = \"tmdb-failed\") && ($.error = \"TmdbKey*\") }"
    )
    error_message = "A refused key is not noticed."
  }

  assert {
    condition = { for query in aws_cloudwatch_metric_alarm.hit_ratio.metric_query : query.id => one(query.metric).metric_name if length(query.metric) > 0 } == {
      hits = "Hits", fetches = "Fetches"
    }
    error_message = "The ratio is hits among hits and fetches."
  }

  assert {
    condition = jsonencode([
      for statement in jsondecode(aws_sns_topic_policy.alarms.policy).Statement : [statement.Effect, statement.Principal, statement.Action, try(statement.Condition, null)]
    ]) == jsonencode([["Allow", { Service = "cloudwatch.amazonaws.com" }, "SNS:Publish", { StringEquals = { "aws:SourceAccount" = "123456789012" } }]])
    error_message = "Only alarms of this account ring."
  }

  assert {
    condition = alltrue([
      for metric in [
        "Requests", "Hits", "Fetches", "StaleHits", "FailedAnswers", "UncountedAnswers", "OriginFailures", "OriginUnasked", "CoolDowns", "StoreTime", "OriginTime", "StoreFailures",
        "OwedHits", "LostHits", "Waits", "Takeovers", "HitsPerWindow", "5xxErrorRate", "Throttles", "Duration", "ConsumedWriteCapacityUnits",
      ] : strcontains(aws_cloudwatch_dashboard.dashboard.dashboard_body, "\"${metric}\"")
    ])
    error_message = "The dashboard leaves something out."
  }

  assert {
    condition = alltrue([
      for widget in jsondecode(aws_cloudwatch_dashboard.dashboard.dashboard_body).widgets :
      widget.properties.region == (can(regex("AWS/(CloudFront|Billing)", jsonencode(widget))) ? "us-east-1" : "eu-west-3")
    ])
    error_message = "CloudFront's numbers and the bill's are in us-east-1, all others in the stack's region."
  }

  assert {
    condition = [
      for widget in jsondecode(aws_cloudwatch_dashboard.dashboard.dashboard_body).widgets : widget.properties.title
      if widget.y == 0
      ] == [
      "Calls to TMDB: saved, made", "What is hot", "The account's month so far, US dollars",
    ]
    error_message = "What an operator asks every day stands first."
  }

  assert {
    condition = (
      jsondecode(aws_cloudwatch_dashboard.dashboard.dashboard_body).start == "-P1D" &&
      jsondecode(aws_cloudwatch_dashboard.dashboard.dashboard_body).widgets[0].properties.setPeriodToTimeRange
    )
    error_message = "What was saved is a number for the whole day."
  }

  assert {
    condition = (
      jsondecode(aws_cloudwatch_dashboard.dashboard.dashboard_body).widgets[1].type == "log" &&
      startswith(jsondecode(aws_cloudwatch_dashboard.dashboard.dashboard_body).widgets[1].properties.query, "SOURCE '/aws/lambda/movies-viewer-test-server' | filter event = 'answer' |")
    )
    error_message = "What is hot is counted from the answers in the server's log."
  }

  assert {
    condition     = length(aws_sns_topic_subscription.email) == 0 && length(aws_budgets_budget.month) == 0
    error_message = "What is optional is not there."
  }
}

run "email_and_budget" {
  command = plan

  module {
    source = "../modules/observability"
  }

  variables {
    alarm_email        = "operator@example.org"
    monthly_budget_usd = 20
  }

  assert {
    condition     = aws_sns_topic_subscription.email[0].endpoint == "operator@example.org" && aws_sns_topic_subscription.email[0].protocol == "email"
    error_message = "Nobody hears of alarms."
  }

  assert {
    condition     = aws_budgets_budget.month[0].limit_amount == "20" && length(aws_budgets_budget.month[0].notification) == 2
    error_message = "Nobody hears that it becomes expensive."
  }
}

run "budget_without_email" {
  command = plan

  module {
    source = "../modules/observability"
  }

  variables {
    monthly_budget_usd = 20
  }

  expect_failures = [var.monthly_budget_usd]
}
