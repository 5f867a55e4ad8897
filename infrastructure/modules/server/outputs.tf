output "function_name" {
  description = "Name of the function."
  value       = aws_lambda_function.server.function_name
}

output "alias_name" {
  description = "Name of the alias that visitors get."
  value       = aws_lambda_alias.live.name
}

output "url" {
  description = "Function URL of the alias; answers only signed requests."
  value       = aws_lambda_function_url.live.function_url
}

output "log_group_name" {
  description = "Name of the log group."
  value       = aws_cloudwatch_log_group.server.name
}
