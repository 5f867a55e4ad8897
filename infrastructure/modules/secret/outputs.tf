data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

output "name" {
  description = "Name of the parameter."
  value       = var.name
}

output "arn" {
  description = "ARN of the parameter; made from its name, so that it is known before there is a key."
  value = join(":", [
    "arn", data.aws_partition.current.partition, "ssm", data.aws_region.current.id,
    data.aws_caller_identity.current.account_id, "parameter${var.name}",
  ])
}

output "version" {
  description = "Version of the key that is in place; 0 for none."
  value       = var.tmdb_read_key_version
}
