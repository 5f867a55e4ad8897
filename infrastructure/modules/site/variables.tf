variable "name" {
  description = "Beginning of every name."
  type        = string
}

variable "assets_domain" {
  description = "Domain of the bucket that holds the static files."
  type        = string
}

variable "asset_prefix" {
  description = "Folder in that bucket, without slashes."
  type        = string
}

variable "behaviors" {
  description = "Path patterns in order of precedence, each with its origin: s3 or server."
  type        = list(object({ pattern = string, origin = string }))

  validation {
    condition     = alltrue([for behavior in var.behaviors : contains(["s3", "server"], behavior.origin)])
    error_message = "An origin has to be s3 or server."
  }
}

variable "server" {
  description = "The server function: its name, its alias, and the alias's URL."
  type        = object({ function_name = string, alias_name = string, url = string })
}

variable "price_class" {
  description = "Where CloudFront answers from (PriceClass_100: Europe and North America)."
  type        = string
  default     = "PriceClass_100"
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

  validation {
    condition     = var.domain_name == null || var.hosted_zone_id != null
    error_message = "A domain needs the Route 53 zone that its records go to (hosted_zone_id)."
  }
}

variable "requests_per_five_minutes" {
  description = "Most requests of one address to the server in five minutes; more are refused. Null for no firewall."
  type        = number
  default     = null
}

variable "access_log_days" {
  description = "How long access logs are kept; 0 for none."
  type        = number
  default     = 0
}
