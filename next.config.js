/** The content policy is not here: it carries a nonce for each answer, so proxy.ts sets it. */
const HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // a source must not learn from its log which page of a newsroom links to it
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-Permitted-Cross-Domain-Policies", value: "none" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
];

/** A page's twins stand at its own address with an ending; what an ending is, the route that answers says. */
const TWINS = [
  {
    source: "/statements/:id([^/.]+)/versions/:number([^/.]+).:format([^/.]+)",
    destination: "/statements/:id/versions/:number/as/:format",
  },
  { source: "/statements/:id([^/.]+).:format([^/]+)", destination: "/statements/:id/as/:format" },
  { source: "/speakers/:slug([^/.]+).:format([^/.]+)", destination: "/speakers/:slug/as/:format" },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  typedRoutes: true,
  images: { unoptimized: true },
  // citation metadata must stand in the head of the first answer: Zotero and unfurlers read no scripts
  htmlLimitedBots: /.*/,
  // before the pages, whose own segment would take the ending for a part of the id
  rewrites: async () => ({ beforeFiles: TWINS, afterFiles: [], fallback: [] }),
  // a text of 5 MB, in the bytes of a sent form; what is larger is refused by scripts/serve.mjs before it is parsed
  experimental: { serverActions: { bodySizeLimit: "12mb" }, proxyClientMaxBodySize: "12mb" },
  headers: async () => [{ source: "/:path*", headers: HEADERS }],
};

export default config;
