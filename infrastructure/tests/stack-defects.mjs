/**
 * Defects that stacks of this kind have had, as replacements of text that a file holds exactly once. `test` names the
 * file that has to notice; `refusal` is what Terraform itself says where it refuses the defect.
 */
const modules = (name) => `modules/${name}.tf`;
const defect = (test, name, file, ...changes) => ({ test, name, file, changes });

const server = [
  defect("server", "Function URL is public", modules("server/main"), [
    `authorization_type = "AWS_IAM"`,
    `authorization_type = "NONE"`,
  ]),
  defect("server", "Function URL leads past the live version", modules("server/main"), [
    `  qualifier          = aws_lambda_alias.live.name\n`,
    ``,
  ]),
  defect("server", "Function URL streams", modules("server/main"), [`"BUFFERED"`, `"RESPONSE_STREAM"`]),
  defect("server", "versions are not published", modules("server/main"), [
    `publish = true`,
    `publish = false`,
  ]),
  defect("server", "a new build is not noticed", modules("server/main"), [
    `fileexists(var.package) ? filebase64sha256(var.package) : null`,
    `"same"`,
  ]),
  defect("server", "logs are kept forever", modules("server/main"), [
    `  retention_in_days = var.log_retention_days\n`,
    ``,
  ]),
  defect("server", "every table may be used", modules("server/role"), [`[var.table.arn]`, `["*"]`]),
  defect("server", "every action on the table is allowed", modules("server/role"), [
    `["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"]`,
    `["dynamodb:*"]`,
  ]),
  defect("server", "every parameter may be read", modules("server/role"), [`[var.parameter.arn]`, `["*"]`]),
  defect("server", "everybody may take the role", modules("server/role"), [
    `{ Service = "lambda.amazonaws.com" }`,
    `{ AWS = "*" }`,
  ]),
];

