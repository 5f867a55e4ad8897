import { element, find, findAll, parse, serialize, textOf } from "./xml";

const CONFIG =
  '<?xml version="1.0" encoding="UTF-8"?><Config xmlns="http://example.com/"><Comment>a &lt;b&gt; &amp; &#233;&#xe9;</Comment>' +
  "<Items><Item>1</Item><Item> two </Item></Items><Empty/><Nothing></Nothing></Config>";

test("what an SDK writes is read", () => {
  const config = parse(CONFIG);
  expect(config.name).toBe("Config");
  expect(textOf(config, "Comment")).toBe("a <b> & éé");
  expect(findAll(config, "Item").map(({ text }) => text)).toEqual(["1", " two "]);
  expect(find(config, "Empty")).toEqual(element("Empty"));
  expect(find(config, "Items", "None", "Deeper")).toBeUndefined();
  expect(textOf(config, "None")).toBe("");
});

test("what is written is read back the same", () => {
  const config = parse(CONFIG);
  expect(parse(serialize(config))).toEqual(config);
  expect(serialize(element("A", [element("B", '<&>"\r')]))).toBe("<A><B>&lt;&amp;&gt;&quot;&#xD;</B></A>");
});

test.each(["", "text", "<a>", "<a></b>", "<a></a><b></b>", "<a/></a>"])("%j is refused", (xml) => {
  expect(() => parse(xml)).toThrow(SyntaxError);
});
