import type { Peer, PeerOptions } from "./peer";

export interface PeerKind {
  readonly title: string;
  /** npm packages whose versions belong to the results. */
  readonly packages: readonly string[];
  /** Name of the partition key that its table has. */
  readonly partitionKey: string;
  /** How it is set up, in a sentence. */
  readonly setup: string;
  /** The one DynamoDB request that a hit can't do without. */
  readonly floor: "UpdateItem" | "GetItem";
  open(options: PeerOptions): Promise<Peer>;
}

/** The caches that are compared. Each is loaded only where it is used, so that a process has but one. */
export const PEERS = {
  ours: {
    title: "lib/cache (ours)",
    packages: [],
    partitionKey: "pk",
    setup: "createCountedCache on createDynamoDbStore, as the product uses it",
    floor: "UpdateItem",
    open: async (options) => (await import("./ours")).openOurs(options),
  },
  plain: {
    title: "plain get-fetch-put",
    packages: [],
    partitionKey: "pk",
    setup: "GetItem; when there is nothing fresh, fetch and PutItem",
    floor: "GetItem",
    open: async (options) => (await import("./plain")).openPlain(options),
  },
  cachified: {
    title: "cachified",
    packages: ["@epic-web/cachified"],
    partitionKey: "pk",
    setup: "ttl, staleWhileRevalidate 24 h, an adapter of three methods for DynamoDB",
    floor: "GetItem",
    open: async (options) => (await import("./cachified")).openCachified(options),
  },
  bentocache: {
    title: "bentocache",
    packages: ["bentocache"],
    partitionKey: "key",
    setup: "its DynamoDB driver as the only layer, ttl, grace 24 h, soft timeout 4 s",
    floor: "GetItem",
    open: async (options) => (await import("./bentocache")).openBentocache(options),
  },
  cacheable: {
    title: "cacheable",
    packages: ["cacheable", "keyv", "@keyv/dynamo"],
    partitionKey: "id",
    setup: "getOrSet with ttl, memory first and @keyv/dynamo second",
    floor: "GetItem",
    open: async (options) => (await import("./cacheable")).openCacheable(options),
  },
  asyncCacheDedupe: {
    title: "async-cache-dedupe",
    packages: ["async-cache-dedupe"],
    partitionKey: "pk",
    setup: "ttl, stale 24 h, a custom storage for DynamoDB made after its Redis storage",
    floor: "GetItem",
    open: async (options) => (await import("./async-cache-dedupe")).openAsyncCacheDedupe(options),
  },
} satisfies Record<string, PeerKind>;

export type PeerName = keyof typeof PEERS;

export const PEER_NAMES = Object.keys(PEERS) as PeerName[];

export const peerKind = (name: PeerName): PeerKind => PEERS[name];
