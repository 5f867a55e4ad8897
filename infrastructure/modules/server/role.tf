# What the server may do: read and write items of the one table, read the one parameter, write its own logs.

locals {
  statements = concat(
    [
      {
        Sid      = "Cache"
        Effect   = "Allow"
        Action   = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"]
        Resource = [var.table.arn]
      },
      {
        # AWS's own key of SSM decrypts for whoever may read the parameter.
        Sid      = "ReadKey"
        Effect   = "Allow"
        Action   = ["ssm:GetParameter"]
        Resource = [var.parameter.arn]
      },
      {
        Sid      = "Logs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.server.arn}:log-stream:*"]
      },
    ],
    # X-Ray has no resource to name.
    [
      for sid in ["Traces"] : {
        Sid      = sid
        Effect   = "Allow"
        Action   = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"]
        Resource = ["*"]
      } if var.tracing
    ],
  )
}

resource "aws_iam_role" "server" {
  name                 = var.name
  permissions_boundary = var.permissions_boundary_arn

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "server" {
  name   = "what-the-server-uses"
  role   = aws_iam_role.server.id
  policy = jsonencode({ Version = "2012-10-17", Statement = local.statements })
}
