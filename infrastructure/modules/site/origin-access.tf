# CloudFront signs every request to both origins; nobody else gets an answer from them.

resource "aws_cloudfront_origin_access_control" "server" {
  name                              = "${var.name}-server"
  origin_access_control_origin_type = "lambda"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

resource "aws_cloudfront_origin_access_control" "assets" {
  name                              = "${var.name}-assets"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

# A Function URL asks for both permissions:
# https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
resource "aws_lambda_permission" "invoke_function_url" {
  statement_id           = "cloudfront-invokes-function-url"
  action                 = "lambda:InvokeFunctionUrl"
  principal              = "cloudfront.amazonaws.com"
  source_arn             = aws_cloudfront_distribution.site.arn
  function_name          = var.server.function_name
  qualifier              = var.server.alias_name
  function_url_auth_type = "AWS_IAM"
}

resource "aws_lambda_permission" "invoke_function" {
  statement_id  = "cloudfront-invokes-function"
  action        = "lambda:InvokeFunction"
  principal     = "cloudfront.amazonaws.com"
  source_arn    = aws_cloudfront_distribution.site.arn
  function_name = var.server.function_name
  qualifier     = var.server.alias_name
}
