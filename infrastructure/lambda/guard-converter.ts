import type { InternalResult } from "@opennextjs/aws/types/open-next.js";
import type { Converter } from "@opennextjs/aws/types/overrides.js";

import { withoutInternalHeaders } from "./internal-headers";

/**
 * OpenNext's converter for a Function URL, but for two things: nobody outside may send what OpenNext and Next tell themselves
 * in headers, and an answer keeps its `Age`, which OpenNext (4.1) drops and the API promises.
 */
export const guardConverter = (converter: Converter): Converter => ({
  ...converter,
  async convertFrom(event) {
    const request = await converter.convertFrom(event);
    return { ...request, headers: withoutInternalHeaders(request.headers) };
  },
  async convertTo(result: InternalResult, request) {
    const answer = (await converter.convertTo(result, request)) as { headers: Record<string, string> };
    const { age } = result.headers;
    return age === undefined ? answer : { ...answer, headers: { ...answer.headers, age: String(age) } };
  },
});
