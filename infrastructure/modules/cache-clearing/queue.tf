# An event asks for the cache to be cleared; the queue keeps it until the worker has done so.

resource "aws_cloudwatch_event_bus" "bus" {
  name = var.name
}

resource "aws_cloudwatch_event_rule" "clear_cache" {
  name           = "${var.name}-clear-cache"
  event_bus_name = aws_cloudwatch_event_bus.bus.name

  event_pattern = jsonencode({
    source      = ["movies-viewer"]
    detail-type = ["Clear cache"]
  })
}

resource "aws_cloudwatch_event_target" "queue" {
  rule           = aws_cloudwatch_event_rule.clear_cache.name
  event_bus_name = aws_cloudwatch_event_bus.bus.name
  arn            = aws_sqs_queue.clear_cache.arn
}

resource "aws_sqs_queue" "clear_cache" {
  name                    = "${var.name}-clear-cache"
  sqs_managed_sse_enabled = true
  # Six times what the worker may take: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
  visibility_timeout_seconds = 6 * local.timeout_seconds

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead_letters.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "dead_letters" {
  name                      = "${var.name}-clear-cache-dead-letters"
  sqs_managed_sse_enabled   = true
  message_retention_seconds = 14 * 24 * 60 * 60
}

resource "aws_sqs_queue_policy" "clear_cache" {
  queue_url = aws_sqs_queue.clear_cache.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "ThisRuleSends"
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.clear_cache.arn
      Condition = { ArnEquals = { "aws:SourceArn" = aws_cloudwatch_event_rule.clear_cache.arn } }
    }]
  })
}
