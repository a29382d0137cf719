/** The content policy is not here: it carries a nonce for each answer, so proxy.ts sets it. */
const OF_ANYTHING = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

/** What means something for a page alone; a dozen scripts and fonts come with each, and their headers count. */
const OF_PAGES = [
  // a source must not learn from its log which page of a newsroom links to it
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "X-Permitted-Cross-Domain-Policies", value: "none" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
];

/** Every page but the card of a statement, which is there to stand within others. */
const UNFRAMED = [
  { source: "/((?!embed/|_next/static/).*)", headers: [{ key: "X-Frame-Options", value: "DENY" }] },
];

/** What a record's page has besides (https://signposting.org): where it is cited as, and what describes it, in which form. */
const RECORD = "/statements/:id(st-[a-z0-9]{4,12})";
const FILES = [
  ["json", "application/json"],
  ["csl.json", "application/vnd.citationstyles.csl+json"],
  ["ris", "application/x-research-info-systems"],
  ["bib", "application/x-bibtex"],
];
const SIGNPOSTS = {
  source: RECORD,
  headers: [
    {
      key: "Link",
      value: [
        '</statements/:id>; rel="cite-as"',
        '<https://schema.org/Quotation>; rel="type"',
        ...FILES.map(([ending, type]) => `</statements/:id.${ending}>; rel="describedby"; type="${type}"`),
      ].join(", "),
    },
    { key: "Vary", value: "Accept" },
  ],
};

/** Whoever asks for a form of a record before all others gets it at the record's own address. */
const NEGOTIATED = FILES.map(([ending = "", type = ""]) => ({
  source: RECORD,
  has: [{ type: "header", key: "accept", value: `${type.replaceAll(/[.+]/g, "\\$&")}(?:[,;].*)?` }],
  destination: `/statements/:id/as/${ending}`,
}));

/** What the data of pages answers besides: scripts of other sites may read what a visitor may, for they send no cookies. */
const OPEN = [
  { key: "Access-Control-Allow-Origin", value: "*" },
  { key: "Access-Control-Expose-Headers", value: "ETag, Content-Disposition" },
  { key: "Cross-Origin-Resource-Policy", value: "cross-origin" },
];

/** A page's twins stand at its own address with an ending; what an ending is, the route that answers says. */
const TWINS = [
  // what other sites show beside a link to it
  ...["statements", "speakers", "claims", "stories"].map((place) => ({
    source: `/${place}/:name([^/.]+).png`,
    destination: `/${place}/:name/picture`,
  })),
  {
    source: "/statements/:id([^/.]+)/versions/:number([^/.]+).:format([^/.]+)",
    destination: "/statements/:id/versions/:number/as/:format",
  },
  {
    source: "/statements/:id([^/.]+)/lineage.:format([^/.]+)",
    destination: "/statements/:id/lineage/as/:format",
  },
  {
    source: "/sources/:id([^/.]+)/editions/:pair(\\d+\\.\\.\\d+).:format([^/.]+)",
    destination: "/sources/:id/editions/:pair/as/:format",
  },
  { source: "/statements/:id([^/.]+).:format([^/]+)", destination: "/statements/:id/as/:format" },
  { source: "/check/:id([^/.]+).:format([^/.]+)", destination: "/check/:id/as/:format" },
  ...["speakers", "claims", "stories", "sources"].map((place) => ({
    source: `/${place}/:name([^/.]+).:format([^/]+)`,
    destination: `/${place}/:name/as/:format`,
  })),
];

/** The address by which programs know a check before they know the interface. */
const CHECK = { source: "/api/check", destination: "/api/v1/check" };

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  typedRoutes: true,
  // `npm run check` checks them, with those of the tests; again in each build they took half of a first start
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // citation metadata must stand in the head of the first answer: Zotero and unfurlers read no scripts
  htmlLimitedBots: /.*/,
  // before the pages, whose own segment would take the ending for a part of the id
  rewrites: async () => ({ beforeFiles: [CHECK, ...TWINS, ...NEGOTIATED], afterFiles: [], fallback: [] }),
  // a text of 5 MB, in the bytes of a sent form; what is larger is refused by scripts/serve.mjs before it is parsed
  experimental: { serverActions: { bodySizeLimit: "12mb" }, proxyClientMaxBodySize: "12mb" },
  headers: async () => [
    { source: "/:path*", headers: OF_ANYTHING },
    { source: "/((?!_next/static/).*)", headers: OF_PAGES },
    ...UNFRAMED,
    SIGNPOSTS,
    // whatever ends in a format, and the files of /exports
    { source: "/:path*.(json|csv|ris|bib|biblatex|xml|jsonl|xlsx|docx|parquet|md|png)", headers: OPEN },
    { source: "/exports/download", headers: OPEN },
  ],
};

export default config;
