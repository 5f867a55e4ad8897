variable "name" {
  description = "Name of the event bus, and beginning of every other name."
  type        = string
}

variable "package" {
  description = "Path of the worker's zip."
  type        = string
}

variable "table" {
  description = "The cache table."
  type        = object({ name = string, arn = string })
}

variable "log_retention_days" {
  description = "How long CloudWatch keeps the logs."
  type        = number
  default     = 30
}

variable "permissions_boundary_arn" {
  description = "Boundary of the worker's role; null for none."
  type        = string
  default     = null
}
