# CloudFront: what it asks for, what it keeps, and who may ask the server.

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
  ]
}

run "without_domain" {
  command = plan

  module {
    source = "../modules/site"
  }

  override_resource {
    target          = aws_cloudfront_origin_access_control.server
    values          = { id = "access-to-server" }
    override_during = plan
  }

  override_resource {
    target          = aws_cloudfront_origin_access_control.assets
    values          = { id = "access-to-assets" }
    override_during = plan
  }

  # Who may ask.

  assert {
    condition = alltrue([
      for permission in [aws_lambda_permission.invoke_function_url, aws_lambda_permission.invoke_function] :
      permission.principal == "cloudfront.amazonaws.com" && permission.source_arn == aws_cloudfront_distribution.site.arn &&
      permission.function_name == "movies-viewer-test-server" && permission.qualifier == "live"
    ])
    error_message = "Only this distribution may call the live version."
  }

  assert {
    condition = (
      aws_lambda_permission.invoke_function_url.action == "lambda:InvokeFunctionUrl" &&
      aws_lambda_permission.invoke_function_url.function_url_auth_type == "AWS_IAM" &&
      aws_lambda_permission.invoke_function.action == "lambda:InvokeFunction"
    )
    error_message = "A Function URL asks for both permissions."
  }

  assert {
    condition = alltrue([
      for control in [aws_cloudfront_origin_access_control.server, aws_cloudfront_origin_access_control.assets] :
      control.signing_behavior == "always" && control.signing_protocol == "sigv4"
    ])
    error_message = "Every request to both origins is signed."
  }

  assert {
    condition = { for origin in aws_cloudfront_distribution.site.origin : origin.origin_id => origin.origin_access_control_id } == {
      server = aws_cloudfront_origin_access_control.server.id
      s3     = aws_cloudfront_origin_access_control.assets.id
    }
    error_message = "Each origin has its own access control, and there are no others."
  }

  assert {
    condition = (
      aws_cloudfront_origin_access_control.server.origin_access_control_origin_type == "lambda" &&
      aws_cloudfront_origin_access_control.assets.origin_access_control_origin_type == "s3"
    )
    error_message = "Access controls are made for their origins."
  }

  # Origins.

  assert {
    condition = { for origin in aws_cloudfront_distribution.site.origin : origin.origin_id => join("", [origin.domain_name, coalesce(origin.origin_path, "/")]) } == {
      server = "example.lambda-url.eu-west-3.on.aws/"
      s3     = "bucket.s3.eu-west-3.amazonaws.com/_assets"
    }
    error_message = "Origins are the Function URL and the folder of assets."
  }

  assert {
    condition = [
      for origin in aws_cloudfront_distribution.site.origin :
      [origin.connection_attempts, one(origin.custom_origin_config).origin_protocol_policy, one(origin.custom_origin_config).origin_ssl_protocols]
      if origin.origin_id == "server"
    ] == [[1, "https-only", toset(["TLSv1.2"])]]
    error_message = "The server is asked once, by TLS 1.2."
  }

  assert {
    condition     = alltrue([for origin in aws_cloudfront_distribution.site.origin : one(origin.custom_origin_config).origin_read_timeout > 15 if origin.origin_id == "server"])
    error_message = "CloudFront gives up before the function does."
  }

  # What is kept. An answer of the CDN would be one that is not counted.

  assert {
    condition = alltrue([
      for behavior in concat(
        [for behavior in aws_cloudfront_distribution.site.default_cache_behavior : [behavior.target_origin_id, behavior.cache_policy_id, behavior.origin_request_policy_id]],
        [for behavior in aws_cloudfront_distribution.site.ordered_cache_behavior : [behavior.target_origin_id, behavior.cache_policy_id, behavior.origin_request_policy_id] if behavior.target_origin_id == "server"],
      ) : behavior == ["server", "4135ea2d-6df8-44a3-9df3-4b5a84be39ad", "b689b0a8-53d0-40ab-baf2-68738e2966ac"]
    ])
    error_message = "Nothing of the server is kept (CachingDisabled), and it gets every header but Host, rsc among them (AllViewerExceptHostHeader)."
  }

  assert {
    condition = (
      [for behavior in aws_cloudfront_distribution.site.ordered_cache_behavior : [behavior.path_pattern, behavior.target_origin_id]] ==
      [["_next/image*", "server"], ["_next/*", "s3"], ["favicon.ico", "s3"]]
    )
    error_message = "Patterns keep their order and their origin."
  }

  assert {
    condition = alltrue([
      for behavior in aws_cloudfront_distribution.site.ordered_cache_behavior :
      behavior.cache_policy_id == aws_cloudfront_cache_policy.assets.id && behavior.origin_request_policy_id == null && length(behavior.function_association) == 0
      if behavior.target_origin_id == "s3"
    ])
    error_message = "Files are kept, whoever asks."
  }

  assert {
    condition     = aws_cloudfront_cache_policy.assets.min_ttl == 0
    error_message = "Above 0 CloudFront keeps even what says no-store."
  }

  assert {
    condition     = aws_cloudfront_cache_policy.assets.default_ttl == 86400 && aws_cloudfront_cache_policy.assets.max_ttl == 31536000
    error_message = "Files are kept as long as they say."
  }

  assert {
    condition = [
      for key in aws_cloudfront_cache_policy.assets.parameters_in_cache_key_and_forwarded_to_origin :
      [one(key.cookies_config).cookie_behavior, one(key.headers_config).header_behavior, one(key.query_strings_config).query_string_behavior]
    ] == [["none", "none", "none"]]
    error_message = "No cookie, header or query string is part of a key."
  }

  assert {
    condition = alltrue([
      for key in aws_cloudfront_cache_policy.assets.parameters_in_cache_key_and_forwarded_to_origin :
      key.enable_accept_encoding_brotli && key.enable_accept_encoding_gzip
    ])
    error_message = "Files are sent in Brotli or gzip."
  }

  assert {
    condition = (
      { for response in aws_cloudfront_distribution.site.custom_error_response : response.error_code => response.error_caching_min_ttl } ==
      { for code in [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504] : code => 0 }
    )
    error_message = "No error is kept."
  }

  assert {
    condition     = alltrue([for response in aws_cloudfront_distribution.site.custom_error_response : response.response_page_path == null && response.response_code == null])
    error_message = "Errors are shown as the server gives them."
  }

  # Every behaviour.

  assert {
    condition = alltrue([
      for behavior in concat(
        [for behavior in aws_cloudfront_distribution.site.default_cache_behavior : [behavior.allowed_methods, behavior.cached_methods]],
        [for behavior in aws_cloudfront_distribution.site.ordered_cache_behavior : [behavior.allowed_methods, behavior.cached_methods]],
      ) : toset(behavior[0]) == toset(["GET", "HEAD", "OPTIONS"]) && toset(behavior[1]) == toset(["GET", "HEAD"])
    ])
    error_message = "The site is read, never written."
  }

  assert {
    condition = alltrue([
      for behavior in concat(
        [for behavior in aws_cloudfront_distribution.site.default_cache_behavior : [behavior.compress, behavior.viewer_protocol_policy, behavior.response_headers_policy_id]],
        [for behavior in aws_cloudfront_distribution.site.ordered_cache_behavior : [behavior.compress, behavior.viewer_protocol_policy, behavior.response_headers_policy_id]],
      ) : behavior == [true, "redirect-to-https", aws_cloudfront_response_headers_policy.security.id]
    ])
    error_message = "Every answer is compressed, by TLS, with the security headers."
  }

  assert {
    condition = alltrue([
      for functions in concat(
        [for behavior in aws_cloudfront_distribution.site.default_cache_behavior : behavior.function_association],
        [for behavior in aws_cloudfront_distribution.site.ordered_cache_behavior : behavior.function_association if behavior.target_origin_id == "server"],
      ) : [for function in functions : [function.event_type, function.function_arn]] == [["viewer-request", aws_cloudfront_function.viewer_headers.arn]]
    ])
    error_message = "The server has to learn which host was asked for."
  }

  assert {
    condition = (
      aws_cloudfront_function.viewer_headers.publish && aws_cloudfront_function.viewer_headers.runtime == "cloudfront-js-2.0" &&
      length(regexall("request\\.headers\\[[^\\]]+\\] = ", aws_cloudfront_function.viewer_headers.code)) == 2 &&
      strcontains(aws_cloudfront_function.viewer_headers.code, "request.headers[\"x-client-address\"] = { value: event.viewer.ip }") &&
      strcontains(aws_cloudfront_function.viewer_headers.code, "request.headers[\"x-forwarded-host\"] = { value: request.headers.host.value }")
    )
    error_message = "The function sets x-forwarded-host and x-client-address and nothing else."
  }

  # The distribution.

  assert {
    condition = (
      aws_cloudfront_distribution.site.enabled && aws_cloudfront_distribution.site.http_version == "http2and3" &&
      aws_cloudfront_distribution.site.is_ipv6_enabled && aws_cloudfront_distribution.site.price_class == "PriceClass_100"
    )
    error_message = "HTTP/2, HTTP/3 and IPv6."
  }

  assert {
    condition = (
      one(aws_cloudfront_distribution.site.viewer_certificate).cloudfront_default_certificate && length(aws_cloudfront_distribution.site.aliases) == 0 &&
      output.url == "https://d1example.cloudfront.net"
    )
    error_message = "Without a domain the distribution's own name works."
  }

  assert {
    condition = (
      length(aws_wafv2_web_acl.site) == 0 && length(aws_s3_bucket.access_logs) == 0 && length(aws_cloudwatch_log_delivery.access_logs) == 0 &&
      length(aws_acm_certificate.site) == 0 && length(aws_route53_record.site) == 0
    )
    error_message = "What is optional is not there."
  }

  assert {
    condition = [
      for headers in aws_cloudfront_response_headers_policy.security.security_headers_config : [
        one(headers.strict_transport_security).access_control_max_age_sec, one(headers.strict_transport_security).include_subdomains,
        one(headers.strict_transport_security).override, one(headers.content_type_options).override,
        one(headers.frame_options).frame_option, one(headers.frame_options).override,
        one(headers.referrer_policy).referrer_policy, one(headers.referrer_policy).override,
        one(headers.content_security_policy).override,
        strcontains(one(headers.content_security_policy).content_security_policy, "script-src 'none'; object-src 'none'; "),
      ]
    ] == [[31536000, false, true, true, "DENY", true, "strict-origin-when-cross-origin", true, false, true]]
    error_message = "Security headers are set on every answer, whatever the origin says, but for what a page may load; HSTS binds this host alone."
  }

  assert {
    condition = (
      {
        for item in one(aws_cloudfront_response_headers_policy.security.custom_headers_config).items : item.header => item.override
      } == { "Cross-Origin-Opener-Policy" = true, "Permissions-Policy" = true } &&
      length(aws_cloudfront_response_headers_policy.security.cors_config) == 0
    )
    error_message = "What else a page may do comes from here, CORS from the app."
  }
}