const site = [
  {
    ...defect("site", "second permission is missing", modules("site/origin-access"), [
      `resource "aws_lambda_permission" "invoke_function" {\n`,
      `resource "aws_lambda_permission" "invoke_function" {\n  count = 0\n`,
    ]),
    refusal: "Missing resource instance key",
  },
  defect("site", "permission for another action", modules("site/origin-access"), [
    `"lambda:InvokeFunction"`,
    `"lambda:GetFunction"`,
  ]),
  defect("site", "permission for everybody", modules("site/origin-access"), [
    `  statement_id  = "cloudfront-invokes-function"
  action        = "lambda:InvokeFunction"
  principal     = "cloudfront.amazonaws.com"`,
    `  statement_id  = "cloudfront-invokes-function"
  action        = "lambda:InvokeFunction"
  principal     = "*"`,
  ]),
  defect("site", "permission for every distribution", modules("site/origin-access"), [
    `  source_arn             = aws_cloudfront_distribution.site.arn\n`,
    ``,
  ]),
  defect("site", "requests to the server are never signed", modules("site/origin-access"), [
    `  origin_access_control_origin_type = "lambda"
  signing_behavior                  = "always"`,
    `  origin_access_control_origin_type = "lambda"
  signing_behavior                  = "never"`,
  ]),
  defect("site", "requests to the bucket are signed only sometimes", modules("site/origin-access"), [
    `  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"`,
    `  origin_access_control_origin_type = "s3"
  signing_behavior                  = "no-override"`,
  ]),
  defect("site", "bucket has no access control", modules("site/distribution"), [
    `    origin_access_control_id = aws_cloudfront_origin_access_control.assets.id\n`,
    ``,
  ]),
  defect("site", "default behaviour is cached", modules("site/distribution"), [
    `    cache_policy_id            = local.caching_disabled\n`,
    `    cache_policy_id            = "658327ea-f89d-4fab-a63d-7e88639e58f6"\n`,
  ]),
  defect("site", "viewer's headers (rsc) are not forwarded", modules("site/distribution"), [
    `    origin_request_policy_id   = local.all_viewer_except_host_header\n`,
    ``,
  ]),
  defect("site", "viewer's Host is forwarded", modules("site/distribution"), [
    `"b689b0a8-53d0-40ab-baf2-68738e2966ac"`,
    `"216adef6-5c7f-47e4-b989-5492eafa07d3"`,
  ]),
  defect("site", "cookies are in the cache key", modules("site/policies"), [
    `cookie_behavior = "none"`,
    `cookie_behavior = "all"`,
  ]),
  defect("site", "query strings are in the cache key", modules("site/policies"), [
    `query_string_behavior = "none"`,
    `query_string_behavior = "all"`,
  ]),
  defect("site", "no Brotli", modules("site/policies"), [
    `enable_accept_encoding_brotli = true`,
    `enable_accept_encoding_brotli = false`,
  ]),
  defect("site", "files are not compressed", modules("site/distribution"), [
    `      compress                   = true`,
    `      compress                   = false`,
  ]),
  defect("site", "min_ttl = 1", modules("site/policies"), [`min_ttl     = 0`, `min_ttl     = 1`]),
  defect("site", "errors are kept", modules("site/distribution"), [
    `error_caching_min_ttl = 0`,
    `error_caching_min_ttl = 10`,
  ]),
  defect("site", "errors 5xx are kept", modules("site/distribution"), [`, 500, 501, 502, 503, 504]`, `]`]),
  defect("site", "all methods are allowed", modules("site/distribution"), [
    `["GET", "HEAD", "OPTIONS"]`,
    `["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]`,
  ]),
  defect("site", "pages without TLS", modules("site/distribution"), [
    `    target_origin_id           = local.server_origin
    viewer_protocol_policy     = "redirect-to-https"`,
    `    target_origin_id           = local.server_origin
    viewer_protocol_policy     = "allow-all"`,
  ]),
  defect("site", "server is asked without TLS", modules("site/distribution"), [
    `"https-only"`,
    `"match-viewer"`,
  ]),
  defect("site", "server is asked again, and counts twice", modules("site/distribution"), [
    `connection_attempts = 1`,
    `connection_attempts = 3`,
  ]),
  defect("site", "CloudFront gives up before the server", modules("site/distribution"), [
    `origin_read_timeout      = 20`,
    `origin_read_timeout      = 10`,
  ]),
  defect("site", "no HTTP/3", modules("site/distribution"), [`"http2and3"`, `"http2"`]),
  defect("site", "files without security headers", modules("site/distribution"), [
    `      response_headers_policy_id = aws_cloudfront_response_headers_policy.security.id\n`,
    ``,
  ]),
  defect("site", "origin's HSTS wins", modules("site/policies"), [
    `      include_subdomains = false
      override           = true`,
    `      include_subdomains = false
      override           = false`,
  ]),
  defect("site", "HSTS binds other hosts of the domain", modules("site/policies"), [
    `include_subdomains = false`,
    `include_subdomains = true`,
  ]),
  defect(
    "site",
    "a visitor may say under whose name calls to TMDB are counted",
    "modules/site/viewer-headers.js",
    [
      `value: event.viewer.ip`,
      `value: (request.headers["x-client-address"] || { value: event.viewer.ip }).value`,
    ],
  ),
  defect("site", "x-forwarded-host is not set", "modules/site/viewer-headers.js", [
    `request.headers["x-forwarded-host"]`,
    `request.headers["x-host"]`,
  ]),
  defect("site-options", "TLS 1.0", modules("site/distribution"), [`"TLSv1.2_2021"`, `"TLSv1_2016"`]),
  defect("site-options", "firewall counts only", modules("site/firewall"), [
    `      block {}`,
    `      count {}`,
  ]),
  defect("site-options", "files beside the scripts count as requests", modules("site/firewall"), [
    `"^/(\${join("|", local.files)})$"`,
    `"^/_next/static/"`,
  ]),
  defect("site-options", "what the server answers below _next does not count", modules("site/firewall"), [
    `behavior.pattern == "_next/*" ? "_next/static/*" : behavior.pattern`,
    `behavior.pattern`,
  ]),
  defect("site-options", "firewall is not in front", modules("site/distribution"), [
    `  web_acl_id      = one(aws_wafv2_web_acl.site[*].arn)\n`,
    ``,
  ]),
  defect("site-options", "access logs hold addresses", modules("site/access-logs"), [
    `"date", "time",`,
    `"date", "time", "c-ip",`,
  ]),
];

