locals {
  # The app's own numbers (Embedded Metric Format) carry this one dimension.
  app_namespace  = "MoviesViewer"
  app_dimensions = { service = var.function_name }

  live = { FunctionName = var.function_name, Resource = "${var.function_name}:${var.alias_name}" }

  # Each looks at five minutes and rings above its threshold; periods says in how many of them in a row.
  alarms = {
    errors = {
      text      = "The server function fails", namespace = "AWS/Lambda", metric = "Errors", dimensions = local.live
      statistic = "Sum", threshold = 0, periods = 2
    }
    answers-5xx = {
      text      = "Visitors get 5xx answers", namespace = "AWS/Lambda", metric = "Url5xxCount", dimensions = local.live
      statistic = "Sum", threshold = 5, periods = 1
    }
    slow = {
      text      = "One answer of twenty takes longer than three seconds", namespace = "AWS/Lambda", metric = "Duration", dimensions = local.live
      statistic = "p95", threshold = 3000, periods = 3
    }
    throttles = {
      text      = "Requests are turned away: the concurrency cap is too low", namespace = "AWS/Lambda", metric = "Throttles", dimensions = local.live
      statistic = "Sum", threshold = 0, periods = 1
    }
    dead-letters = {
      text       = "The cache could not be cleared as asked", namespace = "AWS/SQS", metric = "ApproximateNumberOfMessagesVisible"
      dimensions = { QueueName = var.dead_letter_queue_name }
      statistic  = "Maximum", threshold = 0, periods = 1
    }
    key-refused = {
      text      = "TMDB refuses the read key: give a new one", namespace = local.key_namespace, metric = local.key_metric, dimensions = {}
      statistic = "Sum", threshold = 0, periods = 1
    }
    uncounted-answers = {
      text      = "Answers are not counted: DynamoDB is out of reach", namespace = local.app_namespace, metric = "UncountedAnswers", dimensions = local.app_dimensions
      statistic = "Sum", threshold = 0, periods = 2
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "alarm" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.text
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = startswith(each.value.statistic, "p") ? null : each.value.statistic
  extended_statistic  = startswith(each.value.statistic, "p") ? each.value.statistic : null
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.threshold
  period              = 300
  evaluation_periods  = each.value.periods
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}

# With few answers the ratio says nothing, so it counts as good below a hundred an hour.
resource "aws_cloudwatch_metric_alarm" "hit_ratio" {
  alarm_name          = "${var.name}-hit-ratio"
  alarm_description   = "Fewer than one answer in five comes from the cache"
  comparison_operator = "LessThanThreshold"
  threshold           = 0.2
  evaluation_periods  = 2
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]

  metric_query {
    id          = "ratio"
    label       = "Hit ratio"
    expression  = "IF(FILL(hits, 0) + FILL(fetches, 0) < 100, 1, FILL(hits, 0) / (FILL(hits, 0) + FILL(fetches, 0)))"
    return_data = true
  }

  dynamic "metric_query" {
    for_each = { hits = "Hits", fetches = "Fetches" }

    content {
      id = metric_query.key

      metric {
        namespace   = local.app_namespace
        metric_name = metric_query.value
        dimensions  = local.app_dimensions
        stat        = "Sum"
        period      = 3600
      }
    }
  }
}
