output "url" {
  description = "Where visitors find the site."
  value       = module.movies_viewer.url
}

output "distribution_id" {
  description = "Id of the CloudFront distribution."
  value       = module.movies_viewer.distribution_id
}

output "function_name" {
  description = "Name of the server function."
  value       = module.movies_viewer.function_name
}

output "alias_name" {
  description = "Alias of the version that visitors get."
  value       = module.movies_viewer.alias_name
}

output "assets_bucket" {
  description = "Bucket of the static files."
  value       = module.movies_viewer.assets_bucket
}

output "asset_prefix" {
  description = "Folder in it that visitors may read."
  value       = module.movies_viewer.asset_prefix
}

output "table_name" {
  description = "Name of the cache table."
  value       = module.movies_viewer.table_name
}

output "event_bus_name" {
  description = "Bus that takes requests to clear the cache."
  value       = module.movies_viewer.event_bus_name
}

output "parameter_name" {
  description = "SSM parameter that holds TMDB's read key."
  value       = module.movies_viewer.parameter_name
}

output "tmdb_read_key_version" {
  description = "Version of the key that is in place; 0 for none."
  value       = module.movies_viewer.tmdb_read_key_version
}

output "region" {
  description = "Region of everything but CloudFront."
  value       = module.movies_viewer.region
}

output "dashboard" {
  description = "Name of the CloudWatch dashboard."
  value       = module.movies_viewer.dashboard
}
