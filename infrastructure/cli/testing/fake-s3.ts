import { NoSuchKey, S3Client } from "@aws-sdk/client-s3";

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
    readonly CopySource?: string;
    readonly CacheControl?: string;
    readonly ContentType?: string;
    readonly Delete?: { readonly Objects: readonly { readonly Key: string }[] };
  };
}

/** One bucket in memory, with the few requests that releases make. */
export function createFakeS3() {
  const objects = new Map<string, StoredObject>();
  const fake = {
    objects,
    /** Called with every request before it is answered; it fails with what this throws. */
    onRequest: (_name: string, _key: string): void => {},
    // The paginators of the SDK take nothing but a client of its own.
    s3: Object.assign(Object.create(S3Client.prototype), { send }) as S3Client,
  };

  function read(key: string): StoredObject {
    const found = objects.get(key);
    if (!found) throw new NoSuchKey({ message: key, $metadata: {} });
    return found;
  }

  async function send({ constructor: { name }, input }: Command): Promise<unknown> {
    const { Key = "", Prefix = "", Body, CopySource = "", CacheControl, ContentType } = input;
    fake.onRequest(name, Key);
    switch (name) {
      case "PutObjectCommand":
        objects.set(Key, { body: String(Body), cacheControl: CacheControl, contentType: ContentType });
        return {};
      case "GetObjectCommand": {
        const { body } = read(Key);
        return { Body: { transformToString: async () => body } };
      }
      case "CopyObjectCommand":
        objects.set(Key, read(decodeURIComponent(CopySource.slice(CopySource.indexOf("/") + 1))));
        return {};
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

  return fake;
}
