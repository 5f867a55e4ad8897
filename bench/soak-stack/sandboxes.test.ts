import { sandboxesIn } from "./sandboxes";

const PROCESSES = `
    1     0 Ss   /sbin/init
  100     1 Sl   node local/aws/run.mjs --port 3000
  101   100 Tl   /usr/bin/node --max-old-space-size=1592 /project/local/aws/lambda/runtime.mjs
  102   100 Rl   /usr/bin/node --max-old-space-size=1592 /project/local/aws/lambda/runtime.mjs
  103   100 Z    [node] <defunct> lambda/runtime.mjs
  104   100 Sl   java -jar DynamoDBLocal.jar
  105   200 Sl   /usr/bin/node /another/local/aws/lambda/runtime.mjs
`;

it("finds the sandboxes of one local cloud that live, frozen or not, and nothing else", () => {
  expect(sandboxesIn(PROCESSES, 100)).toEqual([101, 102]);
  expect(sandboxesIn(PROCESSES, 1)).toEqual([]);
  expect(sandboxesIn("", 100)).toEqual([]);
});
