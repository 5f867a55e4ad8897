# Refuses an address that asks far more than a person does. Optional: it has a monthly price.
resource "aws_wafv2_web_acl" "site" {
  count    = var.requests_per_five_minutes == null ? 0 : 1
  provider = aws.us_east_1

  name  = var.name
  scope = "CLOUDFRONT"

  default_action {
    allow {}
  }

  rule {
    name     = "rate"
    priority = 0

    action {
      block {}
    }

    statement {
      rate_based_statement {
        aggregate_key_type    = "IP"
        evaluation_window_sec = 300
        limit                 = var.requests_per_five_minutes

        # A first visit takes a dozen files, and many visitors may share an address: only what reaches the server counts.
        scope_down_statement {
          not_statement {
            statement {
              byte_match_statement {
                search_string         = "/_next/static/"
                positional_constraint = "STARTS_WITH"

                field_to_match {
                  uri_path {}
                }

                text_transformation {
                  priority = 0
                  type     = "NONE"
                }
              }
            }
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "${var.name}-rate"
      sampled_requests_enabled   = false
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = var.name
    sampled_requests_enabled   = false
  }
}
