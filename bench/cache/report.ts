import { short, table } from "../../docs/markdown";
import { PEER_NAMES, peerKind, type PeerName } from "../peers";
import { UPSTREAM_MS } from "../setting/upstream";
import { budgetsOf } from "./budgets";
import type { CacheResult, PeerResult } from "./measure";
import { PATIENCE_MS } from "./outcome";
import {
  chargesInWords,
  pastWindowInWords,
  spreadInWords,
  storeDownInWords,
  truncatedInWords,
  withoutCopyInWords,
} from "./words";

const ms = (value: number | undefined) => (value === undefined ? "–" : short(value));

function stampedes({ peers, processes, clients }: CacheResult, which: "cold" | "atExpiry"): string {
  const head = [
    "",
    "rounds",
    "TMDB calls",
    "DynamoDB requests",
    "old answers",
    "rejected",
    "p50 ms",
    "p99 ms",
    "counted exactly",
  ];
  const rows = PEER_NAMES.map((name) => {
    const { rounds, calls, requests, oldAnswers, errors, latency, countedExactly } = peers[name][which];
    const counted = countedExactly
      ? `${countedExactly.rounds} of ${countedExactly.of} rounds`
      : "not counted";
    return [
      peerKind(name).title,
      String(rounds.length),
      spreadInWords(calls),
      spreadInWords(requests),
      spreadInWords(oldAnswers),
      String(errors),
      short(latency.p50),
      short(latency.p99),
      counted,
    ];
  });
  const title =
    which === "cold"
      ? "### A cold key"
      : "### At the end of a window\n\nThe same keys, at once again as soon as their windows are over.";
  const scene = `${processes} processes × ${clients} clients at once; min / median / max of the rounds, latency over all answers.`;
  return `${title}\n\n${scene}\n\n${table(head, rows)}`;
}

function perPeer(
  result: CacheResult,
  head: readonly string[],
  cells: (peer: PeerResult, name: PeerName) => readonly string[],
): string {
  return table(
    ["", ...head],
    PEER_NAMES.map((name) => [peerKind(name).title, ...cells(result.peers[name], name)]),
  );
}

function hits(result: CacheResult): string {
  const { hit, store, oneKey, manyKeys } = result.peers.ours.speed;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const withoutNumbers =
    oneKey.withoutNumber === 0 && manyKeys.withoutNumber === 0
      ? "\n\nOf ours, all hits had a number."
      : `\n\nOf ours, ${percent(oneKey.withoutNumber)} of the hits on one key and ${percent(manyKeys.withoutNumber)} of those on 50 had no number: so many clients at once keep this store longer than its deadline, and a hit that can't be counted at once is answered from memory and delivered later. That is faster than to count it, and says nothing of hits that are counted.`;
  const ownRequest = store
    ? `\n\nOur store's own request (the ADD on conditions, so that it is made once and for one generation) took ${short(store.p50)} / ${short(store.p99)} ms (p50 / p99) in the same turns, without the cache around it: a hit takes ${short(hit.p50 / store.p50)} × / ${short(hit.p99 / store.p99)} × as long as that. The ${short(hit.p50 - store.p50)} ms above it are the cache's own work (deadline, queue, numbers, events), on cores that it shares with the store.`
    : "";
  return [
    "### Hits\n\nOne process; a hit and the one request it can't do without, in turn, in random order.",
    perPeer(
      result,
      ["bare request", "n", "bare p50 / p99 ms", "hit p50 / p99 ms", "p50 ×", "p99 ×"],
      (peer, name) => {
        const { bare, hit: own, p50Ratio, p99Ratio } = peer.speed;
        return [
          peerKind(name).floor,
          String(own.n),
          `${ms(bare.p50)} / ${ms(bare.p99)}`,
          `${ms(own.p50)} / ${ms(own.p99)}`,
          p50Ratio.toFixed(2),
          p99Ratio.toFixed(2),
        ];
      },
    ) + ownRequest,
    "50 clients of one process, hits per second (the bare request's in brackets):",
    perPeer(result, ["one key", "requests per hit", "50 keys", "requests per hit"], ({ speed }) => [
      `${short(speed.oneKey.perSecond)} (${short(speed.oneKey.barePerSecond)})`,
      short(speed.oneKey.requestsPerHit),
      `${short(speed.manyKeys.perSecond)} (${short(speed.manyKeys.barePerSecond)})`,
      short(speed.manyKeys.requestsPerHit),
    ]) + withoutNumbers,
  ].join("\n\n");
}

function charges(result: CacheResult): string {
  return [
    "### Requests and capacity units\n\nOne client, one question after the other; R and W are read and write units.",
    perPeer(result, ["a miss", "a hit", "first hit of a process"], ({ charges: charged }) => [
      chargesInWords(charged.miss),
      chargesInWords(charged.hit),
      chargesInWords(charged.firstHit),
    ]),
    "Only ours counts its hits, which takes a write: 1 W is the floor of that.",
  ].join("\n\n");
}

function faults(result: CacheResult): string {
  return [
    `### When something fails\n\nThe first client, then the next; a client waits ${PATIENCE_MS / 1000} s at most, the upstream takes ${UPSTREAM_MS} ms.`,
    perPeer(result, ["store refuses connections", "store takes requests and is silent"], (peer) => [
      storeDownInWords(peer.storeRefuses),
      storeDownInWords(peer.storeHangs),
    ]),
    perPeer(result, ["entry cut in half", "upstream 503, no copy", "upstream 503, window over"], (peer) => [
      truncatedInWords(peer.truncated),
      withoutCopyInWords(peer.upstreamDown),
      pastWindowInWords(peer.upstreamDown),
    ]),
  ].join("\n\n");
}

/** The tables of the cache's part, in Markdown. */
export function cacheReport(result: CacheResult, versions: ReadonlyMap<string, string>): string {
  const budgets = budgetsOf(result).map(({ what, allowed, measured, met }) => [
    what,
    allowed,
    measured,
    met ? "met" : "MISSED",
  ]);
  const setups = PEER_NAMES.map((name) => {
    const { title, packages, setup } = peerKind(name);
    return [title, packages.map((one) => `${one} ${versions.get(one)}`).join(", ") || "–", setup];
  });
  const { waiters, fetchers } = result.peers.ours.cold;
  return [
    `## The cache and its peers\n\nStore: ${result.store}, one for all. Upstream: answers after ${UPSTREAM_MS} ms, counts its calls over all processes.`,
    table(["", "versions", "set up"], setups),
    "### Budgets",
    table(["what", "budget", "measured", ""], budgets),
    waiters && fetchers
      ? `Processes, store and upstream share the machine's cores, and all wait for those too: who fetches waits for longer than a waiter's budget. In the cold rounds the client that fetched waited ${short(fetchers.p50)} / ${short(fetchers.p99)} ms (p50 / p99), all others ${short(waiters.p50)} / ${short(waiters.p99)} ms.`
      : "",
    stampedes(result, "cold"),
    stampedes(result, "atExpiry"),
    charges(result),
    hits(result),
    faults(result),
  ]
    .filter(Boolean)
    .join("\n\n");
}
