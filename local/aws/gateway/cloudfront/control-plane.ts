import type { Answer } from "../answer";
import { AwsError } from "../aws-error";
import { element, find, findAll, parse, serialize, textOf, type Element } from "../xml";
import { Functions, type CloudFrontFunction, type Stage } from "./functions";
import { KINDS, type Kind } from "./kinds";
import { listElement, Resources, type Resource } from "./resources";

const API = "/2020-05-31/";
const SCHEMA = "http://cloudfront.amazonaws.com/doc/2020-05-31/";

export interface CloudFrontRequest {
  readonly method: string;
  readonly url: URL;
  readonly ifMatch?: string | undefined;
  readonly body: string;
}

const xml = (status: number, content: Element, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { "Content-Type": "text/xml", ...headers },
  body: `<?xml version="1.0"?>\n${serialize(content).replace(/^<\w+/, `$& xmlns="${SCHEMA}"`)}`,
});

const NO_CONTENT: Answer = { status: 204 };

function errorAnswer({ status, code, message }: AwsError): Answer {
  const error = [element("Type", "Sender"), element("Code", code), element("Message", message)];
  return xml(status, element("ErrorResponse", [element("Error", error), element("RequestId", "local")]));
}

/** CloudFront's API: what it is told it keeps, in memory, and answers as it was told. */
export class CloudFrontControlPlane {
  readonly #accountId: string;
  readonly #functions: Functions;
  readonly #resources: Resources;
  readonly #tags = new Map<string, ReadonlyMap<string, string>>();

  constructor(accountId: string) {
    this.#accountId = accountId;
    this.#functions = new Functions(accountId);
    this.#resources = new Resources(this.#functions);
  }

  answer(request: CloudFrontRequest): Answer {
    try {
      return this.#dispatch(request);
    } catch (error) {
      if (error instanceof AwsError) return errorAnswer(error);
      if (error instanceof SyntaxError) return errorAnswer(new AwsError(400, "MalformedXML", error.message));
      throw error;
    }
  }