const assets = [
  defect("assets", "everybody may read the bucket", modules("assets/policy"), [
    `{ Service = "cloudfront.amazonaws.com" }`,
    `"*"`,
  ]),
  defect("assets", "every distribution may read the bucket", modules("assets/policy"), [
    `        Condition = { StringEquals = { "AWS:SourceArn" = var.distribution_arn } }\n`,
    ``,
  ]),
  defect("assets", "the whole bucket is readable", modules("assets/policy"), [`}/\${var.prefix}/*"`, `}/*"`]),
  defect("assets", "files without TLS", modules("assets/policy"), [
    `        Effect    = "Deny"`,
    `        Effect    = "Allow"`,
  ]),
  defect("assets", "the bucket can be made public", modules("assets/main"), [
    `restrict_public_buckets = true`,
    `restrict_public_buckets = false`,
  ]),
  defect("assets", "chunks of open pages are deleted by age", modules("assets/main"), [
    `    filter {}\n`,
    `    filter {}\n\n    expiration {\n      days = 30\n    }\n`,
  ]),
];

const secret = [
  {
    ...defect("secret", "key is in the state", modules("secret/main"), [
      `  value_wo         = coalesce(var.tmdb_read_key, "no key was given with this version")
  value_wo_version = var.tmdb_read_key_version`,
      `  value = coalesce(var.tmdb_read_key, "no key was given with this version")`,
    ]),
    // The variable is ephemeral, which alone keeps it out of arguments that are kept.
    refusal: "Invalid use of ephemeral value",
  },
  {
    ...defect("secret", "key is in the state, by a variable that is kept", modules("secret/main"), [
      `  value_wo         = coalesce(var.tmdb_read_key, "no key was given with this version")
  value_wo_version = var.tmdb_read_key_version`,
      `  value = nonsensitive(coalesce(var.tmdb_read_key, "no key was given with this version"))`,
    ]),
    also: { file: modules("secret/variables"), changes: [[`  ephemeral   = true\n`, ``]] },
  },
  defect("secret", "key set by hand enters the state (ignore_changes)", modules("secret/main"), [
    `  value_wo         = coalesce(var.tmdb_read_key, "no key was given with this version")
  value_wo_version = var.tmdb_read_key_version`,
    `  value = "set by hand"

  lifecycle {
    ignore_changes = [value]
  }`,
  ]),
  defect("secret", "key is not encrypted", modules("secret/main"), [`"SecureString"`, `"String"`]),
  defect("secret", "a new key is not sent", modules("secret/main"), [
    `value_wo_version = var.tmdb_read_key_version`,
    `value_wo_version = 7`,
  ]),
];
const cacheTable = [
  defect("cache-table", "items stay forever", modules("cache-table/main"), [
    `    attribute_name = "ttl"
    enabled        = true`,
    `    attribute_name = "ttl"
    enabled        = false`,
  ]),
  defect("cache-table", "a cache is backed up", modules("cache-table/main"), [
    `  point_in_time_recovery {
    enabled = false`,
    `  point_in_time_recovery {
    enabled = true`,
  ]),
  defect("cache-table", "table can't be removed", modules("cache-table/main"), [
    `deletion_protection_enabled = false`,
    `deletion_protection_enabled = true`,
  ]),
];

