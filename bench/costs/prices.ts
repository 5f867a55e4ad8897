/** What AWS charges for. */
export type Item =
  | "dynamoDbWrites"
  | "dynamoDbReads"
  | "lambdaRequests"
  | "lambdaGbSeconds"
  | "cloudFrontRequests"
  | "cloudFrontGb"
  | "cloudFrontFunctions"
  | "logGb"
  | "metrics"
  | "alarms"
  | "dashboards"
  | "queueRequests"
  | "firewalls"
  | "firewallRequests";

interface Price {
  /** What one unit is. */
  readonly unit: string;
  /** US dollars for so many of them. */
  readonly usd: number;
  readonly per: number;
  /** Of https://aws.amazon.com. */
  readonly page: string;
}

const MILLION = 1e6;

export const PRICES_AS_OF = "November 2026";

/** List prices in eu-west-3 (Paris), CloudFront's in Europe; without free tiers, savings plans and flat-rate plans. */
export const PRICES: Readonly<Record<Item, Price>> = {
  dynamoDbWrites: {
    unit: "DynamoDB write units",
    usd: 0.7423,
    per: MILLION,
    page: "/dynamodb/pricing/on-demand/",
  },
  dynamoDbReads: {
    unit: "DynamoDB read units",
    usd: 0.1485,
    per: MILLION,
    page: "/dynamodb/pricing/on-demand/",
  },
  lambdaRequests: { unit: "Lambda requests", usd: 0.2, per: MILLION, page: "/lambda/pricing/" },
  lambdaGbSeconds: {
    unit: "Lambda GB-seconds (arm64)",
    usd: 13.3334,
    per: MILLION,
    page: "/lambda/pricing/",
  },
  cloudFrontRequests: {
    unit: "CloudFront requests",
    usd: 1.2,
    per: MILLION,
    page: "/cloudfront/pricing/pay-as-you-go/",
  },
  cloudFrontGb: {
    unit: "CloudFront GB to visitors",
    usd: 0.085,
    per: 1,
    page: "/cloudfront/pricing/pay-as-you-go/",
  },
  cloudFrontFunctions: {
    unit: "CloudFront function calls",
    usd: 0.1,
    per: MILLION,
    page: "/cloudfront/pricing/pay-as-you-go/",
  },
  logGb: { unit: "CloudWatch GB of logs", usd: 0.5985, per: 1, page: "/cloudwatch/pricing/" },
  metrics: { unit: "CloudWatch metrics", usd: 0.3, per: 1, page: "/cloudwatch/pricing/" },
  alarms: { unit: "CloudWatch alarm metrics", usd: 0.1, per: 1, page: "/cloudwatch/pricing/" },
  dashboards: { unit: "CloudWatch dashboards", usd: 3, per: 1, page: "/cloudwatch/pricing/" },
  queueRequests: { unit: "SQS requests", usd: 0.4, per: MILLION, page: "/sqs/pricing/" },
  firewalls: { unit: "WAF web ACL with one rule", usd: 6, per: 1, page: "/waf/pricing/" },
  firewallRequests: { unit: "WAF requests", usd: 0.6, per: MILLION, page: "/waf/pricing/" },
};

/** US dollars for so many units. */
export const priceOf = (item: Item, units: number): number => (units * PRICES[item].usd) / PRICES[item].per;
