import type { MetadataRoute } from "next";

/** Lets crawlers in, but not into search results: every one they follow would be a counted request. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/?"] } };
}
