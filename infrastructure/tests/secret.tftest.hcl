mock_provider "aws" {
  source = "./mocks"
}

variables {
  name = "/movies-viewer/test/tmdb-read-key"
}

run "no_key_yet" {
  command = plan

  module {
    source = "../modules/secret"
  }

  assert {
    condition     = length(aws_ssm_parameter.tmdb_read_key) == 0
    error_message = "Without a key there is no parameter."
  }

  assert {
    condition     = output.arn == "arn:aws:ssm:eu-west-3:123456789012:parameter/movies-viewer/test/tmdb-read-key"
    error_message = "Its ARN is known all the same, so that the server may read it as soon as it is there."
  }
}

run "first_key" {
  module {
    source = "../modules/secret"
  }

  variables {
    tmdb_read_key         = "the-key-that-nobody-may-see"
    tmdb_read_key_version = 1
  }

  assert {
    condition     = length(aws_ssm_parameter.tmdb_read_key) == 1 && aws_ssm_parameter.tmdb_read_key[0].type == "SecureString"
    error_message = "One parameter, encrypted."
  }

  assert {
    condition     = aws_ssm_parameter.tmdb_read_key[0].value_wo_version == 1
    error_message = "The key has to be sent when its version changes."
  }

  assert {
    condition     = !strcontains(jsonencode(aws_ssm_parameter.tmdb_read_key[0]), "the-key-that-nobody-may-see")
    error_message = "The key is in the state."
  }
}

run "later_without_key" {
  command = plan

  module {
    source = "../modules/secret"
  }

  variables {
    tmdb_read_key_version = 1
  }

  assert {
    condition     = length(aws_ssm_parameter.tmdb_read_key) == 1
    error_message = "The parameter stays when no key is given."
  }
}

run "broken_version" {
  command = plan

  module {
    source = "../modules/secret"
  }

  variables {
    tmdb_read_key_version = 1.5
  }

  expect_failures = [var.tmdb_read_key_version]
}
