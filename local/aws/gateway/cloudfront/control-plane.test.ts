import { parse, textOf, findAll } from "../xml";
import { CloudFrontControlPlane } from "./control-plane";

const POLICY =
  "<CachePolicyConfig><Name>assets</Name><Comment>a &amp; b</Comment><MinTTL>0</MinTTL></CachePolicyConfig>";
const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

let cloudFront: CloudFrontControlPlane;
beforeEach(() => {
  cloudFront = new CloudFrontControlPlane("123456789012");
});

function ask(method: string, path: string, body = "", ifMatch?: string) {
  const url = new URL(`/2020-05-31/${path}`, "http://127.0.0.1");
  const { status, headers = {}, body: answered = "" } = cloudFront.answer({ method, url, body, ifMatch });
  const text = Buffer.from(answered).toString();
  return { status, text, etag: headers["ETag"], xml: text.startsWith("<?xml") ? parse(text) : undefined };
}
const codeOf = ({ xml }: ReturnType<typeof ask>) => xml && textOf(xml, "Error", "Code");
const idOf = ({ xml }: ReturnType<typeof ask>) => (xml ? textOf(xml, "Id") : "");

function distribution(policyId: string, more = "", enabled = true): string {
  return (
    `<DistributionConfig><CallerReference>once</CallerReference><Enabled>${enabled}</Enabled>` +
    "<Origins><Quantity>1</Quantity><Items><Origin><Id>server</Id></Origin></Items></Origins>" +
    `<DefaultCacheBehavior><TargetOriginId>server</TargetOriginId><CachePolicyId>${policyId}</CachePolicyId>${more}</DefaultCacheBehavior>` +
    "</DistributionConfig>"
  );
}

test("what was sent is what is read, with an ETag that changes with it", () => {
  const created = ask("POST", "cache-policy", POLICY);
  expect(created.status).toBe(201);
  const path = `cache-policy/${idOf(created)}`;
  const read = ask("GET", path);
  expect(read.etag).toBe(created.etag);
  expect(read.text).toContain(POLICY);
  expect(ask("GET", `${path}/config`).text).toContain(POLICY.replace("<CachePolicyConfig>", ""));

  const updated = ask("PUT", path, POLICY.replace("assets", "files"), created.etag);
  expect(updated.etag).not.toBe(created.etag);
  expect(ask("GET", path).text).toContain("<Name>files</Name>");
});

test("a change needs the version that was read", () => {
  const created = ask("POST", "cache-policy", POLICY);
  const path = `cache-policy/${idOf(created)}`;
  for (const method of ["PUT", "DELETE"]) {
    expect(codeOf(ask(method, path, POLICY))).toBe("InvalidIfMatchVersion");
    const other = ask(method, path, POLICY, "other");
    expect([other.status, codeOf(other)]).toEqual([412, "PreconditionFailed"]);
  }
  expect(ask("DELETE", path, "", created.etag).status).toBe(204);
  const gone = ask("GET", path);
  expect([gone.status, codeOf(gone)]).toEqual([404, "NoSuchCachePolicy"]);
});

test("a name is taken once, and what AWS manages is read only", () => {
  ask("POST", "cache-policy", POLICY);
  expect(codeOf(ask("POST", "cache-policy", POLICY))).toBe("CachePolicyAlreadyExists");
  const managed = ask("GET", `cache-policy/${CACHING_DISABLED}`);
  expect(managed.text).toContain("<Name>Managed-CachingDisabled</Name>");
  expect(codeOf(ask("DELETE", `cache-policy/${CACHING_DISABLED}`, "", managed.etag))).toBe("IllegalUpdate");
});

test("policies are listed by type", () => {
  ask("POST", "cache-policy", POLICY);
  const quantity = (query: string) => textOf(ask("GET", `cache-policy${query}`).xml!, "Quantity");
  expect([quantity(""), quantity("?Type=managed"), quantity("?Type=custom")]).toEqual(["2", "1", "1"]);
});

