import {
  GetCachePolicyCommand,
  GetDistributionCommand,
  GetFunctionCommand,
  GetOriginRequestPolicyCommand,
  GetResponseHeadersPolicyCommand,
  type CacheBehavior,
  type CloudFrontClient,
  type CustomErrorResponse,
} from "@aws-sdk/client-cloudfront";

import { remember } from "../lambda/remember";
import type { Clients } from "./clients";
import { cachePolicyOf, NOTHING_ELSE, originRequestPolicyOf, responseHeadersPolicyOf } from "./policies";
import { readOrigin } from "./read-origin";
import type { Behaviour, Origin, Topology } from "./topology";

/** Asks for each policy and function of one reading once, however many behaviours share it. */
function policyReader(client: CloudFrontClient) {
  const cachePolicies = remember<Behaviour["cachePolicy"]>(Infinity);
  const originPolicies = remember<Behaviour["originRequestPolicy"]>(Infinity);
  const headersPolicies = remember<NonNullable<Behaviour["responseHeadersPolicy"]>>(Infinity);
  const functions = remember<string>(Infinity);
  const known = <Value>(value: Value | undefined, what: string): Value => {
    if (value === undefined) throw new Error(`CloudFront returned no ${what}.`);
    return value;
  };
  return {
    cachePolicy: (Id: string) =>
      cachePolicies(Id, async () => {
        const { CachePolicy } = await client.send(new GetCachePolicyCommand({ Id }));
        return cachePolicyOf(known(CachePolicy?.CachePolicyConfig, "cache policy"));
      }),
    originRequestPolicy: (Id: string) =>
      originPolicies(Id, async () => {
        const { OriginRequestPolicy } = await client.send(new GetOriginRequestPolicyCommand({ Id }));
        return originRequestPolicyOf(
          known(OriginRequestPolicy?.OriginRequestPolicyConfig, "origin request policy"),
        );
      }),
    responseHeadersPolicy: (Id: string) =>
      headersPolicies(Id, async () => {
        const { ResponseHeadersPolicy } = await client.send(new GetResponseHeadersPolicyCommand({ Id }));
        return responseHeadersPolicyOf(
          known(ResponseHeadersPolicy?.ResponseHeadersPolicyConfig, "response headers policy"),
        );
      }),
    functionCode: (Name: string) =>
      functions(Name, async () => {
        const { FunctionCode } = await client.send(new GetFunctionCommand({ Name, Stage: "LIVE" }));
        return Buffer.from(known(FunctionCode, "function code")).toString();
      }),
  };
}

const methodsOf = ({ AllowedMethods }: CacheBehavior): readonly string[] =>
  AllowedMethods?.Items ?? ["GET", "HEAD"];

/** Those that have no body, for which CloudFront would need its hash from the viewer. */
const METHODS = ["GET", "HEAD", "OPTIONS"];

/** Names what the behaviour uses and the edge does not do: better no answer than one that AWS would not give. */
function unknownPartOf(behaviour: CacheBehavior): string | undefined {
  const { CachePolicyId, LambdaFunctionAssociations, TrustedKeyGroups, TrustedSigners } = behaviour;
  if (!CachePolicyId) return "no cache policy";
  if (!methodsOf(behaviour).every((method) => METHODS.includes(method))) return "methods with a body";
  if (LambdaFunctionAssociations?.Quantity) return "Lambda@Edge";
  if (TrustedKeyGroups?.Enabled || TrustedSigners?.Enabled) return "signed URLs";
  if (behaviour.FieldLevelEncryptionId) return "field-level encryption";
  const events = (behaviour.FunctionAssociations?.Items ?? []).map(({ EventType }) => EventType);
  return events.every((event) => event === "viewer-request") ? undefined : "a viewer-response function";
}

/** ViewerProtocolPolicy is not read: the edge listens on this machine, where there is no certificate. */
async function readBehaviour(
  read: ReturnType<typeof policyReader>,
  behaviour: CacheBehavior,
  origins: ReadonlyMap<string, Origin>,
): Promise<Behaviour> {
  const pattern = behaviour.PathPattern ?? "*";
  const unknown = unknownPartOf(behaviour);
  if (unknown) throw new Error(`The behaviour ${pattern} has ${unknown}, which the edge does not know.`);
  const origin = origins.get(behaviour.TargetOriginId ?? "");
  if (!origin) throw new Error(`The behaviour ${pattern} has the origin ${behaviour.TargetOriginId}.`);

  const { OriginRequestPolicyId, ResponseHeadersPolicyId } = behaviour;
  const functionName = behaviour.FunctionAssociations?.Items?.[0]?.FunctionARN?.split("/").at(-1);
  const [cachePolicy, originRequestPolicy, responseHeadersPolicy, viewerRequest] = await Promise.all([
    read.cachePolicy(behaviour.CachePolicyId ?? ""),
    OriginRequestPolicyId ? read.originRequestPolicy(OriginRequestPolicyId) : NOTHING_ELSE,
    ResponseHeadersPolicyId ? read.responseHeadersPolicy(ResponseHeadersPolicyId) : undefined,
    functionName ? read.functionCode(functionName) : undefined,
  ]);
  return {
    pattern,
    origin,
    allowedMethods: methodsOf(behaviour),
    cachedMethods: behaviour.AllowedMethods?.CachedMethods?.Items ?? ["GET", "HEAD"],
    compress: behaviour.Compress ?? false,
    cachePolicy,
    originRequestPolicy,
    ...(responseHeadersPolicy && { responseHeadersPolicy }),
    ...(viewerRequest !== undefined && { viewerRequest }),
  };
}

function errorTtlOf({ ErrorCode = 0, ErrorCachingMinTTL = 10, ResponsePagePath }: CustomErrorResponse) {
  if (ResponsePagePath) throw new Error(`The error ${ErrorCode} has a page, which the edge does not know.`);
  return [ErrorCode, ErrorCachingMinTTL] as const;
}

/**
 * Reads back what is deployed.
 * @throws when the distribution, or what it refers to, is missing or not of a kind that the edge knows
 */
export async function readTopology(clients: Clients, distributionId: string): Promise<Topology> {
  const { Distribution } = await clients.cloudFront.send(new GetDistributionCommand({ Id: distributionId }));
  const config = Distribution?.DistributionConfig;
  if (!Distribution?.ARN || !config?.DefaultCacheBehavior) {
    throw new Error(`CloudFront returned no configuration of ${distributionId}.`);
  }
  if (!config.Enabled) throw new Error(`The distribution ${distributionId} is disabled.`);
  if (config.DefaultRootObject) throw new Error("The edge does not know a default root object.");
  const origins = new Map(
    await Promise.all(
      (config.Origins?.Items ?? []).map(
        async (origin) => [origin.Id ?? "", await readOrigin(clients, origin)] as const,
      ),
    ),
  );
  const read = policyReader(clients.cloudFront);
  const behaviours = [
    ...(config.CacheBehaviors?.Items ?? []),
    { ...config.DefaultCacheBehavior, PathPattern: "*" },
  ];
  return {
    id: distributionId,
    arn: Distribution.ARN,
    domainName: Distribution.DomainName ?? "",
    behaviours: await Promise.all(behaviours.map((behaviour) => readBehaviour(read, behaviour, origins))),
    errorTtls: new Map((config.CustomErrorResponses?.Items ?? []).map(errorTtlOf)),
  };
}
