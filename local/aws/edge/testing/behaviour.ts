import { NONE, type Selection } from "../selection";
import type { Behaviour, CachePolicy, LambdaOrigin, S3Origin } from "../topology";

export const DISTRIBUTION_ARN = "arn:aws:cloudfront::123456789012:distribution/E1";
const FUNCTION_ARN = "arn:aws:lambda:eu-west-3:123456789012:function:app:live";
export const ALL: Selection = { take: "all", names: [] };

const byDistribution = { ArnLike: { "AWS:SourceArn": DISTRIBUTION_ARN } };
const cloudFront = { Service: "cloudfront.amazonaws.com" };

export const s3Origin: S3Origin = {
  kind: "s3",
  domainName: "assets.s3.eu-west-3.amazonaws.com",
  bucket: "assets",
  path: "/_assets",
  signsFor: "s3",
  policy: [
    {
      Effect: "Allow",
      Principal: cloudFront,
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::assets/_assets/*",
      Condition: { StringEquals: { "AWS:SourceArn": DISTRIBUTION_ARN } },
    },
    {
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: ["arn:aws:s3:::assets", "arn:aws:s3:::assets/*"],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ],
};

export const lambdaOrigin: LambdaOrigin = {
  kind: "lambda",
  domainName: "abc123.lambda-url.eu-west-3.on.aws",
  path: "",
  signsFor: "lambda",
  functionName: "app",
  qualifier: "live",
  functionArn: FUNCTION_ARN,
  authType: "AWS_IAM",
  policy: ["lambda:InvokeFunctionUrl", "lambda:InvokeFunction"].map((Action) => ({
    Effect: "Allow",
    Principal: cloudFront,
    Action,
    Resource: FUNCTION_ARN,
    Condition: {
      ...byDistribution,
      ...(Action.endsWith("Url") && { StringEquals: { "lambda:FunctionUrlAuthType": "AWS_IAM" } }),
    },
  })),
};

export const cachingDisabled: CachePolicy = {
  minTtl: 0,
  defaultTtl: 0,
  maxTtl: 0,
  gzip: false,
  brotli: false,
  headers: NONE,
  cookies: NONE,
  queries: NONE,
};

export const cachingForADay: CachePolicy = {
  ...cachingDisabled,
  defaultTtl: 86_400,
  maxTtl: 31_536_000,
  gzip: true,
  brotli: true,
};

/** The default behaviour of the site: everything to the function, nothing kept. */
export const toLambda: Behaviour = {
  pattern: "*",
  origin: lambdaOrigin,
  allowedMethods: ["GET", "HEAD", "OPTIONS"],
  cachedMethods: ["GET", "HEAD"],
  compress: true,
  cachePolicy: cachingDisabled,
  originRequestPolicy: { headers: { take: "allExcept", names: ["host"] }, cookies: ALL, queries: ALL },
};

/** A behaviour for files. */
export const toS3: Behaviour = {
  ...toLambda,
  pattern: "_next/*",
  origin: s3Origin,
  cachePolicy: cachingForADay,
  originRequestPolicy: { headers: NONE, cookies: NONE, queries: NONE },
};
