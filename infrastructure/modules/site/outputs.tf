output "url" {
  description = "Where visitors find the site."
  value       = "https://${var.domain_name == null ? aws_cloudfront_distribution.site.domain_name : var.domain_name}"
}

output "distribution_id" {
  description = "Id of the CloudFront distribution."
  value       = aws_cloudfront_distribution.site.id
}

output "distribution_arn" {
  description = "ARN of the CloudFront distribution."
  value       = aws_cloudfront_distribution.site.arn
}