  #dispatch(request: CloudFrontRequest): Answer {
    const [path = "", id, ...rest] = request.url.pathname
      .slice(API.length)
      .split("/")
      .map(decodeURIComponent);
    if (request.url.pathname.startsWith(API)) {
      if (path === "tagging") return this.#tagging(request);
      const tail = rest.join("/");
      const answer =
        path === "function" ? this.#function(request, id, tail) : this.#resource(request, path, id, tail);
      if (answer) return answer;
    }
    // Not a 5xx: an SDK would try that again for minutes.
    throw new AwsError(400, "InvalidAction", `${request.method} ${request.url.pathname} is not emulated.`);
  }

  #resource(
    request: CloudFrontRequest,
    path: string,
    id: string | undefined,
    tail: string,
  ): Answer | undefined {
    const { method, ifMatch, url } = request;
    const kind = KINDS.find((one) => one.path === path);
    if (!kind || (tail && tail !== "config")) return undefined;
    if (!id) {
      if (method === "GET") return this.#list(kind, url.searchParams.get("Type"));
      if (method === "POST") return this.#create(kind, parse(request.body));
    } else if (method === "GET") {
      const resource = this.#resources.get(kind, id);
      return tail ? xml(200, resource.config, { ETag: resource.etag }) : this.#one(200, resource);
    } else if (method === "PUT") {
      return this.#one(200, this.#resources.update(kind, id, parse(request.body), ifMatch));
    } else if (method === "DELETE" && !tail) {
      this.#resources.delete(kind, id, ifMatch);
      this.#tags.delete(this.#arn(kind, id));
      return NO_CONTENT;
    }
    return undefined;
  }

  #create(kind: Kind, sent: Element): Answer {
    const tagged = sent.name === "DistributionConfigWithTags";
    const config = tagged ? (find(sent, "DistributionConfig") ?? sent) : sent;
    const resource = this.#resources.create(kind, config);
    const tags = findAll(sent, "Tag").map((tag) => [textOf(tag, "Key"), textOf(tag, "Value")] as const);
    if (tagged) this.#tags.set(this.#arn(kind, resource.id), new Map(tags));
    return this.#one(201, resource);
  }

  #list(kind: Kind, type: string | null): Answer {
    const items = this.#resources
      .list(kind)
      .filter(({ managed }) => !type || type === (managed ? "managed" : "custom"))
      .map((resource) => {
        // A policy is listed whole, under its type; the others flat.
        const content = kind.name.endsWith("Policy")
          ? [element("Type", resource.managed ? "managed" : "custom"), this.#element(resource)]
          : [...this.#head(resource), ...resource.config.children];
        return element(`${kind.name}Summary`, content);
      });
    return xml(200, listElement(`${kind.name}List`, items));
  }

  #one(status: number, resource: Resource): Answer {
    return xml(status, this.#element(resource), {
      ETag: resource.etag,
      ...(status === 201
        ? { Location: `https://cloudfront.amazonaws.com${API}${resource.kind.path}/${resource.id}` }
        : {}),
    });
  }

  #element(resource: Resource): Element {
    return element(resource.kind.name, [...this.#head(resource), resource.config]);
  }

  #head({ kind, id, lastModified }: Resource): Element[] {
    if (kind.name !== "Distribution") return [element("Id", id), element("LastModifiedTime", lastModified)];
    const inactive = [element("Enabled", "false"), element("Quantity", "0")];
    return [
      element("Id", id),
      element("ARN", this.#arn(kind, id)),
      element("Status", "Deployed"),
      element("LastModifiedTime", lastModified),
      element("InProgressInvalidationBatches", "0"),
      element("DomainName", `${id.toLowerCase()}.cloudfront.net`),
      element("ActiveTrustedSigners", inactive),
      element("ActiveTrustedKeyGroups", inactive),
    ];
  }

  #arn({ path }: Kind, id: string): string {
    return `arn:aws:cloudfront::${this.#accountId}:${path}/${id}`;
  }

  #function(request: CloudFrontRequest, name: string | undefined, tail: string): Answer | undefined {
    const { method, ifMatch } = request;
    const stage: Stage = request.url.searchParams.get("Stage") === "LIVE" ? "LIVE" : "DEVELOPMENT";
    const summary = (status: number, one: CloudFrontFunction, of = stage, etag = one.etag) =>
      xml(status, this.#summary(one, of), {
        ETag: etag,
        ...(status === 201 ? { Location: `https://cloudfront.amazonaws.com${API}function/${one.name}` } : {}),
      });

    if (!name && method === "GET") {
      const items = this.#functions.list(stage).map((one) => this.#summary(one, stage));
      return xml(200, listElement("FunctionList", items));
    }
    if (!name && method === "POST") return summary(201, this.#functions.create(parse(request.body)));
    if (!name) return undefined;
    if (method === "GET" && tail === "describe") return summary(200, this.#functions.get(name, stage));
    if (method === "GET" && !tail) {
      const { code, etag } = this.#functions.get(name, stage);
      return { status: 200, headers: { "Content-Type": "application/octet-stream", ETag: etag }, body: code };
    }
    if (method === "PUT" && !tail)
      return summary(200, this.#functions.update(name, parse(request.body), ifMatch));
    if (method === "POST" && tail === "publish")
      return summary(200, this.#functions.publish(name, ifMatch), "LIVE");
    if (method === "DELETE" && !tail) {
      this.#functions.delete(name, ifMatch, (arn) => this.#resources.isUsed("FunctionARN", arn));
      return NO_CONTENT;
    }
    return undefined;
  }

  #summary({ name, config, created, modified }: CloudFrontFunction, stage: Stage): Element {
    const arn = this.#functions.arn(name);
    const used = this.#resources.isUsed("FunctionARN", arn);
    return element("FunctionSummary", [
      element("Name", name),
      element("Status", stage === "DEVELOPMENT" ? "UNPUBLISHED" : used ? "DEPLOYED" : "UNASSOCIATED"),
      config,
      element("FunctionMetadata", [
        element("FunctionARN", arn),
        element("Stage", stage),
        element("CreatedTime", created),
        element("LastModifiedTime", modified),
      ]),
    ]);
  }

  #tagging({ method, url, body }: CloudFrontRequest): Answer {
    const arn = url.searchParams.get("Resource") ?? "";
    const tags = new Map(this.#tags.get(arn));
    if (method === "GET") {
      const items = [...tags].map(([key, value]) =>
        element("Tag", [element("Key", key), element("Value", value)]),
      );
      return xml(200, element("Tags", [element("Items", items)]));
    }
    const sent = parse(body);
    if (url.searchParams.get("Operation") === "Untag") {
      for (const { text } of findAll(sent, "Key")) tags.delete(text);
    } else {
      for (const tag of findAll(sent, "Tag")) tags.set(textOf(tag, "Key"), textOf(tag, "Value"));
    }
    this.#tags.set(arn, tags);
    return NO_CONTENT;
  }
}
