// Of every answer, also behind no CDN: infrastructure/modules/site/policies.tf gives the same. A page's own policy is of
// lib/http/content-security-policy.ts.
const SECURITY_HEADERS = [
  { key: "Strict-Transport-Security", value: "max-age=31536000" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
];

// What is no page runs nothing.
const NO_SCRIPTS = {
  key: "Content-Security-Policy",
  value: "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/** @type {import("next").NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Names the release, so that a page of an older one loads anew instead of mixing with this one's.
  ...(process.env.DEPLOYMENT_ID ? { deploymentId: process.env.DEPLOYMENT_ID } : {}),
  // TMDB serves every image in fixed sizes, so nothing here resizes one.
  images: { unoptimized: true },
  // What Next brings along and this app never uses, so that the Lambda's archive is small.
  outputFileTracingExcludes: {
    "*": [
      "node_modules/next/dist/server/capsize-font-metrics.json",
      "node_modules/next/dist/compiled/next-server/*experimental*",
      "node_modules/next/dist/compiled/@vercel/og/**",
      "node_modules/@img/**",
    ],
  },
  async headers() {
    return [
      { source: "/:path*", headers: SECURITY_HEADERS },
      { source: "/(api|_next)/:path*", headers: [NO_SCRIPTS] },
      {
        // Pages, which have no dot in their path. Next answers dynamic pages with `no-store`, which also switches off the browser's
        // back/forward cache. `no-cache` still makes every visit ask the server, so each is counted.
        source: "/((?!_next/|api/|.*\\.).*)",
        headers: [{ key: "Cache-Control", value: "private, no-cache" }],
      },
      {
        // Made per request, though Next lets some of them be kept.
        source: "/:file(manifest\\.webmanifest|robots\\.txt|sitemap\\.xml)",
        headers: [{ key: "Cache-Control", value: "no-cache" }],
      },
    ];
  },
};

export default nextConfig;
