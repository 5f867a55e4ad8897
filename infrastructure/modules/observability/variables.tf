variable "name" {
  description = "Name of the dashboard, and beginning of every other name."
  type        = string
}

variable "function_name" {
  description = "Name of the server function."
  type        = string
}

variable "alias_name" {
  description = "Its alias that visitors get."
  type        = string
}

variable "log_group_name" {
  description = "Log group of the server function."
  type        = string
}

variable "distribution_id" {
  description = "Id of the CloudFront distribution."
  type        = string
}

variable "table_name" {
  description = "Name of the cache table."
  type        = string
}

variable "queue_name" {
  description = "Queue of cache clearing."
  type        = string
}

variable "dead_letter_queue_name" {
  description = "Its dead-letter queue."
  type        = string
}

variable "alarm_email" {
  description = "Who hears of alarms; null for nobody."
  type        = string
  default     = null
}

variable "monthly_budget_usd" {
  description = "Warns when the account has spent 80 % of it in a month, and when it will pass it; null for no budget. Needs an address."
  type        = number
  default     = null

  validation {
    condition     = var.monthly_budget_usd == null || var.alarm_email != null
    error_message = "A budget needs somebody to warn (alarm_email)."
  }
}
