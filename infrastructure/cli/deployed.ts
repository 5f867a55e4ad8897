import type { LambdaClient } from "@aws-sdk/client-lambda";
import type { S3Client } from "@aws-sdk/client-s3";

/** What Terraform says about a stage that is deployed. */
export interface Deployed {
  readonly url: string;
  readonly distribution_id: string;
  readonly function_name: string;
  readonly alias_name: string;
  readonly assets_bucket: string;
  readonly asset_prefix: string;
  readonly event_bus_name: string;
  /** 0 as long as no key was given. */
  readonly tmdb_read_key_version: number;
}

/** What a release speaks to. */
export interface Clients {
  readonly lambda: LambdaClient;
  readonly s3: S3Client;
}
