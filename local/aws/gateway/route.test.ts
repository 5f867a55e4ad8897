import { invocationOf, route, signedService } from "./route";

const signed = (service: string, more = {}) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/eu-west-3/${service}/aws4_request, SignedHeaders=host, Signature=0`,
  ...more,
});
const ask = (method: string, path: string, headers = {}) =>
  route({ method, url: new URL(path, "http://127.0.0.1"), headers });
const dynamo = (operation: string) =>
  ask("POST", "/", signed("dynamodb", { "x-amz-target": `DynamoDB_20120810.${operation}` }));

test("items go to the engine, tables to both, the rest to moto", () => {
  for (const operation of ["GetItem", "PutItem", "UpdateItem", "DeleteItem", "Scan"]) {
    expect(dynamo(operation)).toBe("dynamodb-items");
  }
  for (const operation of ["CreateTable", "DeleteTable", "UpdateTimeToLive"]) {
    expect(dynamo(operation)).toBe("dynamodb-tables");
  }
  for (const operation of ["DescribeTable", "DescribeTimeToLive", "ListTagsOfResource", "UpdateTable"]) {
    expect(dynamo(operation)).toBe("moto");
  }
  for (const operation of ["Query", "BatchGetItem", "TransactWriteItems", "ExecuteStatement"]) {
    expect(dynamo(operation)).toBe("unknown");
  }
});

test("CloudFront and Invoke are answered here", () => {
  expect(ask("GET", "/2020-05-31/distribution/E1", signed("cloudfront"))).toBe("cloudfront");
  const path = "/2015-03-31/functions/server/invocations";
  expect(ask("POST", path, signed("lambda"))).toBe("lambda-invoke");
  expect(ask("GET", "/2015-03-31/functions/server", signed("lambda"))).toBe("moto");
  expect(ask("GET", path, signed("s3"))).toBe("moto");
});

test("what nobody signed is refused, but for the link to a function's code", () => {
  expect(ask("GET", "/bucket/key")).toBe("refused");
  expect(ask("GET", "/bucket/key?X-Amz-Credential=local%2F20260101%2Feu-west-3%2Fs3%2Faws4_request")).toBe(
    "moto",
  );
  expect(ask("GET", "/lambda_eu-west-3/deployed-code/server/1")).toBe("moto");
  expect(ask("PUT", "/lambda_eu-west-3/deployed-code/server/1")).toBe("refused");
});

test("the service is the credential scope's", () => {
  const url = new URL("http://127.0.0.1/");
  expect(signedService({ url, headers: signed("sqs") })).toBe("sqs");
  expect(signedService({ url, headers: {} })).toBeUndefined();
});

test("a function is named by name or ARN, with the qualifier there or in the query", () => {
  const named = (name: string, query = "") =>
    invocationOf(
      new URL(`http://127.0.0.1/2015-03-31/functions/${encodeURIComponent(name)}/invocations${query}`),
    );
  expect(named("server")).toEqual({ functionName: "server" });
  expect(named("server:live")).toEqual({ functionName: "server", qualifier: "live" });
  expect(named("server", "?Qualifier=3")).toEqual({ functionName: "server", qualifier: "3" });
  expect(named("arn:aws:lambda:eu-west-3:123456789012:function:server:live")).toEqual({
    functionName: "server",
    qualifier: "live",
  });
});
