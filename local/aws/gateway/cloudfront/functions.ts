import { Buffer } from "node:buffer";
import { AwsError } from "../aws-error";
import { element, find, textOf, type Element } from "../xml";
import { checkIfMatch, newId } from "./etag";

export type Stage = "DEVELOPMENT" | "LIVE";

export interface CloudFrontFunction {
  readonly name: string;
  readonly config: Element;
  readonly code: Buffer;
  readonly etag: string;
  readonly created: string;
  readonly modified: string;
}

/** CloudFront's functions, each with a stage to work on and one that distributions run. */
export class Functions {
  readonly #stages = new Map<string, Partial<Record<Stage, CloudFrontFunction>>>();
  readonly #arnPrefix: string;

  constructor(accountId: string) {
    this.#arnPrefix = `arn:aws:cloudfront::${accountId}:function/`;
  }

  arn(name: string): string {
    return this.#arnPrefix + name;
  }

  list(stage: Stage): CloudFrontFunction[] {
    return [...this.#stages.values()].flatMap((stages) => stages[stage] ?? []);
  }

  isPublished(arn: string): boolean {
    return this.list("LIVE").some(({ name }) => this.arn(name) === arn);
  }

  /** @throws {AwsError} NoSuchFunctionExists */
  get(name: string, stage: Stage): CloudFrontFunction {
    const found = this.#stages.get(name)?.[stage];
    if (!found)
      throw new AwsError(404, "NoSuchFunctionExists", `There is no function ${name} at stage ${stage}.`);
    return found;
  }

  /** @throws {AwsError} FunctionAlreadyExists */
  create(request: Element): CloudFrontFunction {
    const name = textOf(request, "Name");
    if (this.#stages.has(name)) throw new AwsError(409, "FunctionAlreadyExists", `${name} exists already.`);
    const created = this.#version(name, request, new Date().toISOString());
    this.#stages.set(name, { DEVELOPMENT: created });
    return created;
  }

  /** @throws {AwsError} when there is none or for another version */
  update(name: string, request: Element, ifMatch: string | undefined): CloudFrontFunction {
    const before = this.get(name, "DEVELOPMENT");
    checkIfMatch(before.etag, ifMatch);
    const updated = this.#version(name, request, before.created);
    this.#stages.set(name, { ...this.#stages.get(name), DEVELOPMENT: updated });
    return updated;
  }

  /** @throws {AwsError} when there is none or for another version */
  publish(name: string, ifMatch: string | undefined): CloudFrontFunction {
    const published = this.get(name, "DEVELOPMENT");
    checkIfMatch(published.etag, ifMatch);
    this.#stages.set(name, { DEVELOPMENT: published, LIVE: { ...published, etag: newId() } });
    return published;
  }

  /** @throws {AwsError} when there is none, for another version and where a distribution runs it */
  delete(name: string, ifMatch: string | undefined, isUsed: (arn: string) => boolean): void {
    checkIfMatch(this.get(name, "DEVELOPMENT").etag, ifMatch);
    if (isUsed(this.arn(name)))
      throw new AwsError(409, "FunctionInUse", `A distribution still runs ${name}.`);
    this.#stages.delete(name);
  }

  #version(name: string, request: Element, created: string): CloudFrontFunction {
    return {
      name,
      config: find(request, "FunctionConfig") ?? element("FunctionConfig"),
      code: Buffer.from(textOf(request, "FunctionCode"), "base64"),
      etag: newId(),
      created,
      modified: new Date().toISOString(),
    };
  }
}
