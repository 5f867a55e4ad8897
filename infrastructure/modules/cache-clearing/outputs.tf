output "event_bus_name" {
  description = "Bus that takes events with the source movies-viewer and the detail type Clear cache."
  value       = aws_cloudwatch_event_bus.bus.name
}

output "queue_name" {
  description = "Queue of what is to be cleared."
  value       = aws_sqs_queue.clear_cache.name
}

output "dead_letter_queue_name" {
  description = "Queue of what could not be done."
  value       = aws_sqs_queue.dead_letters.name
}
