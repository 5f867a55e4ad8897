# Reads what the build says about itself. Has no resources: it is where a plan fails when the build and
# the stack do not fit, before anything is changed.

locals {
  # Null instead of an error, so that a stack can be removed without a build.
  document = try(jsondecode(var.output_json), null)

  origins       = try(local.document.origins, {})
  all_behaviors = try(local.document.behaviors, [])

  # Nobody asks for BUILD_ID, and `*` is the default behaviour.
  behaviors = [
    for behavior in local.all_behaviors : {
      pattern = behavior.pattern
      # Image requests go to the server too: pages link TMDB's own sizes, so nothing resizes one here.
      origin = behavior.origin == "s3" ? "s3" : "server"
    } if !contains(["*", "BUILD_ID"], behavior.pattern)
  ]

  unknown_origins = distinct([
    for behavior in local.all_behaviors : behavior.origin
    if !contains(["default", "s3", "imageOptimizer"], behavior.origin)
  ])
}
