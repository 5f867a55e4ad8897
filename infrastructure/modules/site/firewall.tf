locals {
  # Paths that the bucket answers, as regular expressions. Of `_next/*` the server has some: what lies in the bucket is below `static`.
  files = [
    for behavior in var.behaviors :
    replace(replace(behavior.pattern == "_next/*" ? "_next/static/*" : behavior.pattern, ".", "\\."), "*", ".*")
    if behavior.origin == "s3"
  ]
}

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

        # A first visit takes dozens of files, and many visitors may share an address: only what reaches the server counts. That
        # is requests, not pages: a page's links and search field ask for more by script.
        scope_down_statement {
          not_statement {
            statement {
              regex_match_statement {
                regex_string = "^/(${join("|", local.files)})$"

                field_to_match {
                  uri_path {}
                }

                # As the distribution reads a path before it chooses who answers: `/_next/static/../../api` is no file.
                text_transformation {
                  priority = 0
                  type     = "URL_DECODE"
                }

                text_transformation {
                  priority = 1
                  type     = "NORMALIZE_PATH"
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
