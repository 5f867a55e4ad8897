import { changeTable, type Ask } from "./tables";

const answering = (status: number, body: string) => {
  const asked: unknown[] = [];
  const ask: Ask = async (sent) => {
    asked.push(JSON.parse(Buffer.from(sent).toString()));
    return { status, headers: {}, body };
  };
  return { ask, asked };
};

const CREATE = {
  TableName: "cache",
  BillingMode: "PAY_PER_REQUEST",
  KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
  AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
  SSESpecification: { Enabled: true },
  Tags: [{ Key: "stage", Value: "production" }],
};
const bytes = (request: object) => Buffer.from(JSON.stringify(request));

test("moto hears everything, the engine what concerns items", async () => {
  const moto = answering(200, "moto");
  const engine = answering(200, "engine");
  expect(await changeTable("CreateTable", bytes(CREATE), moto.ask, engine.ask)).toMatchObject({
    body: "moto",
  });
  expect(moto.asked).toEqual([CREATE]);
  const { TableName, BillingMode, KeySchema, AttributeDefinitions } = CREATE;
  expect(engine.asked).toEqual([{ TableName, BillingMode, KeySchema, AttributeDefinitions }]);
});

test("what moto refuses does not reach the engine", async () => {
  const engine = answering(200, "engine");
  const answer = await changeTable("DeleteTable", bytes({}), answering(400, "no such table").ask, engine.ask);
  expect(answer).toMatchObject({ status: 400, body: "no such table" });
  expect(engine.asked).toEqual([]);
});

test("the engine's refusal is told, but for an operation that it lacks", async () => {
  const refused = answering(400, "ValidationException");
  const lacking = answering(400, '{"__type":"com.amazon.coral.service#UnknownOperationException"}');
  const change = (engine: Ask) =>
    changeTable("UpdateTimeToLive", bytes({}), answering(200, "moto").ask, engine);
  expect(await change(refused.ask)).toMatchObject({ status: 400 });
  expect(await change(lacking.ask)).toMatchObject({ status: 200, body: "moto" });
});
