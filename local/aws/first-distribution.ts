import { setTimeout as sleep } from "node:timers/promises";

import { CloudFrontClient, ListDistributionsCommand } from "@aws-sdk/client-cloudfront";

import { DUMMY_CREDENTIALS } from "../dummy-credentials";
import type { Edge } from "./edge/edge";
import type { LocalAws } from "./local-aws";

const LOOK_AGAIN_MS = 1000;

/**
 * Serves the distribution that is being made, so that one who makes it can ask for it there. An apply that follows an
 * interrupted one may put another in its place: that one is served then.
 *
 * @param signal ends the looking, once it has been made
 * @returns the edge of the one that was there last
 * @throws why there is none, or none that can be served, when it was ended
 */
export async function edgeOfFirst(aws: LocalAws, port: number, signal: AbortSignal): Promise<Edge> {
  const { endpoint, region } = aws;
  const cloudFront = new CloudFrontClient({ endpoint, region, credentials: DUMMY_CREDENTIALS });
  let served: { readonly id: string; readonly edge: Edge } | undefined;
  let why: unknown = new Error("There is no distribution.");
  try {
    for (;;) {
      const isLast = signal.aborted;
      try {
        const { DistributionList } = await cloudFront.send(new ListDistributionsCommand());
        const id = DistributionList?.Items?.[0]?.Id;
        if (id !== undefined && id !== served?.id) {
          await served?.edge.close();
          served = undefined;
          served = { id, edge: await aws.openEdge(id, port) };
        }
      } catch (error) {
        // What it refers to is being made.
        why = error;
      }
      if (isLast) {
        if (served) return served.edge;
        throw why;
      }
      await sleep(LOOK_AGAIN_MS);
    }
  } finally {
    cloudFront.destroy();
  }
}
