import { element, find, type Element } from "../xml";

const LISTS = ["Aliases", "OriginGroups", "CacheBehaviors", "CustomErrorResponses"];

/**
 * Returns the configuration with an empty list where none was sent, as CloudFront answers it; Terraform's provider
 * relies on that. What was sent stays as it is.
 * https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html
 */
export function withDistributionDefaults(config: Element): Element {
  const missing = LISTS.filter((name) => !find(config, name)).map((name) =>
    element(name, [element("Quantity", "0")]),
  );
  return { ...config, children: [...config.children, ...missing] };
}
