variable "name" {
  description = "Name of the parameter, with a leading slash."
  type        = string

  validation {
    condition     = startswith(var.name, "/")
    error_message = "The name has to begin with a slash."
  }
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

  validation {
    condition     = var.tmdb_read_key_version >= 0 && floor(var.tmdb_read_key_version) == var.tmdb_read_key_version
    error_message = "The version has to be a whole number, 0 or more."
  }
}
