import { randomBytes } from "node:crypto";
import { AwsError } from "../aws-error";

/** An id in the form of CloudFront's own, such as "E2QWRUHAPOMQZL". */
export function newId(): string {
  return `E${[...randomBytes(13)].map((byte) => (byte % 36).toString(36)).join("")}`.toUpperCase();
}

/**
 * Holds a change to the version that its sender has seen.
 * @throws {AwsError} InvalidIfMatchVersion when none is named, PreconditionFailed when it is another
 */
export function checkIfMatch(etag: string, ifMatch: string | undefined): void {
  if (!ifMatch) {
    throw new AwsError(
      400,
      "InvalidIfMatchVersion",
      "The If-Match version is missing or not valid for the resource.",
    );
  }
  if (ifMatch !== etag) {
    throw new AwsError(
      412,
      "PreconditionFailed",
      "The request failed because it didn't meet the preconditions.",
    );
  }
}
