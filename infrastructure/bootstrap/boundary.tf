# The most that a role of a stage can ever do. The deploy role may make roles only with this boundary, so it can't
# give itself, through a function, what it does not have.
resource "aws_iam_policy" "boundary" {
  for_each = local.stages

  name        = "boundary-of-movies-viewer-${each.key}"
  description = "The most that the functions of Movies viewer may do as ${each.key}"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Cache"
        Effect   = "Allow"
        Action   = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:Scan"]
        Resource = ["${local.here.dynamodb}:table/movies-viewer-${each.key}-cache"]
      },
      {
        Sid      = "ReadKey"
        Effect   = "Allow"
        Action   = ["ssm:GetParameter"]
        Resource = ["${local.here.ssm}:parameter/movies-viewer/${each.key}/tmdb-read-key"]
      },
      {
        # Decrypting the parameter is allowed by the key's own policy, which a boundary may take away.
        Sid       = "DecryptReadKey"
        Effect    = "Allow"
        Action    = ["kms:Decrypt"]
        Resource  = ["${local.here.kms}:key/*"]
        Condition = { StringEquals = { "kms:ViaService" = "ssm.${var.region}.amazonaws.com" } }
      },
      {
        Sid      = "Queue"
        Effect   = "Allow"
        Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
        Resource = ["${local.here.sqs}:movies-viewer-${each.key}-clear-cache"]
      },
      {
        Sid      = "Logs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${local.here.logs}:log-group:/aws/lambda/movies-viewer-${each.key}-*:log-stream:*"]
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
