output "bucket" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.assets.id
}

output "domain" {
  description = "Domain that CloudFront reads from."
  value       = aws_s3_bucket.assets.bucket_regional_domain_name
}
