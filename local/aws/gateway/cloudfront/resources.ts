import { randomUUID } from "node:crypto";
import { AwsError } from "../aws-error";
import { element, find, findAll, textOf, type Element } from "../xml";
import { withDistributionDefaults } from "./distribution-defaults";
import { checkIfMatch, newId } from "./etag";
import { KINDS, type Kind } from "./kinds";

export interface Resource {
  readonly kind: Kind;
  readonly id: string;
  readonly config: Element;
  readonly etag: string;
  readonly lastModified: string;
  readonly managed: boolean;
}

/** Who else may name a resource, or be named: CloudFront's functions. */
export interface Neighbours {
  /** Whether a function of this ARN is published. */
  isPublished(functionArn: string): boolean;
}

const DISTRIBUTION = "Distribution";

const nameOf = ({ config }: Resource) =>
  textOf(config, config.name === "DistributionConfig" ? "CallerReference" : "Name");

/** What CloudFront keeps, each as the XML that was sent for it. */
export class Resources {
  readonly #byKind = new Map<Kind, Map<string, Resource>>();
  readonly #neighbours: Neighbours;

  constructor(neighbours: Neighbours) {
    this.#neighbours = neighbours;
    for (const kind of KINDS) {
      const managed = (kind.managed ?? []).map(([id, config]) => {
        return [
          id,
          { kind, id, config, etag: newId(), lastModified: "2020-01-01T00:00:00Z", managed: true },
        ] as const;
      });
      this.#byKind.set(kind, new Map(managed));
    }
  }

  list(kind: Kind): Resource[] {
    return [...(this.#byKind.get(kind)?.values() ?? [])];
  }

  /** @throws {AwsError} NoSuch... */
  get(kind: Kind, id: string): Resource {
    const found = this.#byKind.get(kind)?.get(id);
    if (!found)
      throw new AwsError(404, `NoSuch${kind.name}`, `The specified ${kind.path} does not exist: ${id}`);
    return found;
  }

  /** Whether a distribution names this, be it an id or a function's ARN. */
  isUsed(reference: string, value: string): boolean {
    return KINDS.filter(({ name }) => name === DISTRIBUTION)
      .flatMap((kind) => this.list(kind))
      .some(({ config }) => findAll(config, reference).some(({ text }) => text === value));
  }

  /** @throws {AwsError} when the name is taken or the configuration names what does not exist */
  create(kind: Kind, config: Element): Resource {
    const id = kind.name === DISTRIBUTION || kind.name === "OriginAccessControl" ? newId() : randomUUID();
    const resource = this.#resource(kind, id, config);
    if (this.list(kind).some((other) => nameOf(other) === nameOf(resource))) {
      throw new AwsError(409, `${kind.name}AlreadyExists`, `${nameOf(resource)} exists already.`);
    }
    this.#byKind.get(kind)?.set(id, resource);
    return resource;
  }

  /** @throws {AwsError} for another version, or as for `create` */
  update(kind: Kind, id: string, config: Element, ifMatch: string | undefined): Resource {
    this.#changeable(kind, id, ifMatch);
    const resource = this.#resource(kind, id, config);
    this.#byKind.get(kind)?.set(id, resource);
    return resource;
  }

  /** @throws {AwsError} for another version, for what is in use and for a distribution that is enabled */
  delete(kind: Kind, id: string, ifMatch: string | undefined): void {
    const { config } = this.#changeable(kind, id, ifMatch);
    if (kind.reference && this.isUsed(kind.reference, id)) {
      throw new AwsError(409, `${kind.name}InUse`, `A distribution still uses ${id}.`);
    }
    if (textOf(config, "Enabled") === "true" && kind.name === DISTRIBUTION) {
      throw new AwsError(
        409,
        "DistributionNotDisabled",
        "The distribution you are trying to delete is not disabled.",
      );
    }
    this.#byKind.get(kind)?.delete(id);
  }

  #changeable(kind: Kind, id: string, ifMatch: string | undefined): Resource {
    const resource = this.get(kind, id);
    if (resource.managed) throw new AwsError(400, "IllegalUpdate", "What AWS manages can't be changed.");
    checkIfMatch(resource.etag, ifMatch);
    return resource;
  }

  #resource(kind: Kind, id: string, sent: Element): Resource {
    if (sent.name !== `${kind.name}Config`) {
      throw new AwsError(400, "MalformedXML", `A ${kind.name}Config is expected, not ${sent.name}.`);
    }
    const config = kind.name === DISTRIBUTION ? withDistributionDefaults(sent) : sent;
    if (kind.name === DISTRIBUTION) this.#checkReferences(config);
    return { kind, id, config, etag: newId(), lastModified: new Date().toISOString(), managed: false };
  }

  /** A distribution that names what is not there would be refused by AWS. */
  #checkReferences(config: Element): void {
    for (const kind of KINDS) {
      if (!kind.reference) continue;
      for (const { text } of findAll(config, kind.reference)) if (text) this.get(kind, text);
    }
    const origins = find(config, "Origins", "Items")?.children.map((origin) => textOf(origin, "Id")) ?? [];
    for (const { text } of findAll(config, "TargetOriginId")) {
      if (!origins.includes(text))
        throw new AwsError(404, "NoSuchOrigin", `No origin exists with the id ${text}.`);
    }
    for (const { text } of findAll(config, "FunctionARN")) {
      if (!this.#neighbours.isPublished(text)) {
        throw new AwsError(400, "InvalidFunctionAssociation", `The function ${text} is not published.`);
      }
    }
  }
}

/** The elements of a list, as CloudFront answers it. */
export function listElement(name: string, items: readonly Element[], maxItems = 100): Element {
  return element(name, [
    element("Marker"),
    element("MaxItems", String(maxItems)),
    element("IsTruncated", "false"),
    element("Quantity", String(items.length)),
    element("Items", items),
  ]);
}
