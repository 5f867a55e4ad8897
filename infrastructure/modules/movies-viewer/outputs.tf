data "aws_region" "current" {}

output "url" {
  description = "Where visitors find the site."
  value       = module.site.url
}

output "distribution_id" {
  description = "Id of the CloudFront distribution."
  value       = module.site.distribution_id
}

output "function_name" {
  description = "Name of the server function."
  value       = module.server.function_name
}

output "alias_name" {
  description = "Alias of the version that visitors get."
  value       = module.server.alias_name
}

output "assets_bucket" {
  description = "Bucket of the static files."
  value       = module.assets.bucket
}

output "asset_prefix" {
  description = "Folder in it that visitors may read."
  value       = module.open_next.asset_prefix
}

output "table_name" {
  description = "Name of the cache table."
  value       = module.cache_table.name
}

output "event_bus_name" {
  description = "Bus that takes requests to clear the cache."
  value       = module.cache_clearing.event_bus_name
}

output "parameter_name" {
  description = "SSM parameter that holds TMDB's read key."
  value       = module.secret.name
}

output "tmdb_read_key_version" {
  description = "Version of the key that is in place; 0 for none."
  value       = module.secret.version
}

output "region" {
  description = "Region of everything but CloudFront."
  value       = data.aws_region.current.id
}

output "dashboard" {
  description = "Name of the CloudWatch dashboard."
  value       = module.observability.dashboard
}
