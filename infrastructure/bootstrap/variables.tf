variable "region" {
  description = "Region of the states and of everything but CloudFront."
  type        = string
  default     = "eu-west-3"
}

variable "github_repository" {
  description = "owner/name of the repository whose workflows may deploy; null for none."
  type        = string
  default     = null

  validation {
    condition     = var.github_repository == null || can(regex("^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$", var.github_repository))
    error_message = "The repository has to be given as owner/name."
  }
}

variable "github_environments" {
  description = "GitHub environments whose jobs may deploy, each the stage of its name."
  type        = list(string)
  default     = ["staging", "production"]

  validation {
    condition     = length(setsubtract(var.github_environments, ["dev", "staging", "production"])) == 0
    error_message = "An environment has to be a stage: dev, staging or production."
  }
}

variable "create_oidc_provider" {
  description = "False where the account already trusts GitHub: it can have this provider only once."
  type        = bool
  default     = true
}

variable "hosted_zone_id" {
  description = "Route 53 zone of the stages' domains; null for none."
  type        = string
  default     = null
}

variable "domain_names" {
  description = "For each stage with a domain of its own, that domain: its deployments may change its records and those below it that prove it."
  type        = map(string)
  default     = {}

  validation {
    condition     = length(var.domain_names) == 0 || var.hosted_zone_id != null
    error_message = "A domain needs the Route 53 zone that holds it (hosted_zone_id)."
  }

  validation {
    condition     = alltrue([for name in values(var.domain_names) : can(regex("^[a-z0-9-]+(\\.[a-z0-9-]+)+$", name))])
    error_message = "A domain has to be one whole name in lower case, such as films.example.org."
  }
}
