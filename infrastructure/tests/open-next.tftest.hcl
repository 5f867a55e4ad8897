# A plan fails, with a hint, when the build and the stack do not fit.

variables {
  build = "fixtures/open-next/open-next.output.json"
}

run "what_fits" {
  command = plan

  module {
    source = "../modules/open-next"
  }

  variables {
    output_json = file(var.build)
  }

  assert {
    condition = output.behaviors == [
      { pattern = "_next/image*", origin = "server" },
      { pattern = "_next/data/*", origin = "server" },
      { pattern = "_next/*", origin = "s3" },
      { pattern = "favicon.ico", origin = "s3" },
    ]
    error_message = "Patterns keep the build's order; BUILD_ID and the default go; what is no file goes to the server."
  }

  assert {
    condition     = output.asset_prefix == "_assets" && output.handler == "index.handler"
    error_message = "Folder and handler are the build's."
  }
}

run "no_build" {
  command = plan

  module {
    source = "../modules/open-next"
  }

  variables {
    output_json = null
  }

  expect_failures = [output.behaviors]
}

run "streaming" {
  command = plan

  module {
    source = "../modules/open-next"
  }

  variables {
    output_json = replace(file(var.build), "\"streaming\": false", "\"streaming\": true")
  }

  expect_failures = [output.handler]
}

run "origin_that_is_not_deployed" {
  command = plan

  module {
    source = "../modules/open-next"
  }

  variables {
    output_json = replace(file(var.build), "\"origin\": \"default\"", "\"origin\": \"search\"")
  }

  expect_failures = [output.behaviors]
}

run "no_default_behaviour" {
  command = plan

  module {
    source = "../modules/open-next"
  }

  variables {
    output_json = replace(file(var.build), "\"pattern\": \"*\"", "\"pattern\": \"pages/*\"")
  }

  expect_failures = [output.behaviors]
}

run "as_many_behaviours_as_cloudfront_takes" {
  command = plan

  module {
    source = "../modules/open-next"
  }

  variables {
    output_json = jsonencode(merge(jsondecode(file(var.build)), {
      behaviors = concat(
        [{ pattern = "*", origin = "default" }],
        [for index in range(24) : { pattern = "file-${index}.svg", origin = "s3" }],
      )
    }))
  }

  assert {
    condition     = length(output.behaviors) == 24
    error_message = "24 and the default are 25."
  }
}

run "one_behaviour_too_many" {
  command = plan

  module {
    source = "../modules/open-next"
  }

  variables {
    output_json = jsonencode(merge(jsondecode(file(var.build)), {
      behaviors = concat(
        [{ pattern = "*", origin = "default" }],
        [for index in range(25) : { pattern = "file-${index}.svg", origin = "s3" }],
      )
    }))
  }

  expect_failures = [output.behaviors]
}

run "edge_function" {
  command = plan

  module {
    source = "../modules/open-next"
  }

  variables {
    output_json = jsonencode(merge(jsondecode(file(var.build)), {
      edgeFunctions = { middleware = { bundle = ".open-next/middleware", handler = "handler.handler" } }
    }))
  }

  expect_failures = [output.handler]
}

run "incremental_cache_of_open_next" {
  command = plan

  module {
    source = "../modules/open-next"
  }

  variables {
    output_json = replace(file(var.build), "\"disableIncrementalCache\": true", "\"disableIncrementalCache\": false")
  }

  expect_failures = [output.handler]
}

run "tag_cache_of_open_next" {
  command = plan

  module {
    source = "../modules/open-next"
  }

  variables {
    output_json = replace(file(var.build), ", \"disableTagCache\": true", "")
  }

  expect_failures = [output.handler]
}
