import { GetOriginAccessControlCommand, type Origin as OriginConfig } from "@aws-sdk/client-cloudfront";
import {
  GetFunctionUrlConfigCommand,
  GetPolicyCommand,
  ListAliasesCommand,
  paginateListFunctions,
  type LambdaClient,
} from "@aws-sdk/client-lambda";
import { GetBucketPolicyCommand } from "@aws-sdk/client-s3";

import type { Clients } from "./clients";
import { parsePolicy } from "./resource-policy";
import type { Origin } from "./topology";

const S3_NAME = /^(.+)\.s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com$/;
const FUNCTION_URL_NAME = /\.lambda-url\.[a-z0-9-]+\.on\.aws$/;

/** Returns undefined where the API says that there is none. */
async function orNone<Found>(asked: Promise<Found>): Promise<Found | undefined> {
  try {
    return await asked;
  } catch (error) {
    if ((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404) {
      return undefined;
    }
    throw error;
  }
}

/** Finds the function, and the alias of it, whose URL has this host. */
async function findFunctionUrl(lambda: LambdaClient, host: string) {
  for await (const { Functions = [] } of paginateListFunctions({ client: lambda }, {})) {
    for (const { FunctionName, FunctionArn } of Functions) {
      const { Aliases = [] } = await lambda.send(new ListAliasesCommand({ FunctionName }));
      // Aliases first: an emulator may know one URL per function and forget whose it is.
      for (const Qualifier of [...Aliases.map(({ Name }) => Name), undefined]) {
        const command = new GetFunctionUrlConfigCommand({ FunctionName, Qualifier });
        const found = await orNone(lambda.send(command));
        if (found?.FunctionUrl && new URL(found.FunctionUrl).host === host) {
          return { FunctionName, FunctionArn, Qualifier, AuthType: found.AuthType };
        }
      }
    }
  }
  throw new Error(`No function has the URL https://${host}/.`);
}

async function functionPolicy(lambda: LambdaClient, FunctionName: string, Qualifier: string | undefined) {
  // Each statement names the resource it is for, so those of the function itself do no harm.
  const qualifiers = Qualifier ? [Qualifier, undefined] : [undefined];
  const policies = await Promise.all(
    qualifiers.map((one) =>
      orNone(lambda.send(new GetPolicyCommand({ FunctionName, ...(one && { Qualifier: one }) }))),
    ),
  );
  return policies.flatMap((policy) => parsePolicy(policy?.Policy));
}

/** @throws for an origin that is neither a bucket nor a Function URL */
export async function readOrigin({ cloudFront, lambda, s3 }: Clients, config: OriginConfig): Promise<Origin> {
  const { DomainName: domainName = "", OriginPath: path = "", OriginAccessControlId: Id } = config;
  if (config.CustomHeaders?.Items?.length)
    throw new Error(`The origin ${domainName} has headers of its own, which the edge does not know.`);
  const access = Id ? await cloudFront.send(new GetOriginAccessControlCommand({ Id })) : undefined;
  const signing = access?.OriginAccessControl?.OriginAccessControlConfig;
  const type = signing?.OriginAccessControlOriginType;
  const common = {
    domainName,
    path,
    signsFor:
      signing?.SigningBehavior === "always" && (type === "s3" || type === "lambda") ? type : undefined,
  };
  const bucket = S3_NAME.exec(domainName)?.[1];
  if (bucket) {
    const found = await orNone(s3.send(new GetBucketPolicyCommand({ Bucket: bucket })));
    return { ...common, kind: "s3", bucket, policy: parsePolicy(found?.Policy) };
  }
  if (FUNCTION_URL_NAME.test(domainName)) {
    const { FunctionName = "", FunctionArn, Qualifier, AuthType } = await findFunctionUrl(lambda, domainName);
    return {
      ...common,
      kind: "lambda",
      functionName: FunctionName,
      ...(Qualifier && { qualifier: Qualifier }),
      functionArn: [FunctionArn, Qualifier].filter(Boolean).join(":"),
      authType: AuthType ?? "NONE",
      policy: await functionPolicy(lambda, FunctionName, Qualifier),
    };
  }
  throw new Error(`The edge serves buckets and Function URLs, and ${domainName} is neither.`);
}
