import { health } from "@/lib/movies";

import { get, options, refuseMethod } from "../handle";

export const GET = get(() => {
  const uses = Object.entries(health());
  const dependencies = Object.fromEntries(
    uses.map(([name, use]) => [
      name,
      use === null
        ? { status: "unused", lastUsedAt: null }
        : { status: use.reachable ? "reachable" : "unreachable", lastUsedAt: new Date(use.at).toISOString() },
    ]),
  );
  const degraded = uses.some(([, use]) => use?.reachable === false);
  // 200 even then: this process answers, and replacing it would not bring TMDB or DynamoDB back.
  return Response.json(
    { status: degraded ? "degraded" : "ok", dependencies },
    { headers: { "Cache-Control": "no-cache" } },
  );
});

export {
  options as OPTIONS,
  refuseMethod as DELETE,
  refuseMethod as PATCH,
  refuseMethod as POST,
  refuseMethod as PUT,
};
