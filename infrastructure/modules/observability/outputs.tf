output "dashboard" {
  description = "Name of the dashboard."
  value       = aws_cloudwatch_dashboard.dashboard.dashboard_name
}
