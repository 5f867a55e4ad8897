import { startLocalStack, type LocalStack } from "./stack";

let stack: LocalStack | undefined;
afterEach(async () => {
  await stack?.close();
  stack = undefined;
});

test("an empty environment gets a DynamoDB with its table and the sample films", async () => {
  stack = await startLocalStack({ environment: {} });
  expect(stack.env).toEqual({
    AWS_REGION: "us-east-1",
    AWS_ENDPOINT_URL_DYNAMODB: stack.dynamoDb?.endpoint,
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_SESSION_TOKEN: "",
    AWS_PROFILE: "",
    CACHE_TABLE_NAME: "movies-cache",
    POWERTOOLS_METRICS_DISABLED: "true",
    TMDB_API_URL: stack.standIn?.url,
    TMDB_IMAGE_URL: stack.standIn?.imageUrl,
    TMDB_READ_KEY: "sample-catalogue",
  });
  const response = await fetch(`${stack.env.TMDB_API_URL}/3/search/movie?query=matrix`, {
    headers: { Authorization: `Bearer ${stack.env.TMDB_READ_KEY}` },
  });
  expect((await response.json()).results[0].title).toBe("The Matrix");
});

test("a key for TMDB itself needs no stand-in and is left alone", async () => {
  stack = await startLocalStack({ environment: { TMDB_READ_KEY: "real" } });
  expect(stack.standIn).toBeUndefined();
  expect(Object.keys(stack.env).filter((name) => name.startsWith("TMDB_"))).toEqual([]);
});

test("a key kept in SSM keeps the real credentials", async () => {
  stack = await startLocalStack({
    environment: { TMDB_READ_KEY_PARAMETER: "/movies/key", AWS_REGION: "eu-west-1" },
  });
  expect(stack.env).not.toHaveProperty("AWS_ACCESS_KEY_ID");
  expect(stack.env.AWS_REGION).toBe("eu-west-1");
});

test("a DynamoDB of one's own is used, with the table created in it", async () => {
  const own = await startLocalStack({ environment: { TMDB_READ_KEY: "real" } });
  try {
    const environment = {
      TMDB_READ_KEY: "real",
      AWS_ENDPOINT_URL_DYNAMODB: own.env.AWS_ENDPOINT_URL_DYNAMODB,
    };
    stack = await startLocalStack({ environment });
    expect(stack.dynamoDb).toBeUndefined();
    expect(stack.env).toEqual({
      AWS_REGION: "us-east-1",
      AWS_ENDPOINT_URL_DYNAMODB: own.env.AWS_ENDPOINT_URL_DYNAMODB,
      CACHE_TABLE_NAME: "movies-cache",
      POWERTOOLS_METRICS_DISABLED: "true",
    });
  } finally {
    await own.close();
  }
});

test("what is closed answers no more", async () => {
  const closed = await startLocalStack({ environment: {} });
  await closed.close();
  await expect(fetch(closed.env.TMDB_API_URL ?? "")).rejects.toThrow();
  await expect(fetch(closed.env.AWS_ENDPOINT_URL_DYNAMODB ?? "")).rejects.toThrow();
});
