output "state_bucket" {
  description = "Bucket of the states."
  value       = aws_s3_bucket.state.id
}

output "region" {
  description = "Its region."
  value       = var.region
}

output "deploy_role_arns" {
  description = "For each environment of GitHub's, the role that its jobs take: its variable DEPLOY_ROLE_ARN."
  value       = { for stage, role in aws_iam_role.deploy : stage => role.arn }
}

output "permissions_boundary_arns" {
  description = "For each, the boundary that a deployment by that role has to give: its variable PERMISSIONS_BOUNDARY_ARN."
  value       = { for stage, boundary in aws_iam_policy.boundary : stage => boundary.arn }
}
