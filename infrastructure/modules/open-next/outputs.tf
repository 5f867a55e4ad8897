output "behaviors" {
  description = "Path patterns in CloudFront's order of precedence, each with its origin: s3 or server."
  value       = local.behaviors

  precondition {
    condition     = local.document != null
    error_message = "There is no readable open-next.output.json. Run `npm run cloud:build` first."
  }

  precondition {
    condition     = length(local.unknown_origins) == 0
    error_message = "The build wants origins that this stack does not have: ${join(", ", local.unknown_origins)}. Build one server function (open-next.config.ts), or add the origin to modules/site."
  }

  precondition {
    condition     = local.document == null || contains(local.all_behaviors[*].pattern, "*")
    error_message = "The build has no behaviour for `*`, so nothing would answer a page."
  }

  # https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
  precondition {
    condition     = length(local.behaviors) <= 24
    error_message = "CloudFront takes 25 cache behaviours, the build needs ${length(local.behaviors) + 1}. Every entry at the top of public/ makes one: move files into one folder."
  }
}

output "asset_prefix" {
  description = "Folder in the bucket that holds the assets, without slashes."
  value       = try(local.origins.s3.originPath, "_assets")

  precondition {
    condition     = local.document == null || can(regex("^[^/]+$", local.origins.s3.originPath))
    error_message = "The build has no origin `s3` whose originPath is one folder."
  }
}

output "handler" {
  description = "Handler of the server function."
  value       = try(local.origins.default.handler, "index.handler")

  precondition {
    condition     = local.document == null || try(local.origins.default.type, "") == "function"
    error_message = "The build has no server function `default`."
  }

  precondition {
    condition     = local.document == null || !try(local.origins.default.streaming, true)
    error_message = "The server function streams, but its URL answers in one piece (BUFFERED). Use a wrapper without streaming in open-next.config.ts."
  }

  precondition {
    condition     = length(try(local.document.edgeFunctions, {})) == 0
    error_message = "The build has edge functions, which this stack does not deploy."
  }

  precondition {
    condition = local.document == null || (
      try(local.document.additionalProps.disableIncrementalCache, false) &&
      try(local.document.additionalProps.disableTagCache, false)
    )
    error_message = "The build wants OpenNext's own caches, for which this stack has no bucket, queue or table. Set dangerous.disableIncrementalCache and dangerous.disableTagCache in open-next.config.ts."
  }
}
