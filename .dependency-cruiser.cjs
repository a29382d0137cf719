// The architecture, executable: `npm run check` fails when an import breaks it. Words and reasons: CONTRIBUTING.md and
// docs/decisions/005-order-of-domains.md. scripts/architecture.test.ts proves that every rule bites.

/** Each domain may import only those before it. */
const DOMAINS = [
  "errors",
  "env",
  "health",
  "threads",
  "networks",
  "text",
  "query",
  "zip",
  "documents",
  "spreadsheets",
  "articles",
  "names",
  "http",
  "forms",
  "paging",
  "db",
  "migrations",
  "attempts",
  "auth",
  "sendings",
  "audit",
  "backups",
  "accounts",
  "keys",
  "matching",
  "shingles",
  "visibility",
  "passages",
  "notices",
  "outlets",
  "speakers",
  "sources",
  "extraction",
  "statements",
  "editions",
  "spelling",
  "proposals",
  "claimreview",
  "imports",
  "batches",
  "independence",
  "claims",
  "relations",
  "lineage",
  "sourcing",
  "verdicts",
  "profiles",
  "publication",
  "versions",
  "comments",
  "tables",
  "review",
  "corrections",
  "stories",
  "citations",
  "styles",
  "pictures",
  "search",
  "searches",
  "checking",
  "reports",
  "checks",
  "exports",
  "bibliographies",
  "feeds",
  "api",
  "webhooks",
  "cli",
];

/** The rooms of lib/extraction: what each may enter. */
const ROOMS = {
  weights: [],
  text: ["weights"],
  languages: ["weights", "text"],
  grammar: ["weights", "text", "languages"],
  frames: ["weights", "text", "languages", "grammar"],
  reports: ["weights", "text", "languages", "grammar"],
  drafts: ["weights", "text", "languages", "grammar", "frames", "reports"],
  cast: ["weights", "text", "languages"],
  proposals: ["weights", "text", "languages", "grammar", "frames", "reports", "drafts", "cast"],
};

const TEST = "\\.test\\.tsx?$";
const SCREENS = "^(app|components)/";
const DATABASE = "^prisma/generated/|(^|node_modules/)(@prisma/|better-sqlite3(/|$)|pg(/|$))";
const FRAMEWORK = "(^|node_modules/)(next|react|react-dom)(/|$)";

const order = DOMAINS.slice(0, -1).map((domain, index) => ({
  name: `order-${domain}`,
  comment: `${domain} may import only the domains before it in the list.`,
  severity: "error",
  from: { path: `^lib/${domain}/`, pathNot: TEST },
  to: { path: `^lib/(${DOMAINS.slice(index + 1).join("|")})/` },
}));

const rooms = Object.entries(ROOMS).map(([room, below]) => ({
  name: `room-${room}`,
  comment: `The room ${room} of lib/extraction enters only ${below.join(", ") || "itself"}, and the model above all rooms.`,
  severity: "error",
  from: { path: `^lib/extraction/${room}/`, pathNot: TEST },
  to: {
    path: "^lib/extraction/",
    pathNot: ["^lib/extraction/model\\.ts$", `^lib/extraction/(${[room, ...below].join("|")})/`],
  },
}));

