import type { DistributionConfig, GetDistributionResult } from "@aws-sdk/client-cloudfront";
import { LambdaClient } from "@aws-sdk/client-lambda";

import { answerLambda, type FakeFunction } from "../../lambda/testing/fake-lambda";
import type { Clients } from "../clients";
import { DISTRIBUTION_ARN } from "./behaviour";

interface FakeObject {
  readonly body: string;
  readonly headers?: Readonly<Record<string, unknown>>;
}

/** What is deployed; a test may change it at any time. */
export interface FakeCloud {
  distribution: DistributionConfig;
  readonly cachePolicies: Record<string, unknown>;
  readonly originRequestPolicies: Record<string, unknown>;
  readonly responseHeadersPolicies: Record<string, unknown>;
  /** Sources of CloudFront Functions, by name. */
  readonly viewerFunctions: Record<string, string>;
  readonly accessControls: Record<string, { readonly type: string; readonly signing: string }>;
  readonly functions: Record<string, FakeFunction>;
  readonly bucketPolicies: Record<string, unknown>;
  /** By bucket and key, such as `assets/_assets/a.js`. */
  readonly objects: Record<string, FakeObject>;
}

interface Command {
  readonly constructor: { readonly name: string };
  readonly input: Readonly<Record<string, string | undefined>>;
}

async function orThrow<Found>(found: Found | undefined, error: Error, status = 404): Promise<Found> {
  if (found === undefined) throw Object.assign(error, { $metadata: { httpStatusCode: status } });
  return found;
}

/** Returns clients that answer from what is in the cloud. */
export function fakeClients(
  cloud: FakeCloud,
  s3Error: (name: string, status: number) => Error,
): { readonly clients: Clients; readonly asked: string[] } {
  const asked: string[] = [];
  const lambda = (path: string, Qualifier?: string) => {
    const url = new URL(path, "http://lambda/2015-03-31/functions/");
    if (Qualifier) url.searchParams.set("Qualifier", Qualifier);
    return orThrow(answerLambda(cloud.functions, url), new Error("ResourceNotFoundException"));
  };
  const object = ({ Bucket, Key, IfNoneMatch, Range }: Command["input"]) => {
    const found = cloud.objects[`${Bucket}/${Key}`];
    if (!found) throw s3Error("NoSuchKey", 404);
    if (IfNoneMatch && IfNoneMatch === found.headers?.["ETag"]) throw s3Error("304", 304);
    const body = Range === "bytes=0-3" ? found.body.slice(0, 4) : found.body;
    return {
      ...found.headers,
      ContentLength: body.length,
      ...(Range && { ContentRange: `bytes 0-3/${found.body.length}` }),
      Body: { transformToByteArray: async () => Buffer.from(body) },
    };
  };
  const answers: Record<string, (input: Command["input"]) => unknown> = {
    GetDistributionCommand: (): GetDistributionResult => ({
      Distribution: {
        ...{ Id: "E1", Status: "Deployed", LastModifiedTime: new Date(), InProgressInvalidationBatches: 0 },
        ARN: DISTRIBUTION_ARN,
        DomainName: "d1.cloudfront.net",
        DistributionConfig: cloud.distribution,
      },
    }),
    GetCachePolicyCommand: ({ Id = "" }) => ({ CachePolicy: { CachePolicyConfig: cloud.cachePolicies[Id] } }),
    GetOriginRequestPolicyCommand: ({ Id = "" }) => ({
      OriginRequestPolicy: { OriginRequestPolicyConfig: cloud.originRequestPolicies[Id] },
    }),
    GetResponseHeadersPolicyCommand: ({ Id = "" }) => ({
      ResponseHeadersPolicy: { ResponseHeadersPolicyConfig: cloud.responseHeadersPolicies[Id] },
    }),
    GetFunctionCommand: ({ Name = "", Stage }) => ({
      FunctionCode: Stage === "LIVE" ? Buffer.from(cloud.viewerFunctions[Name] ?? "") : undefined,
    }),
    GetOriginAccessControlCommand: ({ Id = "" }) => ({
      OriginAccessControl: {
        OriginAccessControlConfig: {
          OriginAccessControlOriginType: cloud.accessControls[Id]?.type,
          SigningBehavior: cloud.accessControls[Id]?.signing,
        },
      },
    }),
    ListFunctionsCommand: () => lambda(""),
    ListAliasesCommand: ({ FunctionName }) => lambda(`${FunctionName}/aliases`),
    GetFunctionUrlConfigCommand: ({ FunctionName, Qualifier }) => lambda(`${FunctionName}/url`, Qualifier),
    GetPolicyCommand: ({ FunctionName, Qualifier }) => lambda(`${FunctionName}/policy`, Qualifier),
    GetBucketPolicyCommand: ({ Bucket = "" }) => ({ Policy: JSON.stringify(cloud.bucketPolicies[Bucket]) }),
    GetObjectCommand: object,
    HeadObjectCommand: object,
  };
  const client = {
    send: async (command: Command) => {
      asked.push(command.constructor.name);
      const answer = answers[command.constructor.name];
      if (!answer) throw new Error(`Nobody answers ${command.constructor.name}.`);
      return answer(command.input);
    },
    destroy: () => {},
  };
  // A paginator takes no other class.
  const lambdaClient = Object.assign(new LambdaClient({ region: "eu-west-3" }), client);
  return { clients: { cloudFront: client, lambda: lambdaClient, s3: client } as unknown as Clients, asked };
}
