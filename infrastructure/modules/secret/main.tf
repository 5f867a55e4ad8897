# TMDB's read key. It is a write-only argument: it goes to SSM and stays out of the state and every plan.
resource "aws_ssm_parameter" "tmdb_read_key" {
  count = var.tmdb_read_key_version > 0 ? 1 : 0

  name        = var.name
  description = "TMDB's API read access token"
  type        = "SecureString"

  # Sent when the version changes and at no other time, so a later apply needs no key. It must not be empty even then, and
  # says what is wrong to whoever finds it: a parameter that was removed by hand is made anew with it.
  value_wo         = coalesce(var.tmdb_read_key, "no key was given with this version")
  value_wo_version = var.tmdb_read_key_version
}
