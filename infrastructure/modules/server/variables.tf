variable "name" {
  description = "Name of the function."
  type        = string
}

variable "package" {
  description = "Path of the zip to deploy."
  type        = string
}

variable "handler" {
  description = "Entry point in the zip."
  type        = string
  default     = "index.handler"
}

variable "table" {
  description = "The cache table."
  type        = object({ name = string, arn = string })
}

variable "parameter" {
  description = "The SSM parameter that holds TMDB's read key."
  type        = object({ name = string, arn = string })
}

variable "environment" {
  description = "Further environment variables; those that are null are left out."
  type        = map(string)
  default     = {}
}

variable "memory_mb" {
  description = "Memory in MB, which also sets the share of a processor: 1769 is one."
  type        = number
  default     = 1769
}

variable "timeout_seconds" {
  description = "Longest time for one answer."
  type        = number
  default     = 15
}

variable "reserved_concurrency" {
  description = "Most execution environments at the same time; -1 for no cap of its own."
  type        = number
  default     = -1
}

variable "log_retention_days" {
  description = "How long CloudWatch keeps the logs."
  type        = number
  default     = 30
}

variable "tracing" {
  description = "Whether X-Ray samples requests."
  type        = bool
  default     = false
}

variable "tracing_layer_arn" {
  description = "Layer of the AWS Distro for OpenTelemetry, which adds the app's own spans to what X-Ray samples; null for none."
  type        = string
  default     = null

  validation {
    condition     = var.tracing_layer_arn == null || var.tracing
    error_message = "A layer that traces needs tracing = true: without it the function may not write traces."
  }
}

variable "permissions_boundary_arn" {
  description = "Boundary of the function's role; null for none."
  type        = string
  default     = null
}
