locals {
  server_origin = "server"
  assets_origin = "s3"

  # Managed by AWS, the same in every account:
  # https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
  # https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html
  caching_disabled              = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
  all_viewer_except_host_header = "b689b0a8-53d0-40ab-baf2-68738e2966ac"

  # Read only. A signed request with a body would need its hash from the viewer.
  methods = ["GET", "HEAD", "OPTIONS"]

  # Every code that CloudFront keeps an answer of, for 10 seconds if it is not told otherwise:
  # https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html
  error_codes = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504]
}

resource "aws_cloudfront_distribution" "site" {
  comment         = var.name
  enabled         = true
  is_ipv6_enabled = true
  http_version    = "http2and3"
  price_class     = var.price_class
  aliases         = var.domain_name == null ? [] : [var.domain_name]
  web_acl_id      = one(aws_wafv2_web_acl.site[*].arn)

  origin {
    origin_id                = local.server_origin
    domain_name              = trimsuffix(trimprefix(var.server.url, "https://"), "/")
    origin_access_control_id = aws_cloudfront_origin_access_control.server.id

    # A request that CloudFront sends again would be counted twice.
    connection_attempts = 1

    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
      # Longer than the function may take, so that its own answer arrives.
      origin_read_timeout      = 20
      origin_keepalive_timeout = 30
    }
  }

  origin {
    origin_id                = local.assets_origin
    domain_name              = var.assets_domain
    origin_path              = "/${var.asset_prefix}"
    origin_access_control_id = aws_cloudfront_origin_access_control.assets.id
  }

  # An answer of the CDN would be one that is not counted, so nothing of the server is kept. It compresses by
  # itself: CloudFront compresses only what it may keep.
  default_cache_behavior {
    target_origin_id           = local.server_origin
    viewer_protocol_policy     = "redirect-to-https"
    allowed_methods            = local.methods
    cached_methods             = ["GET", "HEAD"]
    compress                   = true
    cache_policy_id            = local.caching_disabled
    origin_request_policy_id   = local.all_viewer_except_host_header
    response_headers_policy_id = aws_cloudfront_response_headers_policy.security.id

    function_association {
      event_type   = "viewer-request"
      function_arn = aws_cloudfront_function.viewer_headers.arn
    }
  }

  dynamic "ordered_cache_behavior" {
    for_each = var.behaviors
    iterator = behavior

    content {
      path_pattern               = behavior.value.pattern
      target_origin_id           = behavior.value.origin == "s3" ? local.assets_origin : local.server_origin
      viewer_protocol_policy     = "redirect-to-https"
      allowed_methods            = local.methods
      cached_methods             = ["GET", "HEAD"]
      compress                   = true
      cache_policy_id            = behavior.value.origin == "s3" ? aws_cloudfront_cache_policy.assets.id : local.caching_disabled
      origin_request_policy_id   = behavior.value.origin == "s3" ? null : local.all_viewer_except_host_header
      response_headers_policy_id = aws_cloudfront_response_headers_policy.security.id

      dynamic "function_association" {
        for_each = behavior.value.origin == "s3" ? [] : [aws_cloudfront_function.viewer_headers.arn]

        content {
          event_type   = "viewer-request"
          function_arn = function_association.value
        }
      }
    }
  }

  # An error that is over must not be shown any longer.
  dynamic "custom_error_response" {
    for_each = local.error_codes

    content {
      error_code            = custom_error_response.value
      error_caching_min_ttl = 0
    }
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = var.domain_name == null
    acm_certificate_arn            = one(aws_acm_certificate_validation.site[*].certificate_arn)
    ssl_support_method             = var.domain_name == null ? null : "sni-only"
    # With its own name CloudFront takes TLSv1 only as a value, and decides by itself.
    minimum_protocol_version = var.domain_name == null ? "TLSv1" : "TLSv1.2_2021"
  }
}
