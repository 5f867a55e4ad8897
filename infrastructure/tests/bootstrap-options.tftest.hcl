# Whom bootstrap trusts, whatever it is given.

mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

run "github_is_trusted_already" {
  command = plan

  module {
    source = "../bootstrap"
  }

  variables {
    github_repository    = "acme/movies"
    create_oidc_provider = false
  }

  assert {
    condition = (
      length(aws_iam_openid_connect_provider.github) == 0 &&
      jsondecode(aws_iam_role.deploy["staging"].assume_role_policy).Statement[0].Principal.Federated ==
      "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
    )
    error_message = "The provider that is there is used."
  }
}

run "repository_that_would_widen_trust" {
  command = plan

  module {
    source = "../bootstrap"
  }

  variables {
    github_repository = "acme/*"
  }

  expect_failures = [var.github_repository]
}

run "environment_that_would_widen_trust" {
  command = plan

  module {
    source = "../bootstrap"
  }

  variables {
    github_repository   = "acme/movies"
    github_environments = ["staging", "*"]
  }

  expect_failures = [var.github_environments]
}

run "domain_of_one_stage" {
  command = plan

  module {
    source = "../bootstrap"
  }

  variables {
    github_repository = "acme/movies"
    hosted_zone_id    = "Z1"
    domain_names      = { production = "films.example.org" }
  }

  assert {
    condition     = [for key in keys(aws_iam_policy.deploy) : key if endswith(key, "/domain")] == ["production/domain"]
    error_message = "A stage without a domain may change the zone's records."
  }
}

run "domain_without_zone" {
  command = plan

  module {
    source = "../bootstrap"
  }

  variables {
    github_repository = "acme/movies"
    domain_names      = { production = "films.example.org" }
  }

  expect_failures = [var.domain_names]
}

run "domain_that_would_widen_access" {
  command = plan

  module {
    source = "../bootstrap"
  }

  variables {
    github_repository = "acme/movies"
    hosted_zone_id    = "Z1"
    domain_names      = { production = "*.example.org" }
  }

  expect_failures = [var.domain_names]
}
