import { mayInvoke, mayList, mayRead } from "./origin-access";
import { DISTRIBUTION_ARN, lambdaOrigin, s3Origin } from "./testing/behaviour";

const another = "arn:aws:cloudfront::123456789012:distribution/E2";

test("the bucket gives its distribution what lies below the prefix, and nothing else", () => {
  expect(mayRead(s3Origin, DISTRIBUTION_ARN, "_assets/a.js")).toBe(true);
  expect(mayRead(s3Origin, DISTRIBUTION_ARN, "secret.txt")).toBe(false);
  expect(mayRead(s3Origin, another, "_assets/a.js")).toBe(false);
  expect(mayRead({ ...s3Origin, signsFor: undefined }, DISTRIBUTION_ARN, "_assets/a.js")).toBe(false);
  expect(mayRead({ ...s3Origin, signsFor: "lambda" }, DISTRIBUTION_ARN, "_assets/a.js")).toBe(false);
  expect(mayRead({ ...s3Origin, policy: [] }, DISTRIBUTION_ARN, "_assets/a.js")).toBe(false);
});

test("what is missing is told to whoever may list", () => {
  expect(mayList(s3Origin, DISTRIBUTION_ARN)).toBe(false);
  const [allow] = s3Origin.policy;
  const policy = [{ ...allow!, Action: "s3:ListBucket", Resource: "arn:aws:s3:::assets" }];
  expect(mayList({ ...s3Origin, policy }, DISTRIBUTION_ARN)).toBe(true);
});

test("the function answers its distribution, which signs", () => {
  expect(mayInvoke(lambdaOrigin, DISTRIBUTION_ARN)).toBe(true);
  expect(mayInvoke(lambdaOrigin, another)).toBe(false);
  expect(mayInvoke({ ...lambdaOrigin, signsFor: undefined }, DISTRIBUTION_ARN)).toBe(false);
  expect(mayInvoke({ ...lambdaOrigin, signsFor: "s3" }, DISTRIBUTION_ARN)).toBe(false);
});

test.each([0, 1])("one permission alone (%d) is not enough", (index) => {
  const policy = [lambdaOrigin.policy[index]!];
  expect(mayInvoke({ ...lambdaOrigin, policy }, DISTRIBUTION_ARN)).toBe(false);
});

test("permissions of the function are none for its alias", () => {
  const functionArn = lambdaOrigin.functionArn.replace(/:live$/, "");
  const policy = lambdaOrigin.policy.map((statement) => ({ ...statement, Resource: functionArn }));
  expect(mayInvoke({ ...lambdaOrigin, policy }, DISTRIBUTION_ARN)).toBe(false);
});

test("a URL open to all is not served", () => {
  const open = { ...lambdaOrigin, authType: "NONE" };
  expect(mayInvoke(open, DISTRIBUTION_ARN)).toBe(false);
  const policy = open.policy.map((statement) => ({ ...statement, Condition: {} }));
  expect(mayInvoke({ ...open, policy }, DISTRIBUTION_ARN)).toBe(false);
  expect(mayInvoke({ ...lambdaOrigin, policy }, DISTRIBUTION_ARN)).toBe(true);
});
