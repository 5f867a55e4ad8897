// A process of the fleet: it has one peer and does the jobs that it is sent, until its parent goes.
import { JOBS, type JobName } from "../jobs";
import { peerKind } from "../peers";
import { askUpstream } from "../setting/upstream";
import type { JobContext } from "./job-context";
import type { Order, Report, WorkerSetup } from "./message";
import { countRequests } from "./request-count";

const { peer: name, tableName, windowMs, upstreamUrl } = JSON.parse(process.argv[2] ?? "") as WorkerSetup;
const requestsSent = countRequests(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "");
const peer = await peerKind(name).open({
  tableName,
  windowMs,
  fetch: (key) => askUpstream(upstreamUrl, key),
});
const context: JobContext = { peer, tableName, requestsSent };
const jobs: Record<JobName, (context: JobContext, input: never) => Promise<unknown>> = JOBS;
const report = (message: Report) => process.send?.(message);

process.on("message", ({ id, job, input }: Order) => {
  jobs[job](context, input as never).then(
    (result) => report({ id, result }),
    (error: unknown) => report({ id, error: String(error) }),
  );
});
// A background refresh of a peer may fail after its answer: that is the peer's business and no end of the bench.
process.on("unhandledRejection", () => undefined);
process.on("disconnect", () => process.exit());
report("ready");
