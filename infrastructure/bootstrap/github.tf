# GitHub Actions signs in with its own token (OIDC): no key of AWS is kept at GitHub.

locals {
  github = var.github_repository == null ? 0 : 1
  issuer = "token.actions.githubusercontent.com"

  oidc_provider_arn = var.create_oidc_provider ? one(aws_iam_openid_connect_provider.github[*].arn) : "${local.anywhere.iam}:oidc-provider/${local.issuer}"

  # Whole subjects, compared letter by letter. A pull request's is another one, so it gets nothing.
  subjects = concat(
    ["repo:${coalesce(var.github_repository, "none")}:ref:refs/heads/main"],
    [for environment in var.github_environments : "repo:${coalesce(var.github_repository, "none")}:environment:${environment}"],
  )
}

resource "aws_iam_openid_connect_provider" "github" {
  count = var.create_oidc_provider ? local.github : 0

  url            = "https://${local.issuer}"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_iam_role" "deploy" {
  count = local.github

  # Outside the names that it may change itself.
  name                 = "deploys-movies-viewer"
  description          = "Deploys Movies viewer from GitHub Actions"
  max_session_duration = 3600

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = local.oidc_provider_arn }
      Condition = {
        StringEquals = {
          "${local.issuer}:aud" = "sts.amazonaws.com"
          "${local.issuer}:sub" = local.subjects
        }
      }
    }]
  })
}

resource "aws_iam_role_policy" "deploy" {
  for_each = { for topic, statements in local.deploy_policies : topic => statements if local.github == 1 }

  name   = each.key
  role   = aws_iam_role.deploy[0].id
  policy = jsonencode({ Version = "2012-10-17", Statement = each.value })
}
