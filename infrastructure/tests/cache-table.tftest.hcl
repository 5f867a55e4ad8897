mock_provider "aws" {
  source = "./mocks"
}

run "one_table" {
  command = plan

  module {
    source = "../modules/cache-table"
  }

  variables {
    name = "movies-viewer-test-cache"
  }

  assert {
    condition = (
      aws_dynamodb_table.cache.hash_key == "pk" && aws_dynamodb_table.cache.range_key == null &&
      jsonencode(aws_dynamodb_table.cache.attribute) == jsonencode([{ name = "pk", type = "S" }])
    )
    error_message = "The key is pk, a string, and nothing else."
  }

  assert {
    condition     = aws_dynamodb_table.cache.billing_mode == "PAY_PER_REQUEST"
    error_message = "An idle table costs nothing, a busy one takes what comes."
  }

  assert {
    condition     = one(aws_dynamodb_table.cache.ttl).enabled && one(aws_dynamodb_table.cache.ttl).attribute_name == "ttl"
    error_message = "Old items have to go by themselves: TMDB's terms limit how long they may be kept."
  }

  assert {
    condition     = one(aws_dynamodb_table.cache.server_side_encryption).enabled
    error_message = "The table is encrypted."
  }

  assert {
    condition     = !one(aws_dynamodb_table.cache.point_in_time_recovery).enabled && !aws_dynamodb_table.cache.deletion_protection_enabled
    error_message = "A cache is neither backed up nor protected."
  }
}
