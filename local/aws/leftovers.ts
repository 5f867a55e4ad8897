import { ACCOUNT_ID } from "./gateway/gateway";

interface Listing {
  readonly service: string;
  readonly path?: string;
  /** JSON protocol: the operation, and what it is asked. */
  readonly target?: string;
  readonly ask?: object;
  /** Query protocol: what is asked. */
  readonly form?: string;
}

const CLOUDFRONT = [
  "distribution",
  "function",
  "cache-policy?Type=custom",
  "origin-request-policy?Type=custom",
  "response-headers-policy?Type=custom",
  "origin-access-control",
];

/** Every kind of thing that the stack makes, and how all of them are listed. */
const LISTINGS: readonly Listing[] = [
  ...CLOUDFRONT.map((path) => ({ service: "cloudfront", path: `/2020-05-31/${path}` })),
  { service: "lambda", path: "/2015-03-31/functions/" },
  { service: "lambda", path: "/2015-03-31/event-source-mappings/" },
  { service: "s3", path: "/" },
  { service: "dynamodb", target: "DynamoDB_20120810.ListTables", ask: {} },
  { service: "ssm", target: "AmazonSSM.DescribeParameters", ask: {} },
  { service: "sqs", target: "AmazonSQS.ListQueues", ask: {} },
  { service: "events", target: "AWSEvents.ListEventBuses", ask: {} },
  { service: "logs", target: "Logs_20140328.DescribeLogGroups", ask: {} },
  { service: "wafv2", target: "AWSWAF_20190729.ListWebACLs", ask: { Scope: "CLOUDFRONT" } },
  { service: "budgets", target: "AWSBudgetServiceGateway.DescribeBudgets", ask: { AccountId: ACCOUNT_ID } },
  { service: "iam", form: "Action=ListRoles&Version=2010-05-08" },
  { service: "iam", form: "Action=ListPolicies&Scope=Local&Version=2010-05-08" },
  { service: "sns", form: "Action=ListTopics&Version=2010-03-31" },
  { service: "monitoring", form: "Action=DescribeAlarms&Version=2010-08-01" },
  { service: "monitoring", form: "Action=ListDashboards&Version=2010-08-01" },
];

const GLOBAL = new Set(["cloudfront", "iam", "wafv2", "budgets"]);

async function list(endpoint: string, region: string, listing: Listing): Promise<string> {
  const { service, path = "/", target, ask, form } = listing;
  const scope = `20260101/${GLOBAL.has(service) ? "us-east-1" : region}/${service}/aws4_request`;
  const response = await fetch(new URL(path, endpoint), {
    headers: {
      Authorization: `AWS4-HMAC-SHA256 Credential=local/${scope}, SignedHeaders=host, Signature=0`,
      ...(target ? { "X-Amz-Target": target, "Content-Type": "application/x-amz-json-1.1" } : {}),
      ...(form ? { "Content-Type": "application/x-www-form-urlencoded" } : {}),
    },
    ...(ask || form ? { method: "POST", body: form ?? JSON.stringify(ask) } : {}),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${service}: ${response.status} ${answer}`);
  return answer;
}

/**
 * Asks the emulated AWS for everything whose name begins with `movies-viewer` and one of these, whoever made it.
 * @returns a line for each name, such as "lambda: movies-viewer-production-server"
 */
export async function leftovers(
  endpoint: string,
  region: string,
  names: readonly string[],
): Promise<string[]> {
  const name = new RegExp(`movies-viewer[-/](?:${names.join("|")})[\\w/-]*`, "g");
  const found = await Promise.all(
    LISTINGS.map(async (listing) =>
      [...(await list(endpoint, region, listing)).matchAll(name)].map(
        ([text]) => `${listing.service}: ${text}`,
      ),
    ),
  );
  return [...new Set(found.flat())].sort();
}