const cacheClearing = [
  defect("cache-clearing", "everybody may send", modules("cache-clearing/queue"), [
    `{ Service = "events.amazonaws.com" }`,
    `"*"`,
  ]),
  defect("cache-clearing", "every rule may send", modules("cache-clearing/queue"), [
    `      Condition = { ArnEquals = { "aws:SourceArn" = aws_cloudwatch_event_rule.clear_cache.arn } }\n`,
    ``,
  ]),
  defect("cache-clearing", "failures go round forever", modules("cache-clearing/queue"), [
    `maxReceiveCount     = 5`,
    `maxReceiveCount     = 1000`,
  ]),
  defect("cache-clearing", "messages come again too early", modules("cache-clearing/queue"), [
    `6 * local.timeout_seconds`,
    `30`,
  ]),
  defect(
    "cache-clearing",
    "a large table takes longer than the worker may",
    modules("cache-clearing/worker"),
    [`timeout_seconds = 900`, `timeout_seconds = 60`],
  ),
  defect("cache-clearing", "one failure repeats the whole batch", modules("cache-clearing/worker"), [
    `  function_response_types = ["ReportBatchItemFailures"]\n`,
    ``,
  ]),
  defect("cache-clearing", "clearing crowds visitors out", modules("cache-clearing/worker"), [
    `maximum_concurrency = 2`,
    `maximum_concurrency = 1000`,
  ]),
  defect("cache-clearing", "worker may use every table", modules("cache-clearing/worker"), [
    `[var.table.arn]`,
    `["*"]`,
  ]),
];

const observability = [
  defect("observability", "nobody hears of alarms", modules("observability/alarms"), [
    `  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]

  metric_query {`,
    `  metric_query {`,
  ]),
  defect("observability", "everybody may ring", modules("observability/topic"), [
    `{ Service = "cloudwatch.amazonaws.com" }`,
    `"*"`,
  ]),
  defect("observability", "a refused key is not noticed", modules("observability/key-refused"), [
    `tmdb-failed`,
    `failed`,
  ]),
  defect("observability", "what was saved is that of five minutes", modules("observability/dashboard"), [
    `setPeriodToTimeRange = true`,
    `setPeriodToTimeRange = false`,
  ]),
  defect("observability", "what is hot is asked of no log", modules("observability/dashboard"), [
    `SOURCE '\${var.log_group_name}'`,
    `SOURCE '\${var.name}'`,
  ]),
];

const build = [
  defect("open-next", "a build that streams is deployed", modules("open-next/outputs"), [
    `!try(local.origins.default.streaming, true)`,
    `true`,
  ]),
  defect("open-next", "a build with edge functions is deployed", modules("open-next/outputs"), [
    `length(try(local.document.edgeFunctions, {})) == 0`,
    `length(try(local.document.edgeFunctions, {})) >= 0`,
  ]),
  defect("open-next", "a build with an unknown origin is deployed", modules("open-next/outputs"), [
    `length(local.unknown_origins) == 0`,
    `length(local.unknown_origins) >= 0`,
  ]),
  defect("open-next", "more behaviours than CloudFront takes", modules("open-next/outputs"), [
    `<= 24`,
    `<= 25`,
  ]),
  defect(
    "open-next",
    "a build that needs OpenNext's incremental cache is deployed",
    modules("open-next/outputs"),
    [`try(local.document.additionalProps.disableIncrementalCache, false)`, `true`],
  ),
  defect("open-next", "a build that needs OpenNext's tag cache is deployed", modules("open-next/outputs"), [
    `try(local.document.additionalProps.disableTagCache, false)`,
    `true`,
  ]),
  defect("open-next", "Next's data routes are looked for in the bucket", modules("open-next/main"), [
    `behavior.origin == "s3" ? "s3" : "server"`,
    `behavior.origin == "default" ? "s3" : "server"`,
  ]),
];

const stage = [
  defect("movies-viewer", "stages share their names", modules("movies-viewer/main"), [
    `name = "movies-viewer-\${var.stage}"`,
    `name = "movies-viewer"`,
  ]),
  defect("movies-viewer", "stages share their key", modules("movies-viewer/main"), [
    `"/movies-viewer/\${var.stage}/tmdb-read-key"`,
    `"/movies-viewer/tmdb-read-key"`,
  ]),
];