test("a distribution has tags, an ARN and a domain of its own, and is deleted only when disabled", () => {
  const tagged = `<DistributionConfigWithTags>${distribution(CACHING_DISABLED)}<Tags><Items><Tag><Key>stage</Key><Value>dev</Value></Tag></Items></Tags></DistributionConfigWithTags>`;
  const created = ask("POST", "distribution?WithTags", tagged);
  const id = idOf(created);
  const arn = `arn:aws:cloudfront::123456789012:distribution/${id}`;
  expect(textOf(created.xml!, "ARN")).toBe(arn);
  expect(textOf(created.xml!, "DomainName")).toBe(`${id.toLowerCase()}.cloudfront.net`);
  expect(textOf(created.xml!, "Status")).toBe("Deployed");

  const tagging = `tagging?Resource=${encodeURIComponent(arn)}`;
  const keys = () => findAll(ask("GET", tagging).xml!, "Key").map(({ text }) => text);
  expect(keys()).toEqual(["stage"]);
  ask(
    "POST",
    `${tagging}&Operation=Tag`,
    "<Tags><Items><Tag><Key>a</Key><Value>b</Value></Tag></Items></Tags>",
  );
  ask("POST", `${tagging}&Operation=Untag`, "<TagKeys><Items><Key>stage</Key></Items></TagKeys>");
  expect(keys()).toEqual(["a"]);

  expect(codeOf(ask("DELETE", `distribution/${id}`, "", created.etag))).toBe("DistributionNotDisabled");
  const off = ask(
    "PUT",
    `distribution/${id}/config`,
    distribution(CACHING_DISABLED, "", false),
    created.etag,
  );
  expect(ask("DELETE", `distribution/${id}`, "", off.etag).status).toBe(204);
});

test("a distribution names only what is there, and that stays as long as it is named", () => {
  expect(codeOf(ask("POST", "distribution", distribution("none")))).toBe("NoSuchCachePolicy");
  const elsewhere = distribution(CACHING_DISABLED).replace("<TargetOriginId>server", "<TargetOriginId>none");
  expect(codeOf(ask("POST", "distribution", elsewhere))).toBe("NoSuchOrigin");

  const policy = ask("POST", "cache-policy", POLICY);
  ask("POST", "distribution", distribution(idOf(policy)));
  expect(codeOf(ask("DELETE", `cache-policy/${idOf(policy)}`, "", policy.etag))).toBe("CachePolicyInUse");
});

test("a function is worked on in one stage and runs in another", () => {
  const request = (code: string) =>
    `<R><Name>host</Name><FunctionConfig><Comment/><Runtime>cloudfront-js-2.0</Runtime></FunctionConfig><FunctionCode>${Buffer.from(code).toString("base64")}</FunctionCode></R>`;
  const created = ask("POST", "function", request("one"));
  const arn = textOf(created.xml!, "FunctionMetadata", "FunctionARN");
  const associated = distribution(CACHING_DISABLED, `<FunctionARN>${arn}</FunctionARN>`);
  expect(codeOf(ask("GET", "function/host/describe?Stage=LIVE"))).toBe("NoSuchFunctionExists");
  expect(codeOf(ask("POST", "distribution", associated))).toBe("InvalidFunctionAssociation");

  expect(ask("POST", "function/host/publish", "", created.etag).status).toBe(200);
  const updated = ask("PUT", "function/host", request("two"), created.etag);
  expect(ask("GET", "function/host?Stage=DEVELOPMENT").text).toBe("two");
  expect(ask("GET", "function/host?Stage=LIVE").text).toBe("one");

  expect(ask("POST", "distribution", associated).status).toBe(201);
  expect(textOf(ask("GET", "function/host/describe?Stage=LIVE").xml!, "Status")).toBe("DEPLOYED");
  expect(codeOf(ask("DELETE", "function/host", "", updated.etag))).toBe("FunctionInUse");
});

test("what is not emulated is refused at once", () => {
  expect(ask("GET", "key-group").status).toBe(400);
  expect(codeOf(ask("PATCH", "distribution"))).toBe("InvalidAction");
  expect(codeOf(ask("POST", "cache-policy", "<no"))).toBe("MalformedXML");
});
