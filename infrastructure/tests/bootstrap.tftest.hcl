# The bucket for states, and how little GitHub may do.

mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

run "states_only" {
  command = plan

  module {
    source = "../bootstrap"
  }

  assert {
    condition     = aws_s3_bucket.state.bucket == "movies-viewer-state-123456789012-eu-west-3" && output.state_bucket != null
    error_message = "The commands look for the bucket by this name."
  }

  assert {
    condition = (
      one(aws_s3_bucket_versioning.state.versioning_configuration).status == "Enabled" &&
      one(one(aws_s3_bucket_server_side_encryption_configuration.state.rule).apply_server_side_encryption_by_default).sse_algorithm == "AES256" &&
      one(aws_s3_bucket_ownership_controls.state.rule).object_ownership == "BucketOwnerEnforced"
    )
    error_message = "States are versioned, encrypted and the account's own."
  }

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.state.block_public_acls, aws_s3_bucket_public_access_block.state.block_public_policy,
      aws_s3_bucket_public_access_block.state.ignore_public_acls, aws_s3_bucket_public_access_block.state.restrict_public_buckets,
    ])
    error_message = "The bucket can be made public."
  }

  # A Deny is for everybody, so its `*` takes rights away.
  assert {
    condition = jsonencode(jsondecode(aws_s3_bucket_policy.state.policy).Statement) == jsonencode([{
      Sid       = "NobodyWithoutTls"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::bucket", "arn:aws:s3:::bucket/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }])
    error_message = "States can be had without TLS, or by somebody who should not have them."
  }

  assert {
    condition     = length(aws_iam_role.deploy) == 0 && length(aws_iam_policy.deploy) == 0 && length(aws_iam_openid_connect_provider.github) == 0
    error_message = "Without a repository nobody but the account's own people may deploy."
  }
}

