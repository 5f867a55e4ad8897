/**
 * What Terraform says while it waits for a resource.
 *
 * @param resource the end of its address, such as `aws_s3_bucket.assets`
 * @param seconds that have passed, below a minute; since 1.12 Terraform puts minutes before them
 */
export const stillCreating = (resource: string, seconds: number): RegExp =>
  new RegExp(`${resource.replaceAll(".", "\\.")}: Still creating\\.\\.\\. \\[(?:00m)?${seconds}s elapsed\\]`);
