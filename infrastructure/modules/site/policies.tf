resource "aws_cloudfront_function" "viewer_headers" {
  name    = "${var.name}-viewer-headers"
  comment = "Sets x-viewer-headers"
  runtime = "cloudfront-js-2.0"
  code    = file("${path.module}/viewer-headers.js")
  publish = true
}

# Files that never change under their name. Cache-Control of each object decides; above 0 the minimum would overrule it.
resource "aws_cloudfront_cache_policy" "assets" {
  name        = "${var.name}-assets"
  min_ttl     = 0
  default_ttl = 86400
  max_ttl     = 31536000

  parameters_in_cache_key_and_forwarded_to_origin {
    enable_accept_encoding_brotli = true
    enable_accept_encoding_gzip   = true

    cookies_config {
      cookie_behavior = "none"
    }

    headers_config {
      header_behavior = "none"
    }

    query_strings_config {
      query_string_behavior = "none"
    }
  }
}

# The same headers as next.config.mjs and lib/http/content-security-policy.ts give; those of the server stand where a page
# needs more. CORS is the app's own matter: it is open for /api only.
resource "aws_cloudfront_response_headers_policy" "security" {
  name = "${var.name}-security"

  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = 31536000
      # Other hosts below the operator's domain are not ours to hold to TLS, for a year and past a removal.
      include_subdomains = false
      override           = true
    }

    content_type_options {
      override = true
    }

    # For files, which run nothing. What pages are allowed is theirs to say.
    content_security_policy {
      content_security_policy = "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
      override                = false
    }

    frame_options {
      frame_option = "DENY"
      override     = true
    }

    referrer_policy {
      referrer_policy = "strict-origin-when-cross-origin"
      override        = true
    }
  }

  custom_headers_config {
    items {
      header   = "Cross-Origin-Opener-Policy"
      value    = "same-origin"
      override = true
    }

    items {
      header   = "Permissions-Policy"
      value    = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
      override = true
    }
  }
}
