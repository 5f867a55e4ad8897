import type { OpenNextConfig } from "@opennextjs/aws/types/open-next.js";

const config: OpenNextConfig = {
  default: {
    minify: true,
    override: {
      wrapper: () => import("./infrastructure/lambda/function-url-wrapper").then((module) => module.default),
      converter: "aws-apigw-v2",
      incrementalCache: "dummy",
      tagCache: "dummy",
      queue: "dummy",
    },
  },
  // Not deployed, since TMDB serves every image in fixed sizes: nothing is to be downloaded for it.
  imageOptimization: { loader: "dummy", install: false as unknown as undefined },
  dangerous: { disableTagCache: true, disableIncrementalCache: true },
};

export default config;
