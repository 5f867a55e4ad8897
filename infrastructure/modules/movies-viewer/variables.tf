variable "stage" {
  description = "Name of the environment, part of every name."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{1,11}$", var.stage))
    error_message = "A stage has 2 to 12 characters of a-z and 0-9, since it is part of a bucket's name."
  }
}

variable "package_directory" {
  description = "What the build made (.open-next), with server.zip and cache-clearer.zip in it."
  type        = string
}

variable "tmdb_read_key" {
  description = "TMDB's API read access token. Only needed together with another version."
  type        = string
  ephemeral   = true
  sensitive   = true
  default     = null
}

variable "tmdb_read_key_version" {
  description = "Another with each new key, such as the time in seconds. 0: no key was given yet."
  type        = number
  default     = 0
}

variable "tmdb_api_url" {
  description = "Where TMDB's API is; null for TMDB's own."
  type        = string
  default     = null
}

variable "tmdb_image_url" {
  description = "Where TMDB's images are; null for TMDB's own."
  type        = string
  default     = null
}

variable "cache_window_seconds" {
  description = "How long a search stays fresh; null for the app's own two minutes."
  type        = number
  default     = null
}

variable "domain_name" {
  description = "Own domain, such as films.example.org; null for the distribution's own name."
  type        = string
  default     = null
}

variable "hosted_zone_id" {
  description = "Route 53 zone of the domain."
  type        = string
  default     = null
}

variable "price_class" {
  description = "Where CloudFront answers from."
  type        = string
  default     = "PriceClass_100"
}

variable "memory_mb" {
  description = "Memory of the server function in MB, which also sets its share of a processor: 1769 is one."
  type        = number
  default     = 1769
}

variable "reserved_concurrency" {
  description = "Most execution environments of the server at the same time; -1 for no cap of its own."
  type        = number
  default     = -1
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
}

variable "log_retention_days" {
  description = "How long CloudWatch keeps the logs."
  type        = number
  default     = 30
}

variable "requests_per_five_minutes" {
  description = "Most requests of one address to the server in five minutes (WAF); null for no firewall."
  type        = number
  default     = null
}

variable "access_log_days" {
  description = "How long CloudFront's access logs are kept; 0 for none."
  type        = number
  default     = 0
}

variable "alarm_email" {
  description = "Who hears of alarms; null for nobody."
  type        = string
  default     = null
}

variable "monthly_budget_usd" {
  description = "Warns before the account's month costs more; null for no budget."
  type        = number
  default     = null
}

variable "permissions_boundary_arn" {
  description = "Boundary of every role; null for none. The deploy role of bootstrap insists on its own."
  type        = string
  default     = null
}
