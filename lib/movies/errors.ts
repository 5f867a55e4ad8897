import { ruleSentence, type Rule } from "@/lib/http/rule";

/** A parameter of a request can't be used. The message is meant for the one who sent it. */
export class BadParameterError extends Error {
  override readonly name = "BadParameterError";

  constructor(
    readonly parameter: string,
    /** What is allowed. */
    readonly rule: Rule,
  ) {
    super(`${parameter} ${ruleSentence(rule)}`);
  }
}

/** A client asks for more than one may. */
export class TooManyRequestsError extends Error {
  override readonly name = "TooManyRequestsError";

  /** @param retryAfterMs how long it has to wait, in milliseconds */
  constructor(readonly retryAfterMs: number) {
    super(`Too many requests: wait for ${retryAfterMs} ms`);
  }
}

/** There is no film of that id. */
export class MovieNotFoundError extends Error {
  override readonly name = "MovieNotFoundError";

  constructor(readonly id: number) {
    super(`There is no film ${id}`);
  }
}

/** There is no person of that id. */
export class PersonNotFoundError extends Error {
  override readonly name = "PersonNotFoundError";

  constructor(readonly id: number) {
    super(`There is no person ${id}`);
  }
}
