# The most that a role of the stack can ever do. The deploy role may make roles only with this boundary, so it can't
# give itself, through a function, what it does not have.
resource "aws_iam_policy" "boundary" {
  count = local.github

  name        = "boundary-of-movies-viewer"
  description = "The most that the functions of Movies viewer may do"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Cache"
        Effect   = "Allow"
        Action   = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:Scan"]
        Resource = ["${local.here.dynamodb}:table/movies-viewer-*-cache"]
      },
      {
        Sid      = "ReadKey"
        Effect   = "Allow"
        Action   = ["ssm:GetParameter"]
        Resource = ["${local.here.ssm}:parameter/movies-viewer/*/tmdb-read-key"]
      },
      {
        Sid      = "Queue"
        Effect   = "Allow"
        Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
        Resource = ["${local.here.sqs}:movies-viewer-*-clear-cache"]
      },
      {
        Sid      = "Logs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${local.here.logs}:log-group:/aws/lambda/movies-viewer-*:log-stream:*"]
      },
      {
        # X-Ray has no resource to name.
        Sid      = "Traces"
        Effect   = "Allow"
        Action   = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"]
        Resource = ["*"]
      },
    ]
  })
}
