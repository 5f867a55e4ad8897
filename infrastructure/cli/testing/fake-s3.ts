import { S3Client } from "@aws-sdk/client-s3";

export interface StoredObject {
  readonly body: string;
  readonly cacheControl: string | undefined;
  readonly contentType: string | undefined;
}

interface Command {
  readonly constructor: { readonly name: string };
  readonly input: {
    readonly Key?: string;
    readonly Prefix?: string;
    readonly Body?: unknown;
    readonly CacheControl?: string;
    readonly ContentType?: string;
    readonly Delete?: { readonly Objects: readonly { readonly Key: string }[] };
  };
}

/** One bucket in memory, with the few requests that releases make. */
export function createFakeS3() {
  const objects = new Map<string, StoredObject>();

  async function send({ constructor: { name }, input }: Command): Promise<unknown> {
    const { Key = "", Prefix = "", Body, CacheControl, ContentType } = input;
    switch (name) {
      case "PutObjectCommand":
        objects.set(Key, { body: String(Body), cacheControl: CacheControl, contentType: ContentType });
        return {};
      case "GetObjectCommand":
        return { Body: { transformToString: async () => objects.get(Key)?.body } };
      case "ListObjectsV2Command":
        return {
          Contents: [...objects.keys()].filter((key) => key.startsWith(Prefix)).map((one) => ({ Key: one })),
        };
      case "DeleteObjectsCommand":
        for (const one of input.Delete?.Objects ?? []) objects.delete(one.Key);
        return {};
      default:
        throw new Error(`${name} is not faked`);
    }
  }

  // The paginators of the SDK take nothing but a client of its own.
  return { objects, s3: Object.assign(Object.create(S3Client.prototype), { send }) as S3Client };
}
