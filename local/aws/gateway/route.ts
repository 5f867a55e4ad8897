/** Who answers a request. */
export type Engine =
  "cloudfront" | "dynamodb-items" | "dynamodb-tables" | "lambda-invoke" | "moto" | "refused" | "unknown";

export interface Request {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

// What changes a table's life must reach both: the engine that holds the items and moto, which knows the rest.
const TABLE_OPERATIONS = new Set(["CreateTable", "DeleteTable", "UpdateTimeToLive"]);
/** Those of the app and of clearing its cache. */
const ITEM_OPERATIONS = new Set(["GetItem", "PutItem", "UpdateItem", "DeleteItem", "Scan"]);
/** What moto answers alone, such as DescribeTable. */
const ABOUT_TABLES = /^(?:Describe|List|Tag|Untag|Update)/;
const INVOCATION = /^\/2015-03-31\/functions\/([^/]+)\/invocations\/?$/;
const CODE_DOWNLOAD = /^\/lambda_[^/]+\/deployed-code\//;

/** The service that a request was signed for, such as "s3"; undefined where it was not signed. */
export function signedService({ url, headers }: Pick<Request, "url" | "headers">): string | undefined {
  const signature = `${headers.authorization ?? ""}`.match(/Credential=([^,\s]+)/)?.[1];
  const scope = signature ?? url.searchParams.get("X-Amz-Credential");
  return scope?.split("/").at(-2);
}

/** DynamoDB's operation, such as "GetItem". */
export function operationOf(headers: Request["headers"]): string {
  return `${headers["x-amz-target"] ?? ""}`.split(".")[1] ?? "";
}

/** The function that an Invoke names, and the version or alias after a colon, which a query may name instead. */
export function invocationOf(url: URL): { functionName: string; qualifier?: string } {
  const name = decodeURIComponent(INVOCATION.exec(url.pathname)?.[1] ?? "");
  // arn:aws:lambda:region:account:function:name[:qualifier]
  const [functionName = "", inName] = name.startsWith("arn:") ? name.split(":").slice(6) : name.split(":");
  const qualifier = url.searchParams.get("Qualifier") ?? inName;
  return { functionName, ...(qualifier ? { qualifier } : {}) };
}

/** Says who answers; "refused" is a request that nobody signed, "unknown" one that the stack never makes. */
export function route({ method, url, headers }: Request): Engine {
  const service = signedService({ url, headers });
  // As on AWS the link to a function's code needs no signature of the caller.
  if (!service) return method === "GET" && CODE_DOWNLOAD.test(url.pathname) ? "moto" : "refused";
  if (service === "cloudfront") return "cloudfront";
  if (service === "lambda" && method === "POST" && INVOCATION.test(url.pathname)) return "lambda-invoke";
  if (service === "dynamodb") {
    const operation = operationOf(headers);
    if (ITEM_OPERATIONS.has(operation)) return "dynamodb-items";
    if (TABLE_OPERATIONS.has(operation)) return "dynamodb-tables";
    // moto has no items: what it said of them would be wrong.
    return ABOUT_TABLES.test(operation) ? "moto" : "unknown";
  }
  return "moto";
}
