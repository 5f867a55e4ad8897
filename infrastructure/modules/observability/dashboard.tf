locals {
  region = data.aws_region.current.id

  app        = [for name in ["Hits", "Fetches", "StaleHits", "FailedAnswers", "UncountedAnswers"] : [local.app_namespace, name, "service", var.function_name]]
  on_live    = ["FunctionName", local.live.FunctionName, "Resource", local.live.Resource]
  cloudfront = ["Region", "Global", "DistributionId", var.distribution_id]

  ratio = [
    [{ expression = "100 * hits / (hits + fetches)", label = "Hit ratio, %", id = "ratio" }],
    [local.app_namespace, "Hits", "service", var.function_name, { id = "hits", visible = false }],
    [local.app_namespace, "Fetches", "service", var.function_name, { id = "fetches", visible = false }],
  ]

  # What an operator asks: each answer is of the whole time that the dashboard shows.
  questions = [
    {
      type = "metric"
      properties = {
        title = "Calls to TMDB: saved, made", region = local.region, view = "singleValue", stat = "Sum", period = 300
        # One number for all of the time, not the last of many.
        setPeriodToTimeRange = true
        metrics = [
          [{ expression = "SUM([hits, stale])", label = "Saved", id = "saved" }],
          [{ expression = "SUM([fetches, failures])", label = "Made", id = "made" }],
          [local.app_namespace, "Hits", "service", var.function_name, { id = "hits", visible = false }],
          [local.app_namespace, "StaleHits", "service", var.function_name, { id = "stale", visible = false }],
          [local.app_namespace, "Fetches", "service", var.function_name, { id = "fetches", visible = false }],
          [local.app_namespace, "OriginFailures", "service", var.function_name, { id = "failures", visible = false }],
        ]
      }
    },
    {
      type = "log"
      properties = {
        title = "What is hot", region = local.region, view = "table"
        query = join(" | ", [
          "SOURCE '${var.log_group_name}'",
          "filter event = 'answer'",
          "stats count(*) as answers, sum(Hits) as hits, sum(Fetches) as fetches by keyHash",
          "sort answers desc",
          "limit 20",
        ])
      }
    },
    {
      # AWS tells it a few times a day, once the account's billing preferences ask for it.
      type = "metric"
      properties = {
        title = "The account's month so far, US dollars", region = "us-east-1", view = "singleValue", stat = "Maximum", period = 21600
        metrics = concat(
          [["AWS/Billing", "EstimatedCharges", "Currency", "USD", { label = "All" }]],
          [
            for label, service in { CloudFront = "AmazonCloudFront", CloudWatch = "AmazonCloudWatch", DynamoDB = "AmazonDynamoDB", Lambda = "AWSLambda" } :
            ["AWS/Billing", "EstimatedCharges", "ServiceName", service, "Currency", "USD", { label = label }]
          ],
        )
      }
    },
  ]

  graphs = [
    { title = "Requests at CloudFront", region = "us-east-1", stat = "Sum", metrics = [concat(["AWS/CloudFront", "Requests"], local.cloudfront)] },
    { title = "Answers", region = local.region, stat = "Sum", metrics = local.app },
    { title = "Hit ratio", region = local.region, stat = "Sum", metrics = local.ratio },
    {
      title = "TMDB: calls, failures, cool-downs", region = local.region, stat = "Sum"
      metrics = [
        for name in ["Fetches", "OriginFailures", "OriginUnasked", "CoolDowns"] : [local.app_namespace, name, "service", var.function_name]
      ]
    },
    {
      title = "Errors at CloudFront, %", region = "us-east-1", stat = "Average"
      metrics = [
        for name in ["4xxErrorRate", "5xxErrorRate"] : concat(["AWS/CloudFront", name], local.cloudfront)
      ]
    },
    {
      title = "Server: errors, throttles", region = local.region, stat = "Sum"
      metrics = [
        for name in ["Errors", "Throttles", "Url5xxCount"] : concat(["AWS/Lambda", name], local.on_live)
      ]
    },
    {
      title = "Server: duration, ms", region = local.region, stat = "p50"
      metrics = [
        for stat in ["p50", "p95", "p99"] : concat(["AWS/Lambda", "Duration"], local.on_live, [{ stat = stat, label = stat }])
      ]
    },
    {
      title = "Time in DynamoDB and at TMDB, ms (p95)", region = local.region, stat = "p95"
      metrics = [
        for name in ["StoreTime", "OriginTime"] : [local.app_namespace, name, "service", var.function_name]
      ]
    },
    {
      title = "Hits per window", region = local.region, stat = "p95"
      metrics = [
        for stat in ["p50", "p95", "Maximum"] : [local.app_namespace, "HitsPerWindow", "service", var.function_name, { stat = stat, label = stat }]
      ]
    },
    {
      title = "Cache under strain", region = local.region, stat = "Sum"
      metrics = [
        for name in ["StoreFailures", "OwedHits", "LostHits", "Waits", "Takeovers"] : [local.app_namespace, name, "service", var.function_name]
      ]
    },
    {
      title = "Table: consumed capacity", region = local.region, stat = "Sum"
      metrics = [
        for name in ["ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits"] : ["AWS/DynamoDB", name, "TableName", var.table_name]
      ]
    },
    {
      title = "Cache clearing: waiting, given up", region = local.region, stat = "Maximum"
      metrics = [
        for queue in [var.queue_name, var.dead_letter_queue_name] : ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", queue]
      ]
    },
  ]
}

# Fifteen widgets, three in a row of CloudWatch's 24 columns, of the last day unless another time is chosen.
resource "aws_cloudwatch_dashboard" "dashboard" {
  dashboard_name = var.name

  dashboard_body = jsonencode({
    start = "-P1D"
    widgets = [
      for index, widget in concat(local.questions, [
        for graph in local.graphs : { type = "metric", properties = merge({ view = "timeSeries", period = 300 }, graph) }
        ]) : {
        type       = widget.type
        x          = 8 * (index % 3)
        y          = 6 * floor(index / 3)
        width      = 8
        height     = 6
        properties = widget.properties
      }
    ]
  })
}
