# What a site may have beside: an own domain, a firewall, access logs.

mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

mock_provider "aws" {
  alias           = "us_east_1"
  source          = "./mocks"
  override_during = plan
}

variables {
  name          = "movies-viewer-test"
  assets_domain = "bucket.s3.eu-west-3.amazonaws.com"
  asset_prefix  = "_assets"
  server        = { function_name = "movies-viewer-test-server", alias_name = "live", url = "https://example.lambda-url.eu-west-3.on.aws/" }
  behaviors = [
    { pattern = "_next/image*", origin = "server" },
    { pattern = "_next/*", origin = "s3" },
    { pattern = "favicon.ico", origin = "s3" },
    { pattern = "icons/*", origin = "s3" },
  ]
}

run "with_domain_firewall_and_logs" {
  command = plan

  module {
    source = "../modules/site"
  }

  variables {
    domain_name               = "films.example.org"
    hosted_zone_id            = "Z1"
    requests_per_five_minutes = 2000
    access_log_days           = 30
  }

  assert {
    condition = (
      one(aws_cloudfront_distribution.site.viewer_certificate).minimum_protocol_version == "TLSv1.2_2021" &&
      one(aws_cloudfront_distribution.site.viewer_certificate).ssl_support_method == "sni-only" &&
      one(aws_cloudfront_distribution.site.viewer_certificate).acm_certificate_arn == aws_acm_certificate_validation.site[0].certificate_arn &&
      !one(aws_cloudfront_distribution.site.viewer_certificate).cloudfront_default_certificate
    )
    error_message = "TLS 1.2 at least, with the domain's own certificate."
  }

  assert {
    condition     = aws_cloudfront_distribution.site.aliases == toset(["films.example.org"]) && output.url == "https://films.example.org"
    error_message = "The site has its own name."
  }

  assert {
    condition = (
      keys(aws_route53_record.site) == ["A", "AAAA"] && alltrue([for record in aws_route53_record.site : one(record.alias).name == "d1example.cloudfront.net"]) &&
      aws_route53_record.proof[0].type == "CNAME" && aws_route53_record.proof[0].records == toset(["_value.acm-validations.aws."])
    )
    error_message = "Records point at CloudFront and prove the domain."
  }

  assert {
    condition = (
      aws_cloudfront_distribution.site.web_acl_id == aws_wafv2_web_acl.site[0].arn && aws_wafv2_web_acl.site[0].scope == "CLOUDFRONT" &&
      one(one(one(aws_wafv2_web_acl.site[0].rule).statement).rate_based_statement).limit == 2000 &&
      length(one(one(aws_wafv2_web_acl.site[0].rule).action).block) == 1
    )
    error_message = "Who asks too much is refused."
  }

  assert {
    condition = [
      for statement in one(one(one(one(one(aws_wafv2_web_acl.site[0].rule).statement).rate_based_statement).scope_down_statement).not_statement).statement :
      [one(statement.regex_match_statement).regex_string, length(one(one(statement.regex_match_statement).field_to_match).uri_path)]
    ] == [["^/(_next/static/.*|favicon\\.ico|icons/.*)$", 1]]
    error_message = "Files, of which a page needs dozens, count as requests, or what the server answers does not."
  }

  assert {
    condition = [
      for statement in one(one(one(one(one(aws_wafv2_web_acl.site[0].rule).statement).rate_based_statement).scope_down_statement).not_statement).statement :
      [for transformation in sort([for one in one(statement.regex_match_statement).text_transformation : "${one.priority} ${one.type}"]) : transformation]
    ] == [["0 URL_DECODE", "1 NORMALIZE_PATH"]]
    error_message = "A path that only looks as a file's is not counted."
  }

  assert {
    condition = length(setintersection(aws_cloudwatch_log_delivery.access_logs[0].record_fields, [
      "c-ip", "cs-uri-query", "cs(Cookie)", "cs(Referer)", "cs(User-Agent)", "x-forwarded-for", "c-port",
    ])) == 0
    error_message = "Access logs tell who looked for what."
  }

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_s3_bucket_policy.access_logs[0].policy).Statement :
      jsonencode(statement.Principal) == jsonencode({ Service = "delivery.logs.amazonaws.com" }) &&
      statement.Condition.StringEquals["aws:SourceAccount"] == "123456789012"
      if statement.Effect == "Allow"
    ])
    error_message = "Only log delivery of this account writes logs."
  }

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.access_logs[0].block_public_acls, aws_s3_bucket_public_access_block.access_logs[0].block_public_policy,
      aws_s3_bucket_public_access_block.access_logs[0].ignore_public_acls, aws_s3_bucket_public_access_block.access_logs[0].restrict_public_buckets,
      aws_s3_bucket_lifecycle_configuration.access_logs[0].rule[0].expiration[0].days == 30,
    ])
    error_message = "Logs are private, and end some day."
  }
}

run "domain_without_zone" {
  command = plan

  module {
    source = "../modules/site"
  }

  variables {
    domain_name = "films.example.org"
  }

  expect_failures = [var.hosted_zone_id]
}
