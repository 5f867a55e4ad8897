import type { JobContext } from "../fleet/job-context";

/** Requests that this process has sent to DynamoDB since it began. */
export async function requestsSent(context: JobContext): Promise<number> {
  return context.requestsSent();
}
