# One stage, whole.

locals {
  name = "movies-viewer-${var.stage}"
}

module "open_next" {
  source = "../open-next"

  output_json = try(file("${var.package_directory}/open-next.output.json"), null)
}

module "cache_table" {
  source = "../cache-table"

  name = "${local.name}-cache"
}

module "secret" {
  source = "../secret"

  name                  = "/movies-viewer/${var.stage}/tmdb-read-key"
  tmdb_read_key         = var.tmdb_read_key
  tmdb_read_key_version = var.tmdb_read_key_version
}

module "server" {
  source = "../server"

  name                     = "${local.name}-server"
  package                  = "${var.package_directory}/server.zip"
  handler                  = module.open_next.handler
  table                    = module.cache_table
  parameter                = module.secret
  memory_mb                = var.memory_mb
  reserved_concurrency     = var.reserved_concurrency
  tracing                  = var.tracing
  tracing_layer_arn        = var.tracing_layer_arn
  log_retention_days       = var.log_retention_days
  permissions_boundary_arn = var.permissions_boundary_arn

  environment = {
    CACHE_WINDOW_SECONDS = var.cache_window_seconds
    TMDB_API_URL         = var.tmdb_api_url
    TMDB_IMAGE_URL       = var.tmdb_image_url
  }
}

module "assets" {
  source = "../assets"

  name             = "${local.name}-assets"
  prefix           = module.open_next.asset_prefix
  distribution_arn = module.site.distribution_arn
}

module "site" {
  source = "../site"

  providers = {
    aws           = aws
    aws.us_east_1 = aws.us_east_1
  }

  name                      = local.name
  assets_domain             = module.assets.domain
  asset_prefix              = module.open_next.asset_prefix
  behaviors                 = module.open_next.behaviors
  server                    = module.server
  price_class               = var.price_class
  domain_name               = var.domain_name
  hosted_zone_id            = var.hosted_zone_id
  requests_per_five_minutes = var.requests_per_five_minutes
  access_log_days           = var.access_log_days
}

module "cache_clearing" {
  source = "../cache-clearing"

  name                     = local.name
  package                  = "${var.package_directory}/cache-clearer.zip"
  table                    = module.cache_table
  log_retention_days       = var.log_retention_days
  permissions_boundary_arn = var.permissions_boundary_arn
}

module "observability" {
  source = "../observability"

  name                   = local.name
  function_name          = module.server.function_name
  alias_name             = module.server.alias_name
  log_group_name         = module.server.log_group_name
  distribution_id        = module.site.distribution_id
  table_name             = module.cache_table.name
  queue_name             = module.cache_clearing.queue_name
  dead_letter_queue_name = module.cache_clearing.dead_letter_queue_name
  alarm_email            = var.alarm_email
  monthly_budget_usd     = var.monthly_budget_usd
}
