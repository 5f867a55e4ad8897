import { parse, serialize, textOf } from "../xml";
import { withDistributionDefaults } from "./distribution-defaults";

const CONFIG = parse(
  "<DistributionConfig><Comment>films</Comment>" +
    "<CacheBehaviors><Quantity>1</Quantity><Items><CacheBehavior><PathPattern>/_next/*</PathPattern></CacheBehavior></Items></CacheBehaviors>" +
    "</DistributionConfig>",
);

test("a list that was not sent is an empty one; what was sent stays", () => {
  const config = withDistributionDefaults(CONFIG);
  for (const name of ["Aliases", "CustomErrorResponses", "OriginGroups"]) {
    expect(textOf(config, name, "Quantity")).toBe("0");
  }
  expect(textOf(config, "CacheBehaviors", "Quantity")).toBe("1");
  expect(textOf(config, "Comment")).toBe("films");
});

test("a complete configuration is not changed", () => {
  const config = withDistributionDefaults(CONFIG);
  expect(serialize(withDistributionDefaults(config))).toBe(serialize(config));
});