run "github" {
  command = plan

  module {
    source = "../bootstrap"
  }

  variables {
    github_repository = "acme/movies"
    hosted_zone_id    = "Z1"
    domain_names      = { staging = "staging.example.org", production = "films.example.org" }
  }

  # The mocks give all of a kind the same ARN, and whose it is matters here.
  override_resource {
    override_during = plan
    target          = aws_iam_policy.boundary["staging"]
    values          = { arn = "arn:aws:iam::123456789012:policy/boundary-of-movies-viewer-staging" }
  }
  override_resource {
    override_during = plan
    target          = aws_iam_policy.boundary["production"]
    values          = { arn = "arn:aws:iam::123456789012:policy/boundary-of-movies-viewer-production" }
  }
  override_resource {
    override_during = plan
    target          = aws_iam_policy.deploy["staging/edge"]
    values          = { arn = "arn:aws:iam::123456789012:policy/deploys-movies-viewer-staging-edge" }
  }
  override_resource {
    override_during = plan
    target          = aws_iam_policy.deploy["production/edge"]
    values          = { arn = "arn:aws:iam::123456789012:policy/deploys-movies-viewer-production-edge" }
  }

  assert {
    condition = jsonencode({ for stage, role in aws_iam_role.deploy : stage => jsondecode(role.assume_role_policy).Statement }) == jsonencode({
      for stage in ["production", "staging"] : stage => [{
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = aws_iam_openid_connect_provider.github[0].arn }
        Condition = {
          StringEquals = {
            "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
            "token.actions.githubusercontent.com:sub" = "repo:acme/movies:environment:${stage}"
          }
        }
      }]
    })
    error_message = "Another repository, or a job outside the stage's environment, may deploy it."
  }

  # Whole: what names no stage, and what says instead whose it is.
  assert {
    condition = jsonencode({
      for stage in ["production", "staging"] : stage => {
        for statement in flatten([for key, policy in aws_iam_policy.deploy : jsondecode(policy.policy).Statement if startswith(key, "${stage}/")]) :
        statement.Sid => [statement.Action, try(statement.Condition, "none")]
        if anytrue([for resource in statement.Resource : length(regexall("movies-viewer[-/]${stage}[-*/]|/${stage}\\.tfstate", resource)) != 1])
      }
      }) == jsonencode({
      for stage, domain in { production = "films.example.org", staging = "staging.example.org" } : stage => {
        for sid, expected in {
          # The bucket of all stages' states: its list of names.
          FindState = [["s3:ListBucket"], "none"]

          # A layer of AWS's own accounts, which anybody may read.
          ReadTracingLayer = [["lambda:GetLayerVersion"], "none"]

          FeedFunctions = [
            ["lambda:CreateEventSourceMapping", "lambda:UpdateEventSourceMapping", "lambda:DeleteEventSourceMapping"],
            { ArnLike = { "lambda:FunctionArn" = "arn:aws:lambda:eu-west-3:123456789012:function:movies-viewer-${stage}*" } },
          ]
          ReadMappings  = [["lambda:GetEventSourceMapping", "lambda:ListTags"], "none"]
          TagMappings   = [["lambda:TagResource"], "becomes the stage's"]
          UntagMappings = [["lambda:UntagResource"], "is the stage's"]

          Subscriptions = [["sns:GetSubscriptionAttributes", "sns:Unsubscribe"], "none"]

          NewDistribution = [["cloudfront:CreateDistribution"], "is asked for as the stage's"]
          TagDistribution = [["cloudfront:TagResource"], "becomes the stage's"]
          OwnDistribution = [
            ["cloudfront:UpdateDistribution", "cloudfront:DeleteDistribution", "cloudfront:UntagResource", "cloudfront:AllowVendedLogDeliveryForResource"],
            "is the stage's",
          ]
          ReadDistributions = [["cloudfront:GetDistribution", "cloudfront:GetDistributionConfig", "cloudfront:ListTagsForResource"], "none"]
          EdgePolicies = [
            [
              "cloudfront:CreateCachePolicy", "cloudfront:CreateResponseHeadersPolicy", "cloudfront:CreateOriginAccessControl",
              "cloudfront:GetCachePolicy", "cloudfront:GetResponseHeadersPolicy", "cloudfront:GetOriginAccessControl",
              "cloudfront:UpdateCachePolicy", "cloudfront:UpdateResponseHeadersPolicy", "cloudfront:UpdateOriginAccessControl",
              "cloudfront:DeleteCachePolicy", "cloudfront:DeleteResponseHeadersPolicy", "cloudfront:DeleteOriginAccessControl",
            ],
            "none",
          ]
          NewDelivery    = [["logs:CreateDelivery", "logs:TagResource"], "becomes the stage's"]
          OwnDelivery    = [["logs:DeleteDelivery", "logs:UpdateDeliveryConfiguration"], "is the stage's"]
          ReadDeliveries = [["logs:GetDelivery", "logs:ListTagsForResource"], "none"]

          ReadRecords = [["route53:GetHostedZone", "route53:ListResourceRecordSets", "route53:GetChange"], "none"]
          OwnRecords = [
            ["route53:ChangeResourceRecordSets"],
            {
              "ForAllValues:StringLike"   = { "route53:ChangeResourceRecordSetsNormalizedRecordNames" = [domain, "_*.${domain}"] }
              "ForAllValues:StringEquals" = { "route53:ChangeResourceRecordSetsRecordTypes" = ["A", "AAAA", "CNAME"] }
            },
          ]
          NewCertificate   = [["acm:RequestCertificate"], "is asked for as the stage's"]
          TagCertificate   = [["acm:AddTagsToCertificate"], "becomes the stage's"]
          OwnCertificate   = [["acm:DeleteCertificate", "acm:RemoveTagsFromCertificate"], "is the stage's"]
          ReadCertificates = [["acm:DescribeCertificate", "acm:ListTagsForCertificate"], "none"]

          Lists = [["cloudwatch:DescribeAlarms", "logs:DescribeLogGroups", "logs:DescribeDeliveries", "ssm:DescribeParameters"], "none"]
          } : sid => [expected[0], try({
            "is asked for as the stage's" = { StringEquals = { "aws:RequestTag/project" = "movies-viewer", "aws:RequestTag/stage" = stage } }
            "is the stage's"              = { StringEquals = { "aws:ResourceTag/project" = "movies-viewer", "aws:ResourceTag/stage" = stage } }
            "becomes the stage's" = {
              StringEquals         = { "aws:RequestTag/project" = "movies-viewer", "aws:RequestTag/stage" = stage }
              StringEqualsIfExists = { "aws:ResourceTag/project" = "movies-viewer", "aws:ResourceTag/stage" = stage }
            }
        }[expected[1]], expected[1])]
      }
    })
    error_message = "A job of one stage may change another, or what is none of the stack's."
  }

  assert {
    condition = alltrue([
      for stage, boundary in aws_iam_policy.boundary : alltrue([
        for resource in flatten(jsondecode(boundary.policy).Statement[*].Resource) :
        !strcontains(resource, "movies-viewer") || length(regexall("movies-viewer[-/]${stage}[-/]", resource)) == 1
      ])
    ])
    error_message = "A function of one stage may read another's key or cache."
  }

  # Exceptions, each without a resource that could be named: X-Ray's traces are the boundary's, not the role's.
  assert {
    condition = jsonencode({
      for statement in distinct(flatten([for policy in aws_iam_policy.deploy : [
        for one in jsondecode(policy.policy).Statement : { Sid = one.Sid, Action = one.Action } if contains(one.Resource, "*")
      ]])) : statement.Sid => statement.Action
      }) == jsonencode({
      # A mapping's name is given by AWS; a condition names the functions.
      FeedFunctions = ["lambda:CreateEventSourceMapping", "lambda:UpdateEventSourceMapping", "lambda:DeleteEventSourceMapping"]
      # AWS takes no subscription for a resource.
      Subscriptions = ["sns:GetSubscriptionAttributes", "sns:Unsubscribe"]
      # Nor a certificate that is not there yet; its tags are asked for.
      NewCertificate = ["acm:RequestCertificate"]
      # Lists can't be narrowed.
      Lists = ["cloudwatch:DescribeAlarms", "logs:DescribeLogGroups", "logs:DescribeDeliveries", "ssm:DescribeParameters"]
    })
    error_message = "More than these can be done without naming to what."
  }

  assert {
    condition = alltrue([
      for action in flatten([for policy in aws_iam_policy.deploy : [for statement in jsondecode(policy.policy).Statement : statement.Action]]) :
      !strcontains(action, "*") || contains(["lambda:Get*", "lambda:List*", "s3:GetBucket*"], action)
    ])
    error_message = "Only reading may be given by a wildcard."
  }

  assert {
    condition = alltrue([
      for one in flatten([
        for key, policy in aws_iam_policy.deploy : [
          for statement in jsondecode(policy.policy).Statement : { stage = split("/", key)[0], condition = try(statement.Condition, {}) }
          if length(setintersection(statement.Action, [
            "iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy", "iam:PutRolePermissionsBoundary",
          ])) > 0
        ]
      ]) :
      try(one.condition.StringEquals["iam:PermissionsBoundary"], "") == aws_iam_policy.boundary[one.stage].arn
    ])
    error_message = "A deployment can give a role more than its stage's boundary allows."
  }

  assert {
    condition = length(setintersection(
      flatten([for policy in aws_iam_policy.deploy : [for statement in jsondecode(policy.policy).Statement : statement.Action]]),
      [
        "iam:CreateUser", "iam:CreateAccessKey", "iam:CreatePolicy", "iam:CreatePolicyVersion", "iam:AttachRolePolicy", "iam:UpdateAssumeRolePolicy",
        "iam:DeleteRolePermissionsBoundary", "iam:CreateOpenIDConnectProvider", "sts:AssumeRole", "dynamodb:GetItem", "dynamodb:Scan", "s3:PutBucketAcl",
      ],
    )) == 0
    error_message = "A deployment can do what no deployment needs."
  }

  assert {
    condition = alltrue([
      for resource in flatten([
        for policy in aws_iam_policy.deploy : [for statement in jsondecode(policy.policy).Statement : statement.Resource if anytrue([for action in statement.Action : startswith(action, "iam:")])]
      ]) : can(regex("^arn:aws:iam::123456789012:role/movies-viewer-(staging|production)\\*$", resource))
    ])
    error_message = "A deployment can change itself, or a role that is not the stack's."
  }

  assert {
    condition = jsonencode(distinct([
      for statement in flatten([for policy in aws_iam_policy.deploy : jsondecode(policy.policy).Statement]) : statement.Condition.StringEquals
      if contains(statement.Action, "iam:PassRole")
    ])) == jsonencode([{ "iam:PassedToService" = "lambda.amazonaws.com" }])
    error_message = "Roles go to Lambda only."
  }

  assert {
    condition = jsonencode(distinct([
      for statement in flatten([for policy in aws_iam_policy.deploy : jsondecode(policy.policy).Statement]) : statement.Condition.StringEquals
      if contains(statement.Action, "lambda:AddPermission") || contains(statement.Action, "lambda:CreateFunctionUrlConfig")
    ])) == jsonencode([{ "lambda:FunctionUrlAuthType" = "AWS_IAM" }, { "lambda:Principal" = "cloudfront.amazonaws.com" }])
    error_message = "A deployment can open the function to everybody."
  }

  assert {
    condition = alltrue([
      for statement in flatten([for policy in aws_iam_policy.deploy : jsondecode(policy.policy).Statement]) :
      !contains(statement.Action, "s3:DeleteBucket") || alltrue([for resource in statement.Resource : can(regex("-(assets|logs)-\\*$", resource))])
    ])
    error_message = "A deployment can delete the bucket of states."
  }

  # https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
  assert {
    condition = (
      max([for policy in aws_iam_policy.deploy : length(policy.policy)]...) <= 6144 &&
      alltrue([for stage in ["staging", "production"] : length([for key in keys(aws_iam_policy.deploy) : key if startswith(key, "${stage}/")]) <= 10])
    )
    error_message = "A policy takes 6144 characters, and a role ten policies."
  }

  assert {
    condition = (
      keys(aws_iam_role_policy_attachment.deploy) == keys(aws_iam_policy.deploy) &&
      alltrue([
        for key, attachment in aws_iam_role_policy_attachment.deploy :
        attachment.role == "deploys-movies-viewer-${split("/", key)[0]}" && attachment.policy_arn == aws_iam_policy.deploy[key].arn
      ])
    )
    error_message = "A role gets another stage's policies."
  }

  assert {
    condition = alltrue([
      for statement in flatten([for boundary in aws_iam_policy.boundary : jsondecode(boundary.policy).Statement]) :
      statement.Effect == "Allow" && (!contains(statement.Resource, "*") || statement.Sid == "Traces")
    ])
    error_message = "The boundary names what it can."
  }
}
