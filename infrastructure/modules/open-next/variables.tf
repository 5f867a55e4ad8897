variable "output_json" {
  description = "Text of open-next.output.json; null where the build has not run."
  type        = string
  nullable    = true
}
