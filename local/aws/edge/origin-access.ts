import { allows } from "./resource-policy";
import type { LambdaOrigin, S3Origin } from "./topology";

const SERVICE = "cloudfront.amazonaws.com";

const contextOf = (distributionArn: string) => ({
  "aws:sourcearn": distributionArn,
  "aws:sourceaccount": distributionArn.split(":")[4] ?? "",
  // CloudFront signs for an origin over TLS, whatever the viewer speaks.
  "aws:securetransport": "true",
});

/** Whether the bucket gives this distribution an object. */
export function mayRead(origin: S3Origin, distributionArn: string, key: string): boolean {
  const wish = { service: SERVICE, context: contextOf(distributionArn), action: "s3:GetObject" };
  const resource = `arn:aws:s3:::${origin.bucket}/${key}`;
  return origin.signsFor === "s3" && allows(origin.policy, { ...wish, resource });
}

/** Whether the bucket would tell this distribution that an object is missing. */
export function mayList(origin: S3Origin, distributionArn: string): boolean {
  const wish = { service: SERVICE, context: contextOf(distributionArn), action: "s3:ListBucket" };
  return allows(origin.policy, { ...wish, resource: `arn:aws:s3:::${origin.bucket}` });
}

/**
 * Whether the function answers this distribution. A Function URL asks for two permissions
 * (https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html).
 */
export function mayInvoke(origin: LambdaOrigin, distributionArn: string): boolean {
  const context = {
    ...contextOf(distributionArn),
    "lambda:functionurlauthtype": origin.authType,
    "lambda:invokedviafunctionurl": "true",
  };
  return (
    origin.signsFor === "lambda" &&
    origin.authType === "AWS_IAM" &&
    ["lambda:InvokeFunctionUrl", "lambda:InvokeFunction"].every((action) =>
      allows(origin.policy, { service: SERVICE, action, resource: origin.functionArn, context }),
    )
  );
}
