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
  description = "Route 53 zone that a deployment may write to; null for none."
  type        = string
  default     = null
}
