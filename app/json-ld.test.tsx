import { renderToStaticMarkup } from "react-dom/server";

import { JsonLd } from "./json-ld";

const HOSTILE = [
  "</script><script>alert(1)</script>",
  "<!-- <script>",
  '"}{"',
  "\\u003c \\",
  "\u2028\u2029\0",
  "]]>",
  "&lt;b&gt; & 'quoted'",
];

describe("JSON-LD of a hostile title", () => {
  it.each(HOSTILE)("stays in its element and says the title: %j", (name) => {
    const markup = renderToStaticMarkup(<JsonLd data={{ name }} />);
    const [, content = ""] = /^<script type="application\/ld\+json">(.*)<\/script>$/s.exec(markup) ?? [];
    expect(content).not.toContain("<");
    expect(JSON.parse(content)).toEqual({ name });
  });
});
