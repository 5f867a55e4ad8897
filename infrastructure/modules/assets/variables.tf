variable "name" {
  description = "Beginning of the bucket's name, at most 36 characters; AWS adds what makes it unique."
  type        = string
}

variable "prefix" {
  description = "Folder that visitors may read, without slashes."
  type        = string
}

variable "distribution_arn" {
  description = "The CloudFront distribution that may read it."
  type        = string
}