const bootstrap = [
  defect("bootstrap", "states without TLS", "bootstrap/state.tf", [
    `Effect    = "Deny"`,
    `Effect    = "Allow"`,
  ]),
  defect("bootstrap", "older states are lost", "bootstrap/state.tf", [`"Enabled"`, `"Suspended"`]),
  defect("bootstrap", "every job may deploy", "bootstrap/github.tf", [`:environment:\${each.key}"`, `:*"`]),
  defect("bootstrap", "staging's job may change production's state", "bootstrap/deploy-policies.tf", [
    `        Action   = ["s3:GetObject", "s3:PutObject"]
          Resource = ["\${aws_s3_bucket.state.arn}/\${stage}.tfstate"`,
    `        Action   = ["s3:GetObject", "s3:PutObject"]
          Resource = ["\${aws_s3_bucket.state.arn}/*.tfstate"`,
  ]),
  defect("bootstrap", "staging's job may change production's functions", "bootstrap/deploy-policies.tf", [
    `          "lambda:TagResource", "lambda:UntagResource",
          ]
          Resource = ["\${local.here.lambda}:function:movies-viewer-\${stage}*"]`,
    `          "lambda:TagResource", "lambda:UntagResource",
          ]
          Resource = ["\${local.here.lambda}:function:movies-viewer-*"]`,
  ]),
  defect("bootstrap", "staging's functions may read production's key", "bootstrap/boundary.tf", [
    `parameter/movies-viewer/\${each.key}/`,
    `parameter/movies-viewer/*/`,
  ]),
  defect("bootstrap", "a deployment tags another's distribution as its own", "bootstrap/deploy-policies.tf", [
    `"\${local.anywhere.cloudfront}:distribution/*"]
          Condition = { StringEquals = local.asked_tags[stage], StringEqualsIfExists = local.own_tags[stage] }`,
    `"\${local.anywhere.cloudfront}:distribution/*"]
          Condition = { StringEquals = local.asked_tags[stage] }`,
  ]),
  defect("bootstrap", "staging's job may change every record of the zone", "bootstrap/deploy-policies.tf", [
    `["route53:GetHostedZone", "route53:ListResourceRecordSets", "route53:GetChange"]`,
    `["route53:GetHostedZone", "route53:ListResourceRecordSets", "route53:GetChange", "route53:ChangeResourceRecordSets"]`,
  ]),
  defect("bootstrap", "staging's job may change production's records", "bootstrap/deploy-policies.tf", [
    `for key, value in var.domain_names : value if key == stage`,
    `for key, value in var.domain_names : value if key == "production"`,
  ]),
  defect("bootstrap", "a deployment deletes any certificate", "bootstrap/deploy-policies.tf", [
    `"acm:DescribeCertificate", "acm:ListTagsForCertificate"]`,
    `"acm:DescribeCertificate", "acm:ListTagsForCertificate", "acm:DeleteCertificate"]`,
  ]),
  defect("bootstrap", "staging's functions may have production's boundary", "bootstrap/deploy-policies.tf", [
    `aws_iam_policy.boundary[stage].arn`,
    `aws_iam_policy.boundary["production"].arn`,
  ]),
  defect("bootstrap", "staging's role gets production's policies", "bootstrap/github.tf", [
    `policy_arn = each.value.arn`,
    `policy_arn = aws_iam_policy.deploy[replace(each.key, "staging", "production")].arn`,
  ]),
  defect("bootstrap-options", "a stage without a domain may change records", "bootstrap/deploy-policies.tf", [
    `for key, value in var.domain_names : value if key == stage`,
    `for key, value in var.domain_names : value`,
  ]),
  defect("bootstrap", "GitHub's subjects are patterns", "bootstrap/github.tf", [
    `StringEquals`,
    `StringLike`,
  ]),
  defect("bootstrap", "a deployment makes roles without boundary", "bootstrap/deploy-policies.tf", [
    `          Condition = {
            StringEquals = { "iam:PermissionsBoundary" = aws_iam_policy.boundary[stage].arn }
          }\n`,
    ``,
  ]),
  defect("bootstrap", "a deployment does what it likes with functions", "bootstrap/deploy-policies.tf", [
    `"lambda:Get*", "lambda:List*",`,
    `"lambda:*",`,
  ]),
  defect("bootstrap", "a deployment can delete the states", "bootstrap/deploy-policies.tf", [
    `movies-viewer-\${stage}-assets-*`,
    `movies-viewer-*`,
  ]),
];

export const stackDefects = [
  ...server,
  ...site,
  ...assets,
  ...secret,
  ...cacheTable,
  ...cacheClearing,
  ...observability,
  ...build,
  ...stage,
  ...bootstrap,
];
