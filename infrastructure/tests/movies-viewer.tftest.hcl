# The whole of a stage: that its parts know each other, and what a release is told.

mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

mock_provider "aws" {
  alias           = "us_east_1"
  source          = "./mocks"
  override_during = plan
}

variables {
  stage             = "test"
  package_directory = "fixtures/open-next"
}

run "stage" {
  command = plan

  module {
    source = "../modules/movies-viewer"
  }

  variables {
    tmdb_read_key         = "the-key-that-nobody-may-see"
    tmdb_read_key_version = 3
  }

  assert {
    condition = (
      output.url == "https://d1example.cloudfront.net" && output.distribution_id == "E1EXAMPLE" && output.alias_name == "live" &&
      output.function_name == "movies-viewer-test-server" && output.table_name == "movies-viewer-test-cache" &&
      output.event_bus_name == "movies-viewer-test" && output.parameter_name == "/movies-viewer/test/tmdb-read-key" &&
      output.asset_prefix == "_assets" && output.dashboard == "movies-viewer-test" && output.region == "eu-west-3" &&
      output.tmdb_read_key_version == 3
    )
    error_message = "An output is not what a release expects."
  }

  assert {
    condition     = module.secret.arn == "arn:aws:ssm:eu-west-3:123456789012:parameter/movies-viewer/test/tmdb-read-key"
    error_message = "The server may read another parameter than the stage's."
  }
}

run "stage_that_is_no_name" {
  command = plan

  module {
    source = "../modules/movies-viewer"
  }

  variables {
    stage         = "Test_1"
    tmdb_read_key = null
  }

  expect_failures = [var.stage]
}