module.exports = {
  forbidden: [
    ...order,
    ...rooms,
    {
      name: "doors-between-rooms",
      comment: "A room of lib/extraction is entered by its index.",
      severity: "error",
      from: { path: "^lib/extraction/([^/]+)", pathNot: TEST },
      to: {
        path: "^lib/extraction/[^/]+/",
        pathNot: ["^lib/extraction/$1/", "^lib/extraction/[^/]+/index\\.ts$"],
      },
    },
    {
      name: "languages-are-handed-down",
      comment:
        "What differs between languages is asked of the Language value that the article carries: a folder of a language is entered by languages/index.ts alone.",
      severity: "error",
      from: {
        path: "^(app|components|lib|prisma|e2e)/",
        pathNot: ["^lib/extraction/languages/index\\.ts$", "^lib/extraction/languages/([^/]+)/", TEST],
      },
      to: { path: "^lib/extraction/languages/[^/]+/" },
    },
    {
      name: "languages-know-no-other",
      comment: "A language is a folder by itself: what two share stands beside them.",
      severity: "error",
      from: { path: "^lib/extraction/languages/([^/]+)/", pathNot: TEST },
      to: { path: "^lib/extraction/languages/[^/]+/", pathNot: "^lib/extraction/languages/$1/" },
    },
    {
      name: "domain-in-list",
      comment: "A new folder in lib takes its place in the order, with a page in docs/decisions.",
      severity: "error",
      from: {},
      to: { path: "^lib/", pathNot: `^lib/(${DOMAINS.join("|")})/` },
    },
    {
      name: "no-cycles",
      comment: "Two files that import each other cannot be understood one at a time.",
      severity: "error",
      from: { pathNot: "^prisma/generated/" },
      to: { circular: true },
    },
    {
      name: "doors-between-domains",
      comment: "Another domain is entered by its index or its server, nowhere else.",
      severity: "error",
      from: { path: "^lib/([^/]+)/", pathNot: TEST },
      to: { path: "^lib/[^/]+/", pathNot: ["^lib/$1/", "^lib/[^/]+/(index|server)\\.ts$"] },
    },
    {
      name: "doors-from-outside",
      comment: "A domain is entered by its index or its server, nowhere else.",
      severity: "error",
      from: { path: "^(app|components|prisma|e2e)/|^[^/]+\\.ts$" },
      to: { path: "^lib/[^/]+/", pathNot: "^lib/[^/]+/(index|server)\\.ts$" },
    },
    {
      name: "lib-knows-no-screens",
      comment: "Domains and data import neither routes nor components.",
      severity: "error",
      from: { path: "^(lib|prisma)/" },
      to: { path: SCREENS },
    },
    {
      name: "components-are-pure",
      comment:
        "A component draws what it is given: it imports no route, no server door and no database. One asks: what every form carries cannot be left to each page (decision 018).",
      severity: "error",
      from: { path: "^components/", pathNot: "^components/forms/typed\\.ts$" },
      to: { path: "^app/|^lib/db/|^lib/[^/]+/server\\.ts$|^prisma/" },
    },
    {
      name: "framework-in-screens",
      comment: "Next and React belong to app, components and lib/auth/server.",
      severity: "error",
      from: { path: "^(lib|prisma|bench|scripts)/", pathNot: "^lib/auth/server\\.ts$" },
      to: { path: FRAMEWORK },
    },
    {
      name: "prisma-behind-db",
      comment:
        "Prisma and the drivers are reached through lib/db (and lib/migrations, which the site never loads, and lib/health, which only asks whether the server answers), so that two engines stay one code.",
      severity: "error",
      from: {
        path: "^(app|components|lib|e2e)/|^[^/]+\\.ts$",
        pathNot: "^lib/(db|migrations|health|backups)/",
      },
      to: { path: DATABASE },
    },
    {
      name: "seed-for-cli-and-tests",
      comment: "What prisma/ holds besides the schema is for the command line and for tests.",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: ["^lib/cli/", TEST] },
      to: { path: "^prisma/", pathNot: "^prisma/generated/" },
    },
    {
      name: "production-knows-no-tests",
      comment: "What serves does not import what tests.",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: TEST },
      to: { path: `${TEST}|^prisma/testing/|^e2e/|^bench/` },
    },
    {
      name: "names-that-say-nothing",
      comment: "A file is named after what it is about.",
      severity: "error",
      from: {},
      to: {
        path: "(^|/)(utils?|helpers?|common|misc|shared)([./]|$)",
        pathNot: "(^|/)node_modules/|^prisma/generated/",
        dependencyTypesNot: ["core"],
      },
    },
    {
      name: "no-unresolvable",
      comment: "What is imported exists.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-undeclared-packages",
      comment: "What is imported stands in package.json.",
      severity: "error",
      from: { path: "^(app|components|lib|prisma|e2e|bench)/", pathNot: "^prisma/generated/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^prisma/generated/"] },
    exclude: { path: "^(\\.next|\\.cache)/" },
    // an import of types alone is a dependency as well: it is what a reader must know
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".d.ts", ".mts", ".d.mts", ".js", ".mjs", ".cjs", ".json"],
    },
  },
};
