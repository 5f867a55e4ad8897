# What a deployment of a stage does, by topic. Names of a stage begin with movies-viewer-<stage>, and only those are given
# here, or what bears the stage's tags, so that a job of one stage can't change another; what has neither, as CloudFront's
# policies and access controls, is the whole account's.

locals {
  # Ids that AWS gives say nothing of a stage: tags do, those asked for and those that are there.
  asked_tags = {
    for stage in local.stages : stage => { "aws:RequestTag/project" = "movies-viewer", "aws:RequestTag/stage" = stage }
  }
  own_tags = {
    for stage in local.stages : stage => { "aws:ResourceTag/project" = "movies-viewer", "aws:ResourceTag/stage" = stage }
  }

  zone = "arn:${local.partition}:route53:::hostedzone/${coalesce(var.hosted_zone_id, "none")}"

  deploy_policies = {
    for stage in local.stages : stage => {
      states = [
        {
          Sid      = "FindState"
          Effect   = "Allow"
          Action   = ["s3:ListBucket"]
          Resource = [aws_s3_bucket.state.arn]
        },
        {
          Sid      = "KeepState"
          Effect   = "Allow"
          Action   = ["s3:GetObject", "s3:PutObject"]
          Resource = ["${aws_s3_bucket.state.arn}/${stage}.tfstate", "${aws_s3_bucket.state.arn}/${stage}.tfstate.tflock"]
        },
        {
          Sid      = "Unlock"
          Effect   = "Allow"
          Action   = ["s3:DeleteObject"]
          Resource = ["${aws_s3_bucket.state.arn}/${stage}.tfstate.tflock"]
        },
      ]

      roles = [
        {
          Sid      = "RolesWithinBoundary"
          Effect   = "Allow"
          Action   = ["iam:CreateRole", "iam:PutRolePolicy", "iam:DeleteRolePolicy", "iam:PutRolePermissionsBoundary"]
          Resource = ["${local.anywhere.iam}:role/movies-viewer-${stage}*"]
          Condition = {
            StringEquals = { "iam:PermissionsBoundary" = aws_iam_policy.boundary[stage].arn }
          }
        },
        {
          Sid    = "Roles"
          Effect = "Allow"
          Action = [
            "iam:GetRole", "iam:GetRolePolicy", "iam:ListRolePolicies", "iam:ListAttachedRolePolicies",
            "iam:ListInstanceProfilesForRole", "iam:DeleteRole", "iam:TagRole", "iam:UntagRole",
          ]
          Resource = ["${local.anywhere.iam}:role/movies-viewer-${stage}*"]
        },
        {
          Sid       = "RolesOfFunctions"
          Effect    = "Allow"
          Action    = ["iam:PassRole"]
          Resource  = ["${local.anywhere.iam}:role/movies-viewer-${stage}*"]
          Condition = { StringEquals = { "iam:PassedToService" = "lambda.amazonaws.com" } }
        },
      ]

      functions = [
        {
          Sid    = "Functions"
          Effect = "Allow"
          Action = [
            "lambda:Get*", "lambda:List*", "lambda:CreateFunction", "lambda:DeleteFunction", "lambda:UpdateFunctionCode",
            "lambda:UpdateFunctionConfiguration", "lambda:PublishVersion", "lambda:PutFunctionConcurrency",
            "lambda:DeleteFunctionConcurrency", "lambda:CreateAlias", "lambda:UpdateAlias", "lambda:DeleteAlias",
            "lambda:DeleteFunctionUrlConfig", "lambda:RemovePermission", "lambda:InvokeFunction",
            "lambda:TagResource", "lambda:UntagResource",
          ]
          Resource = ["${local.here.lambda}:function:movies-viewer-${stage}*"]
        },
        {
          Sid       = "NoPublicUrl"
          Effect    = "Allow"
          Action    = ["lambda:CreateFunctionUrlConfig", "lambda:UpdateFunctionUrlConfig"]
          Resource  = ["${local.here.lambda}:function:movies-viewer-${stage}*"]
          Condition = { StringEquals = { "lambda:FunctionUrlAuthType" = "AWS_IAM" } }
        },
        {
          Sid       = "OpenToCloudFrontOnly"
          Effect    = "Allow"
          Action    = ["lambda:AddPermission"]
          Resource  = ["${local.here.lambda}:function:movies-viewer-${stage}*"]
          Condition = { StringEquals = { "lambda:Principal" = "cloudfront.amazonaws.com" } }
        },
        {
          # A mapping's name is given by AWS; the function that it feeds can be said.
          Sid       = "FeedFunctions"
          Effect    = "Allow"
          Action    = ["lambda:CreateEventSourceMapping", "lambda:UpdateEventSourceMapping", "lambda:DeleteEventSourceMapping"]
          Resource  = ["*"]
          Condition = { ArnLike = { "lambda:FunctionArn" = "${local.here.lambda}:function:movies-viewer-${stage}*" } }
        },
        {
          Sid      = "ReadMappings"
          Effect   = "Allow"
          Action   = ["lambda:GetEventSourceMapping", "lambda:ListTags"]
          Resource = ["${local.here.lambda}:event-source-mapping:*"]
        },
        {
          # A new one has no tags yet; one that is another's is not made the stage's by giving it the tags.
          Sid       = "TagMappings"
          Effect    = "Allow"
          Action    = ["lambda:TagResource"]
          Resource  = ["${local.here.lambda}:event-source-mapping:*"]
          Condition = { StringEquals = local.asked_tags[stage], StringEqualsIfExists = local.own_tags[stage] }
        },
        {
          Sid       = "UntagMappings"
          Effect    = "Allow"
          Action    = ["lambda:UntagResource"]
          Resource  = ["${local.here.lambda}:event-source-mapping:*"]
          Condition = { StringEquals = local.own_tags[stage] }
        },
        {
          # AWS publishes the layer that traces from accounts of its own.
          Sid      = "ReadTracingLayer"
          Effect   = "Allow"
          Action   = ["lambda:GetLayerVersion"]
          Resource = ["arn:${local.partition}:lambda:${var.region}:*:layer:AWSOpenTelemetryDistro*"]
        },
        {
          Sid    = "Logs"
          Effect = "Allow"
          Action = [
            "logs:CreateLogGroup", "logs:DeleteLogGroup", "logs:PutRetentionPolicy", "logs:DeleteRetentionPolicy",
            "logs:PutMetricFilter", "logs:DeleteMetricFilter", "logs:DescribeMetricFilters",
            "logs:ListTagsForResource", "logs:TagResource", "logs:UntagResource",
          ]
          Resource = ["${local.here.logs}:log-group:/aws/lambda/movies-viewer-${stage}*"]
        },
      ]

      storage = [
        {
          Sid    = "Table"
          Effect = "Allow"
          Action = [
            "dynamodb:CreateTable", "dynamodb:UpdateTable", "dynamodb:DeleteTable", "dynamodb:DescribeTable",
            "dynamodb:DescribeContinuousBackups", "dynamodb:UpdateContinuousBackups", "dynamodb:DescribeTimeToLive",
            "dynamodb:UpdateTimeToLive", "dynamodb:ListTagsOfResource", "dynamodb:TagResource", "dynamodb:UntagResource",
          ]
          Resource = ["${local.here.dynamodb}:table/movies-viewer-${stage}*"]
        },
        {
          # The provider reads what it has written.
          Sid    = "KeyOfTmdb"
          Effect = "Allow"
          Action = [
            "ssm:GetParameter", "ssm:GetParameters", "ssm:PutParameter", "ssm:DeleteParameter",
            "ssm:ListTagsForResource", "ssm:AddTagsToResource", "ssm:RemoveTagsFromResource",
          ]
          Resource = ["${local.here.ssm}:parameter/movies-viewer/${stage}/*"]
        },
        {
          Sid    = "Buckets"
          Effect = "Allow"
          Action = [
            "s3:CreateBucket", "s3:DeleteBucket", "s3:ListBucket", "s3:ListBucketVersions", "s3:GetBucket*", "s3:PutBucketPolicy",
            "s3:DeleteBucketPolicy", "s3:PutBucketTagging", "s3:PutBucketPublicAccessBlock", "s3:PutBucketOwnershipControls",
            "s3:GetEncryptionConfiguration", "s3:PutEncryptionConfiguration", "s3:GetLifecycleConfiguration",
            "s3:PutLifecycleConfiguration", "s3:GetAccelerateConfiguration", "s3:GetReplicationConfiguration", "s3:ListTagsForResource",
            "s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion",
          ]
          Resource = ["arn:${local.partition}:s3:::movies-viewer-${stage}-assets-*", "arn:${local.partition}:s3:::movies-viewer-${stage}-logs-*"]
        },
      ]

      messages = [
        {
          Sid    = "Events"
          Effect = "Allow"
          Action = [
            "events:CreateEventBus", "events:DeleteEventBus", "events:DescribeEventBus", "events:PutRule", "events:DeleteRule",
            "events:DescribeRule", "events:PutTargets", "events:RemoveTargets", "events:ListTargetsByRule", "events:PutEvents",
            "events:ListTagsForResource", "events:TagResource", "events:UntagResource",
          ]
          Resource = ["${local.here.events}:event-bus/movies-viewer-${stage}*", "${local.here.events}:rule/movies-viewer-${stage}*"]
        },
        {
          Sid    = "Queues"
          Effect = "Allow"
          Action = [
            "sqs:CreateQueue", "sqs:DeleteQueue", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SetQueueAttributes",
            "sqs:ListQueueTags", "sqs:TagQueue", "sqs:UntagQueue",
          ]
          Resource = ["${local.here.sqs}:movies-viewer-${stage}*"]
        },
        {
          Sid    = "Alarms"
          Effect = "Allow"
          Action = [
            "sns:CreateTopic", "sns:DeleteTopic", "sns:GetTopicAttributes", "sns:SetTopicAttributes", "sns:Subscribe",
            "sns:ListTagsForResource", "sns:TagResource", "sns:UntagResource",
            "cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms", "cloudwatch:ListTagsForResource",
            "cloudwatch:TagResource", "cloudwatch:UntagResource",
          ]
          Resource = ["${local.here.sns}:movies-viewer-${stage}*", "${local.here.cloudwatch}:alarm:movies-viewer-${stage}*"]
        },
        {
          # AWS takes no subscription for a resource.
          Sid      = "Subscriptions"
          Effect   = "Allow"
          Action   = ["sns:GetSubscriptionAttributes", "sns:Unsubscribe"]
          Resource = ["*"]
        },
        {
          Sid      = "Dashboards"
          Effect   = "Allow"
          Action   = ["cloudwatch:GetDashboard", "cloudwatch:PutDashboard", "cloudwatch:DeleteDashboards"]
          Resource = ["${local.anywhere.cloudwatch}:dashboard/movies-viewer-${stage}*"]
        },
        {
          Sid      = "Budgets"
          Effect   = "Allow"
          Action   = ["budgets:ViewBudget", "budgets:ModifyBudget", "budgets:ListTagsForResource", "budgets:TagResource", "budgets:UntagResource"]
          Resource = ["${local.anywhere.budgets}:budget/movies-viewer-${stage}*"]
        },
      ]

      edge = [
        {
          Sid       = "NewDistribution"
          Effect    = "Allow"
          Action    = ["cloudfront:CreateDistribution"]
          Resource  = ["${local.anywhere.cloudfront}:distribution/*"]
          Condition = { StringEquals = local.asked_tags[stage] }
        },
        {
          Sid       = "TagDistribution"
          Effect    = "Allow"
          Action    = ["cloudfront:TagResource"]
          Resource  = ["${local.anywhere.cloudfront}:distribution/*"]
          Condition = { StringEquals = local.asked_tags[stage], StringEqualsIfExists = local.own_tags[stage] }
        },
        {
          Sid    = "OwnDistribution"
          Effect = "Allow"
          Action = [
            "cloudfront:UpdateDistribution", "cloudfront:DeleteDistribution", "cloudfront:UntagResource",
            "cloudfront:AllowVendedLogDeliveryForResource",
          ]
          Resource  = ["${local.anywhere.cloudfront}:distribution/*"]
          Condition = { StringEquals = local.own_tags[stage] }
        },
        {
          Sid      = "ReadDistributions"
          Effect   = "Allow"
          Action   = ["cloudfront:GetDistribution", "cloudfront:GetDistributionConfig", "cloudfront:ListTagsForResource"]
          Resource = ["${local.anywhere.cloudfront}:distribution/*"]
        },
        {
          # These can't be tagged, and their ids are given by AWS.
          Sid    = "EdgePolicies"
          Effect = "Allow"
          Action = [
            for action in setproduct(["Create", "Get", "Update", "Delete"], ["CachePolicy", "ResponseHeadersPolicy", "OriginAccessControl"]) :
            "cloudfront:${join("", action)}"
          ]
          Resource = [
            for type in ["cache-policy", "response-headers-policy", "origin-access-control"] : "${local.anywhere.cloudfront}:${type}/*"
          ]
        },
        {
          Sid    = "EdgeFunction"
          Effect = "Allow"
          Action = [
            "cloudfront:CreateFunction", "cloudfront:GetFunction", "cloudfront:DescribeFunction", "cloudfront:UpdateFunction",
            "cloudfront:PublishFunction", "cloudfront:DeleteFunction",
          ]
          Resource = ["${local.anywhere.cloudfront}:function/movies-viewer-${stage}*"]
        },
        {
          Sid    = "Firewall"
          Effect = "Allow"
          Action = [
            "wafv2:CreateWebACL", "wafv2:GetWebACL", "wafv2:UpdateWebACL", "wafv2:DeleteWebACL",
            "wafv2:ListTagsForResource", "wafv2:TagResource", "wafv2:UntagResource",
          ]
          Resource = ["${local.us_east_1.wafv2}:global/webacl/movies-viewer-${stage}*/*"]
        },
        {
          Sid    = "AccessLogs"
          Effect = "Allow"
          Action = [
            "logs:PutDeliverySource", "logs:GetDeliverySource", "logs:DeleteDeliverySource", "logs:PutDeliveryDestination",
            "logs:GetDeliveryDestination", "logs:DeleteDeliveryDestination", "logs:CreateDelivery",
            "logs:ListTagsForResource", "logs:TagResource",
          ]
          Resource = [
            "${local.us_east_1.logs}:delivery-source:movies-viewer-${stage}*", "${local.us_east_1.logs}:delivery-destination:movies-viewer-${stage}*",
          ]
        },
        {
          Sid       = "NewDelivery"
          Effect    = "Allow"
          Action    = ["logs:CreateDelivery", "logs:TagResource"]
          Resource  = ["${local.us_east_1.logs}:delivery:*"]
          Condition = { StringEquals = local.asked_tags[stage], StringEqualsIfExists = local.own_tags[stage] }
        },
        {
          Sid       = "OwnDelivery"
          Effect    = "Allow"
          Action    = ["logs:DeleteDelivery", "logs:UpdateDeliveryConfiguration"]
          Resource  = ["${local.us_east_1.logs}:delivery:*"]
          Condition = { StringEquals = local.own_tags[stage] }
        },
        {
          Sid      = "ReadDeliveries"
          Effect   = "Allow"
          Action   = ["logs:GetDelivery", "logs:ListTagsForResource"]
          Resource = ["${local.us_east_1.logs}:delivery:*"]
        },
      ]

      # Nothing for a stage without a domain.
      domain = flatten([for name in [for key, value in var.domain_names : value if key == stage] : [
        {
          Sid      = "ReadRecords"
          Effect   = "Allow"
          Action   = ["route53:GetHostedZone", "route53:ListResourceRecordSets", "route53:GetChange"]
          Resource = [local.zone, "arn:${local.partition}:route53:::change/*"]
        },
        {
          # The domain's own, and the one below it by which ACM proves it: the zone has others, such as of other stages and of mail.
          Sid      = "OwnRecords"
          Effect   = "Allow"
          Action   = ["route53:ChangeResourceRecordSets"]
          Resource = [local.zone]
          Condition = {
            "ForAllValues:StringLike"   = { "route53:ChangeResourceRecordSetsNormalizedRecordNames" = [name, "_*.${name}"] }
            "ForAllValues:StringEquals" = { "route53:ChangeResourceRecordSetsRecordTypes" = ["A", "AAAA", "CNAME"] }
          }
        },
        {
          # AWS takes no certificate for the resource of this.
          Sid       = "NewCertificate"
          Effect    = "Allow"
          Action    = ["acm:RequestCertificate"]
          Resource  = ["*"]
          Condition = { StringEquals = local.asked_tags[stage] }
        },
        {
          Sid       = "TagCertificate"
          Effect    = "Allow"
          Action    = ["acm:AddTagsToCertificate"]
          Resource  = ["${local.us_east_1.acm}:certificate/*"]
          Condition = { StringEquals = local.asked_tags[stage], StringEqualsIfExists = local.own_tags[stage] }
        },
        {
          Sid       = "OwnCertificate"
          Effect    = "Allow"
          Action    = ["acm:DeleteCertificate", "acm:RemoveTagsFromCertificate"]
          Resource  = ["${local.us_east_1.acm}:certificate/*"]
          Condition = { StringEquals = local.own_tags[stage] }
        },
        {
          Sid      = "ReadCertificates"
          Effect   = "Allow"
          Action   = ["acm:DescribeCertificate", "acm:ListTagsForCertificate"]
          Resource = ["${local.us_east_1.acm}:certificate/*"]
        },
      ]])

      # Lists, which AWS can't narrow by name. They show names and settings, no contents.
      lists = [
        {
          Sid      = "Lists"
          Effect   = "Allow"
          Action   = ["cloudwatch:DescribeAlarms", "logs:DescribeLogGroups", "logs:DescribeDeliveries", "ssm:DescribeParameters"]
          Resource = ["*"]
        },
      ]
    }
  }
}
