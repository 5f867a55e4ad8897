import { allows, parsePolicy, type ResourcePolicy, type Wish } from "./resource-policy";

const wish: Wish = {
  service: "cloudfront.amazonaws.com",
  action: "s3:GetObject",
  resource: "arn:aws:s3:::b/k/x",
  context: { "aws:sourcearn": "arn:d/E1", "aws:securetransport": "true" },
};
const statement = {
  Effect: "Allow" as const,
  Principal: { Service: "cloudfront.amazonaws.com" },
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::b/k/*",
};

test.each([
  ["as it is", {}, true],
  ["a list of principals", { Principal: { Service: ["x", "cloudfront.amazonaws.com"] } }, true],
  ["everybody", { Principal: "*" as const }, true],
  ["every account", { Principal: { AWS: "*" } }, true],
  ["another principal", { Principal: { Service: "lambda.amazonaws.com" } }, false],
  ["an action in other case and with a star", { Action: ["S3:get*"] }, true],
  ["another action", { Action: "s3:PutObject" }, false],
  ["all but an action", { Action: undefined, NotAction: "s3:PutObject" }, true],
  ["another resource", { Resource: "arn:aws:s3:::b/other/*" }, false],
  ["a resource in other case", { Resource: "arn:aws:s3:::B/k/*" }, false],
  ["all but this resource", { Resource: undefined, NotResource: "arn:aws:s3:::b/k/*" }, false],
  ["its source", { Condition: { StringEquals: { "AWS:SourceArn": ["arn:d/E2", "arn:d/E1"] } } }, true],
  ["another source", { Condition: { StringEquals: { "AWS:SourceArn": "arn:d/E2" } } }, false],
  ["a source like it", { Condition: { ArnLike: { "aws:SourceArn": "arn:d/*" } } }, true],
  ["a star where nothing is like", { Condition: { StringEquals: { "aws:SourceArn": "arn:d/*" } } }, false],
  ["TLS", { Condition: { Bool: { "aws:SecureTransport": "true" } } }, true],
  ["a key that the request lacks", { Condition: { StringEquals: { "aws:x": "1" } } }, false],
  ["the same, if it exists", { Condition: { StringEqualsIfExists: { "aws:x": "1" } } }, true],
  [
    "one of two conditions",
    { Condition: { ArnLike: { "aws:SourceArn": "arn:d/E1" }, Bool: { "aws:SecureTransport": "false" } } },
    false,
  ],
])("%s: %#", (_name, change, expected) => {
  expect(allows([{ ...statement, ...change } as typeof statement], wish)).toBe(expected);
});

test.each([
  ["all but one principal", { Principal: undefined, NotPrincipal: { AWS: "x" } }, "NotPrincipal"],
  [
    "another operator",
    { Condition: { IpAddress: { "aws:sourceip": "10.0.0.0/8" } } },
    "the condition IpAddress",
  ],
])("what is not known (%s) is no guess, even in a denial", (_name, change, message) => {
  const deny = { ...statement, Effect: "Deny" as const, ...change };
  expect(() => allows([statement, deny as ResourcePolicy[number]], wish)).toThrow(
    `The edge does not know ${message} of a policy.`,
  );
});

test("a denial wins, nothing allows nothing", () => {
  expect(allows([], wish)).toBe(false);
  const deny = { ...statement, Effect: "Deny" as const, Principal: "*" as const };
  expect(allows([statement, deny], wish)).toBe(false);
  expect(
    allows([statement, { ...deny, Condition: { Bool: { "aws:SecureTransport": "false" } } }], wish),
  ).toBe(true);
});

test("a policy is parsed with one statement, with more and without", () => {
  expect(parsePolicy(undefined)).toEqual([]);
  expect(parsePolicy(JSON.stringify({ Statement: statement }))).toEqual([statement]);
  expect(parsePolicy(JSON.stringify({ Statement: [statement, statement] }))).toHaveLength(2);
});
