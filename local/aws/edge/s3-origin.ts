import {
  GetObjectCommand,
  HeadObjectCommand,
  S3ServiceException,
  type GetObjectCommandOutput,
  type HeadObjectCommandOutput,
  type S3Client,
} from "@aws-sdk/client-s3";

import type { Headers, Response } from "./message";
import { mayList, mayRead } from "./origin-access";
import type { OriginRequest } from "./origin-request";
import type { S3Origin } from "./topology";

const answer = (status: number, headers: Headers, body: Uint8Array = Buffer.alloc(0)): Response => ({
  status,
  headers: { server: "AmazonS3", ...headers },
  setCookies: [],
  body: Buffer.from(body),
});

const refusal = (status: number, code: string, message: string): Response =>
  answer(
    status,
    { "content-type": "application/xml" },
    Buffer.from(
      `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
    ),
  );

const ACCESS_DENIED = refusal(403, "AccessDenied", "Access Denied");

/** The key that a path names; undefined where it is no valid encoding. */
function keyOf(path: string): string | undefined {
  try {
    return decodeURIComponent(path.slice(1));
  } catch {
    return undefined;
  }
}

/** Returns the headers of an object as S3 sends them. */
function objectHeaders(object: GetObjectCommandOutput | HeadObjectCommandOutput): Headers {
  const headers: Record<string, string | undefined> = {
    "accept-ranges": "bytes",
    "cache-control": object.CacheControl,
    "content-disposition": object.ContentDisposition,
    "content-encoding": object.ContentEncoding,
    "content-language": object.ContentLanguage,
    "content-range": "ContentRange" in object ? object.ContentRange : undefined,
    "content-type": object.ContentType,
    etag: object.ETag,
    expires: object.ExpiresString,
    "last-modified": object.LastModified?.toUTCString(),
    "x-amz-server-side-encryption": object.ServerSideEncryption,
    "x-amz-version-id": object.VersionId,
  };
  const own = Object.entries(object.Metadata ?? {}).map(([name, value]) => [`x-amz-meta-${name}`, value]);
  const known = Object.entries(headers).filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries([...known, ...own]) as Headers;
}

const dateOf = (value: string | undefined) => {
  const date = new Date(value ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
};

/** The question that the request's headers put to S3. */
function inputOf(bucket: string, key: string, headers: Headers) {
  const conditions = {
    Range: headers["range"],
    IfMatch: headers["if-match"],
    IfNoneMatch: headers["if-none-match"],
    IfModifiedSince: dateOf(headers["if-modified-since"]),
    IfUnmodifiedSince: dateOf(headers["if-unmodified-since"]),
  };
  const given = Object.entries(conditions).filter(([, value]) => value !== undefined);
  return { Bucket: bucket, Key: key, ...Object.fromEntries(given) };
}

/** Asks a bucket for an object, if it lets this distribution have it. */
export async function askS3(
  s3: S3Client,
  origin: S3Origin,
  { method, path, headers }: OriginRequest,
  distributionArn: string,
): Promise<Response> {
  const key = keyOf(path);
  if (key === undefined) return refusal(400, "InvalidURI", "Couldn't parse the specified URI.");
  if ((method !== "GET" && method !== "HEAD") || !mayRead(origin, distributionArn, key)) return ACCESS_DENIED;
  const input = inputOf(origin.bucket, key, headers);
  try {
    if (method === "HEAD") {
      const head = await s3.send(new HeadObjectCommand(input));
      return answer(200, { ...objectHeaders(head), "content-length": String(head.ContentLength ?? 0) });
    }
    const object = await s3.send(new GetObjectCommand(input));
    const body = await object.Body?.transformToByteArray();
    return answer(object.ContentRange ? 206 : 200, objectHeaders(object), body);
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
    switch (error.$metadata.httpStatusCode) {
      case 304:
        return answer(304, {
          ...(headers["if-none-match"] && { etag: headers["if-none-match"] }),
        });
      case 404:
        // Whoever may not list a bucket does not learn what it lacks.
        return mayList(origin, distributionArn)
          ? refusal(404, "NoSuchKey", "The specified key does not exist.")
          : ACCESS_DENIED;
      case 412:
        return refusal(412, "PreconditionFailed", "At least one of the preconditions did not hold.");
      case 416:
        return refusal(416, "InvalidRange", "The requested range is not satisfiable");
      default:
        throw error;
    }
  }
}
