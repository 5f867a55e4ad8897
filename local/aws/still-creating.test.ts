import { stillCreating } from "./still-creating";

const at20 = stillCreating("aws_s3_bucket.assets", 20);

test.each([
  ["1.11", "module.assets.aws_s3_bucket.assets: Still creating... [20s elapsed]"],
  ["1.12", "module.assets.aws_s3_bucket.assets: Still creating... [00m20s elapsed]"],
])("Terraform %s", (_version, line) => {
  expect(line).toMatch(at20);
});

test.each([
  ["an earlier moment", "aws_s3_bucket.assets: Still creating... [00m10s elapsed]"],
  ["a later one", "aws_s3_bucket.assets: Still creating... [01m20s elapsed]"],
  ["another resource", "aws_s3_bucket.logs: Still creating... [00m20s elapsed]"],
])("not %s", (_what, line) => {
  expect(line).not.toMatch(at20);
});
