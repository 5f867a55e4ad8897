import { setTimeout as sleep } from "node:timers/promises";

import { CloudFrontClient, ListDistributionsCommand } from "@aws-sdk/client-cloudfront";

import { DUMMY_CREDENTIALS } from "../stack";
import type { Edge } from "./edge/edge";
import type { LocalAws } from "./local-aws";

const LOOK_AGAIN_MS = 1000;

/**
 * Waits for the first distribution and serves it, so that one who makes it can ask for it there.
 *
 * @param signal ends the waiting
 * @throws why there is none, or none that can be served, when it was ended
 */
export async function edgeOfFirst(aws: LocalAws, port: number, signal: AbortSignal): Promise<Edge> {
  const { endpoint, region } = aws;
  const cloudFront = new CloudFrontClient({ endpoint, region, credentials: DUMMY_CREDENTIALS });
  let why: unknown = new Error("There is no distribution.");
  try {
    for (;;) {
      try {
        const { DistributionList } = await cloudFront.send(new ListDistributionsCommand());
        const id = DistributionList?.Items?.[0]?.Id;
        if (id !== undefined) return await aws.openEdge(id, port);
      } catch (error) {
        // What it refers to is being made.
        why = error;
      }
      if (signal.aborted) throw why;
      await sleep(LOOK_AGAIN_MS);
    }
  } finally {
    cloudFront.destroy();
  }
}
