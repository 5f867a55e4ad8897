variable "region" {
  description = "Region of everything but CloudFront."
  type        = string
  default     = "eu-west-3"
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

variable "alarm_email" {
  description = "Who hears of alarms; null for nobody."
  type        = string
  default     = null
}

variable "monthly_budget_usd" {
  description = "Warns before the account's month costs more; null for no budget. Needs alarm_email."
  type        = number
  default     = null
}

variable "permissions_boundary_arn" {
  description = "Boundary of every role; null for none. The deploy role of bootstrap insists on its own."
  type        = string
  default     = null
}
