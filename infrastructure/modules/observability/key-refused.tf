# The app writes a line when TMDB refuses its key or the key can't be a key at all.

locals {
  key_namespace = "MoviesViewer/${var.name}"
  key_metric    = "KeyRefused"
}

resource "aws_cloudwatch_log_metric_filter" "key_refused" {
  name           = "${var.name}-key-refused"
  log_group_name = var.log_group_name
  pattern        = "{ ($.event = \"tmdb-failed\") && ($.error = \"TmdbKey*\") }"

  metric_transformation {
    namespace = local.key_namespace
    name      = local.key_metric
    value     = "1"
  }
}
