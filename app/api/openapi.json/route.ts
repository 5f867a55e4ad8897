import { get, options, refuseMethod } from "../handle";
import { openApiDocument } from "./document";

export const GET = get(() => Response.json(openApiDocument, { headers: { "Cache-Control": "no-cache" } }));

export {
  options as OPTIONS,
  refuseMethod as DELETE,
  refuseMethod as PATCH,
  refuseMethod as POST,
  refuseMethod as PUT,
};
