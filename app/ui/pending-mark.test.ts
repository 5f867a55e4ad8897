import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const files = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx"))
  .map((file) => path.join("app", file));

test("every link of the router shows that its page is on the way", () => {
  const links = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/<Link\b.*?<\/Link>/gs)].map(([link]) => ({ file, link })),
  );
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter(({ link }) => !link.includes("<PendingMark />"))).toEqual([]);
});
