# GitHub Actions signs in with its own token (OIDC): no key of AWS is kept at GitHub.

locals {
  stages = var.github_repository == null ? toset([]) : toset(var.github_environments)
  issuer = "token.actions.githubusercontent.com"

  oidc_provider_arn = var.create_oidc_provider ? one(aws_iam_openid_connect_provider.github[*].arn) : "${local.anywhere.iam}:oidc-provider/${local.issuer}"
}

resource "aws_iam_openid_connect_provider" "github" {
  count = var.create_oidc_provider && length(local.stages) > 0 ? 1 : 0

  url            = "https://${local.issuer}"
  client_id_list = ["sts.amazonaws.com"]
}

# One for each environment of GitHub's, which is a stage.
resource "aws_iam_role" "deploy" {
  for_each = local.stages

  # Outside the names that it may change itself.
  name                 = "deploys-movies-viewer-${each.key}"
  description          = "Deploys Movies viewer as ${each.key} from GitHub Actions"
  max_session_duration = 3600

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = local.oidc_provider_arn }
      Condition = {
        # The whole subject, compared letter by letter. It names no branch: the environment's own rules say which may use it.
        StringEquals = {
          "${local.issuer}:aud" = "sts.amazonaws.com"
          "${local.issuer}:sub" = "repo:${coalesce(var.github_repository, "none")}:environment:${each.key}"
        }
      }
    }]
  })
}

# Policies of their own: those within a role share 10240 characters, which is too few.
resource "aws_iam_policy" "deploy" {
  for_each = merge([
    for stage, topics in local.deploy_policies : { for topic, statements in topics : "${stage}/${topic}" => statements if length(statements) > 0 }
  ]...)

  name        = "deploys-movies-viewer-${replace(each.key, "/", "-")}"
  description = "What a deployment of Movies viewer does (${each.key})"
  policy      = jsonencode({ Version = "2012-10-17", Statement = each.value })
}

resource "aws_iam_role_policy_attachment" "deploy" {
  for_each = aws_iam_policy.deploy

  role       = aws_iam_role.deploy[split("/", each.key)[0]].name
  policy_arn = each.value.arn
}
