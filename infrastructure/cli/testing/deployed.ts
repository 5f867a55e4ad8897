import type { Deployed } from "../deployed";

/** A stage as Terraform tells of it. */
export const DEPLOYED: Deployed = {
  url: "https://d1.cloudfront.net/",
  distribution_id: "E1",
  function_name: "movies-viewer-dev",
  alias_name: "live",
  assets_bucket: "assets",
  asset_prefix: "_assets",
  event_bus_name: "bus",
  tmdb_read_key_version: 1,
};
