import plain from "@opennextjs/aws/overrides/wrappers/aws-lambda.js";
import type { Wrapper } from "@opennextjs/aws/types/overrides.js";

import { compress, type HttpEvent, type HttpResult } from "./compress";
import { guardConverter } from "./guard-converter";

/**
 * Answers a Function URL in one piece, compressed. CloudFront compresses only what it may also keep, and it
 * must keep nothing: an answer that does not come from here is one that is not counted.
 */
const wrapper: Wrapper = {
  name: "function-url",
  supportStreaming: false,
  async wrapper(handler, converter) {
    const answer = await plain.wrapper(handler, guardConverter(converter));
    return async (event: HttpEvent) => compress(event, (await answer(event)) as HttpResult);
  },
};

export default wrapper;
