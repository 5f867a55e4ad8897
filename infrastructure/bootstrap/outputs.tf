output "state_bucket" {
  description = "Bucket of the states."
  value       = aws_s3_bucket.state.id
}

output "region" {
  description = "Its region."
  value       = var.region
}

output "deploy_role_arn" {
  description = "Role for GitHub Actions; null where no repository is given."
  value       = one(aws_iam_role.deploy[*].arn)
}

output "permissions_boundary_arn" {
  description = "What a deployment by that role has to give as permissions_boundary_arn."
  value       = one(aws_iam_policy.boundary[*].arn)
}
