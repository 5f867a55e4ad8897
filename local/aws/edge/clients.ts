import { CloudFrontClient } from "@aws-sdk/client-cloudfront";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";

import { DUMMY_CREDENTIALS } from "../../dummy-credentials";

/** Whom the edge asks for what is deployed. */
export interface Clients {
  readonly cloudFront: CloudFrontClient;
  readonly lambda: LambdaClient;
  readonly s3: S3Client;
}

export function createClients(endpoint: string, region: string): Clients {
  const common = { endpoint, credentials: DUMMY_CREDENTIALS };
  return {
    // CloudFront has one control plane for the world.
    cloudFront: new CloudFrontClient({ ...common, region: "us-east-1" }),
    lambda: new LambdaClient({ ...common, region }),
    // Bucket names are no host names on this machine.
    s3: new S3Client({
      ...common,
      region,
      forcePathStyle: true,
      responseChecksumValidation: "WHEN_REQUIRED",
    }),
  };
}
