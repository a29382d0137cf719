import { cpSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { type Site, serveSite, Visitor } from "@/bench/site";
import { freePort } from "@/scripts/postgres.mjs";
import type { Canary, Planted, Reader } from "./canaries";

/**
 * Reads every route of the built site in every form, as everybody, over a database in which every field that holds text
 * holds a secret: what a person may not see stands in no page, no payload for scripts, no file, no title, no header, no
 * error page and no log. The routes are those that the folders of `app` hold, so a new one is asked for here.
 */

const ROLES = ["reader", "reporter", "reviewer", "editor", "admin"] as const;
const PASSWORD = "a-long-word-for-canaries";
const AT_ONCE = 6;
const TOKEN = /zq[0-9a-f]{6}x[0-9a-z]+vk/gi;

/** The addresses that each route is read at; an empty list is a route that only takes forms, read as what it is. */
const ROUTES: Readonly<Record<string, (planted: Places) => readonly string[]>> = {
  "/": () => ["/", "/?q=zebras"],
  "/about": () => ["/about"],
  "/about/accessibility": () => ["/about/accessibility"],
  "/about/components": () => ["/about/components"],
  "/account": () => ["/account"],
  "/account/typed": () => ["/account/typed"],
  "/admin": () => ["/admin", "/admin?check"],
  "/admin/people/[id]": ({ ownerId }) => [`/admin/people/${ownerId}`],
  "/admin/styles": () => ["/admin/styles"],
  "/admin/webhooks": () => ["/admin/webhooks"],
  "/admin/webhooks/[id]": ({ webhookId }) => [`/admin/webhooks/${webhookId}`],
  "/api": () => ["/api"],
  "/api/v1/[[...path]]": ({
    open,
    other,
    hidden,
    source,
    hiddenSource,
    speaker,
    openSpeaker,
    story,
    openStory,
  }) => [
    ...["/", "/openapi.json", "/me", "/sources", "/claims", "/stories", "/speakers?q=zz"].map(
      (address) => `/api/v1${address}`,
    ),
    ...listsBy("/api/v1/statements", { source, story, speaker }),
    ...[open, other, ...hidden].map(({ publicId }) => `/api/v1/statements/${publicId}`),
    ...[source, hiddenSource].map(({ publicId }) => `/api/v1/sources/${publicId}`),
    ...[speaker, openSpeaker].map(({ slug }) => `/api/v1/speakers/${slug}`),
    ...[story, openStory].map(({ slug }) => `/api/v1/stories/${slug}`),
    `/api/v1/claims/${story.slug}`,
  ],
  "/check": () => ["/check"],
  "/check/bibliography": () => ["/check/bibliography"],
  "/check/bibliography/download": () => [],
  "/check/[id]": ({ check }) => [`/check/${check.publicId}`],
  "/check/[id]/edit": ({ check }) => [`/check/${check.publicId}/edit`],
  "/check/[id]/as/[format]": ({ check }) =>
    ["json", "csv", "html", "docx"].map((format) => `/check/${check.publicId}.${format}`),
  "/check/[id]/calls": ({ check }) => [`/check/${check.publicId}/calls`],
  "/check/[id]/proof": ({ check }) => [`/check/${check.publicId}/proof`],
  "/check/[id]/material/[ordinal]": ({ check }) => [`/check/${check.publicId}/material/1`],
  "/citation-style": () => ["/citation-style"],
  "/claims": () => ["/claims", "/claims?q=zebras"],
  "/claims.json": () => ["/claims.json", "/claims.json?q=zebras"],
  "/claims/[slug]/as/[format]": ({ story, formats }) =>
    ["json", "claimreview.json", ...formats.map(({ extension }) => extension)].map(
      (format) => `/claims/${story.slug}.${format}`,
    ),
  "/contradictions.json": ({ speaker, openSpeaker }) => [
    "/contradictions.json",
    `/contradictions.json?speaker=${openSpeaker.slug}&speaker=${speaker.slug}`,
  ],
  // that none is drawn of what is hidden is e2e/machines.spec.ts's: no word can be read in a picture
  "/claims/[slug]/picture": ({ story }) => [`/claims/${story.slug}.png`],
  "/speakers/[slug]/picture": ({ speaker, openSpeaker }) =>
    [speaker, openSpeaker].map(({ slug }) => `/speakers/${slug}.png`),
  "/statements/[id]/picture": ({ open, hidden }) =>
    [open, ...hidden].map(({ publicId }) => `/statements/${publicId}.png`),
  "/stories/[slug]/picture": ({ story, openStory }) =>
    [story, openStory].map(({ slug }) => `/stories/${slug}.png`),
  "/sources.json": () => ["/sources.json", "/sources.json?q=zebras"],
  "/sources/[id]/arrived/[hash]": ({ source, hiddenSource }) =>
    [source, hiddenSource].flatMap(({ publicId, editions }) =>
      editions.map(({ sha256 }) => `/sources/${publicId}/arrived/${sha256}`),
    ),
  "/sources/[id]/as/[format]": ({ source, hiddenSource }) =>
    [source, hiddenSource].flatMap(({ publicId }) =>
      ["json", "csv", "md"].map((format) => `/sources/${publicId}.${format}`),
    ),
  "/stories.json": () => ["/stories.json"],
  "/stories/[slug]/as/[format]": ({ story, openStory }) =>
    [story, openStory].flatMap(({ slug }) =>
      ["json", "csv", "md"].map((format) => `/stories/${slug}.${format}`),
    ),
  "/claims/[slug]": ({ story }) => [`/claims/${story.slug}`, "/claims/nothing"],
  "/contradictions": ({ speaker, openSpeaker }) => [
    "/contradictions",
    "/contradictions?open",
    `/contradictions?speaker=${openSpeaker.slug}&speaker=${speaker.slug}`,
  ],
  "/embed/[id]": ({ open, other, hidden }) =>
    [open, other, ...hidden].map(({ publicId }) => `/embed/${publicId}`),
  "/feeds/[file]": ({ source, story, speaker, openSpeaker }) =>
    ["statements.atom", "statements.json"]
      .flatMap((file) => [
        `/feeds/${file}`,
        `/feeds/${file}?source=${source.publicId}`,
        `/feeds/${file}?story=${story.slug}`,
        `/feeds/${file}?claim=${story.slug}`,
        `/feeds/${file}?speaker=${speaker.slug},${openSpeaker.slug}`,
        `/feeds/${file}?q=zebras`,
      ])
      .concat([
        "/feeds/corrections.atom",
        "/feeds/corrections.json",
        "/feeds/claimreviews.json",
        "/feeds/nothing.atom",
        "/feeds/saved-00000000-0000-7000-8000-000000000000-nothing.atom",
      ]),
  "/doubles": () => ["/doubles", "/doubles?letter=a", "/doubles?letter=other"],
  "/exports": ({ source, story, speaker, openStory, open, formats }) => [
    ...listsBy("/exports", { source, story, speaker }),
    ...formats.map(({ id }) => `/exports?format=${id}`),
    `/exports?story=${openStory.slug}&claim=${story.slug}`,
    `/exports?id=${open.publicId}`,
  ],
  "/exports/schema.json": () => ["/exports/schema.json"],
  "/exports/download": ({ source, story, speaker, openStory, open, formats }) => [
    ...formats.map(({ id }) => `/exports/download?format=${id}&state=captured,declined,published,retracted`),
    ...listsBy("/exports/download", { source, story, speaker }),
    `/exports/download?story=${openStory.slug}`,
    `/exports/download?claim=${story.slug}&format=json`,
    `/exports/download?id=${open.publicId}`,
  ],
  "/import": () => ["/import", "/import?refused=too-large"],
  "/import/[id]": ({ draft }) => [`/import/${draft.publicId}`],
  "/import/batch/[id]": ({ batch }) => [`/import/batch/${batch.publicId}`],
  "/import/work": () => ["/import/work", "/import/work?page=2"],
  "/import/table": () => ["/import/table", "/import/table?discarded"],
  "/import/table/[id]": ({ table }) => [`/import/table/${table.publicId}`],
  "/oembed": ({ open, hidden }) =>
    [open, ...hidden].flatMap(({ publicId }) =>
      ["statements", "embed"].map(
        (place) => `/oembed?url=${SITE}${encodeURIComponent(`/${place}/${publicId}`)}`,
      ),
    ),
  "/pick/[kind]": ({ open }) =>
    ["speakers", "outlets", "claims", "statements", "nothing"].flatMap((kind) => [
      `/pick/${kind}?q=a`,
      `/pick/${kind}?q=${open.publicId}`,
    ]),
  "/review": () => [
    "/review",
    ...["all", "unassigned", "to_confirm", "changed", "due"].map((view) => `/review?view=${view}`),
  ],
  "/outlets/[slug]": ({ outlet }) => [`/outlets/${outlet.slug}`],
  "/outlets/[slug]/edit": ({ outlet }) => [`/outlets/${outlet.slug}/edit`],
  "/review/[id]": ({ open, hidden }) => [open, ...hidden].map(({ publicId }) => `/review/${publicId}`),
  "/robots.txt": () => ["/robots.txt"],
  "/set-password": () => ["/set-password", "/set-password?token=nothing"],
  "/sign-in": () => ["/sign-in?ended&next=%2Freview"],
  "/sign-out": () => ["/sign-out"],
  "/sitemap.xml": () => ["/sitemap.xml"],
  "/sitemaps/[month]": () => ["/sitemaps/pages.xml", `/sitemaps/${new Date().toISOString().slice(0, 7)}.xml`],
  "/search": () => ["/search", "/search?q=zebras", "/search?q=open", "/search?q=whisper"],
  "/search.json": () => ["/search.json", "/search.json?q=zebras", "/search.json?q=open", "/search.json?q=co"],
  "/searches": () => ["/searches", "/searches?save=q%3Dzebras"],
  "/sources": () => ["/sources", "/sources?q=zebras", "/sources?q=whisper+OR+council"],
  "/sources/[id]": ({ source, hiddenSource }) => [
    `/sources/${source.publicId}`,
    `/sources/${source.publicId}?edition=1`,
    `/sources/${source.publicId}?at=0-40`,
    `/sources/${source.publicId}?edition=9`,
    `/sources/${hiddenSource.publicId}`,
  ],
  "/sources/[id]/editions/[pair]": ({ source, hiddenSource }) =>
    [source, hiddenSource].flatMap(({ publicId }) => [
      `/sources/${publicId}/editions/1..2`,
      `/sources/${publicId}/editions/1..1`,
    ]),
  "/sources/[id]/editions/[pair]/as/[format]": ({ source, hiddenSource }) =>
    [source, hiddenSource].map(({ publicId }) => `/sources/${publicId}/editions/1..2.json`),
  "/sources/[id]/edit": ({ source, hiddenSource }) =>
    [source, hiddenSource].map(({ publicId }) => `/sources/${publicId}/edit`),
  "/speakers": () => ["/speakers", "/speakers?q=zz"],
  "/speakers.json": () => ["/speakers.json", "/speakers.json?unknown=1"],
  "/speakers/[slug]": ({ speaker, openSpeaker }) =>
    [speaker, openSpeaker].map(({ slug }) => `/speakers/${slug}`),
  "/speakers/[slug]/as/[format]": ({ speaker, openSpeaker }) =>
    [speaker, openSpeaker].flatMap(({ slug }) => [`/speakers/${slug}.json`, `/speakers/${slug}/as/json`]),
  "/speakers/[slug]/claims": ({ speaker, openSpeaker }) =>
    [speaker, openSpeaker].flatMap(({ slug }) => [
      `/speakers/${slug}/claims`,
      `/speakers/${slug}/claims?changed`,
    ]),
  "/speakers/[slug]/timeline": ({ speaker, openSpeaker }) =>
    [speaker, openSpeaker].flatMap(({ slug }) => {
      const [year, month = ""] = new Date().toISOString().split("-");
      const stretches = ["", `?in=${year}`, `?in=${year}-${month}`, "?in=2025", "?in=1999", "?in=x"];
      return stretches.map((stretch) => `/speakers/${slug}/timeline${stretch}`);
    }),
  "/speakers/[slug]/edit": ({ speaker, openSpeaker }) =>
    [speaker, openSpeaker].map(({ slug }) => `/speakers/${slug}/edit`),
  "/speakers/[slug]/merge": ({ speaker, openSpeaker }) => [
    ...[speaker, openSpeaker].map(({ slug }) => `/speakers/${slug}/merge`),
    `/speakers/${openSpeaker.slug}/merge?into=${speaker.slug}`,
    `/speakers/${speaker.slug}/merge?into=${openSpeaker.slug}`,
  ],
  "/speakers/[slug]/split": ({ speaker, openSpeaker, hidden }) =>
    [speaker, openSpeaker].flatMap(({ slug }) => [
      `/speakers/${slug}/split`,
      `/speakers/${slug}/split?show=chosen&chosen=${chosenOf(hidden)}`,
    ]),
  "/speakers/[slug]/split/other": ({ speaker, openSpeaker, hidden }) => [
    `/speakers/${speaker.slug}/split/other?chosen=${chosenOf(hidden)}&into=${openSpeaker.slug}`,
    `/speakers/${openSpeaker.slug}/split/other?chosen=${chosenOf(hidden)}&into=${speaker.slug}`,
  ],
  "/statements": ({ source, story, speaker }) => listsBy("/statements", { source, story, speaker }),
  "/statements.csv": ({ source, story, speaker }) => listsBy("/statements.csv", { source, story, speaker }),
  "/statements.json": ({ source, story, speaker }) => listsBy("/statements.json", { source, story, speaker }),
  "/statements/[id]": ({ open, other, hidden }) =>
    [open, other, ...hidden].map(({ publicId }) => `/statements/${publicId}`),
  "/statements/[id]/as/[format]": ({ open, other, hidden, formats }) =>
    [open, other, ...hidden].flatMap(({ publicId }) => [
      ...["json", ...formats.map(({ extension }) => extension)].map(
        (format) => `/statements/${publicId}.${format}`,
      ),
      `/statements/${publicId}/as/json`,
    ]),
  "/statements/[id]/edit": ({ open, hidden }) =>
    [open, ...hidden].map(({ publicId }) => `/statements/${publicId}/edit`),
  "/statements/[id]/lineage": ({ open, other, hidden }) =>
    [open, other, ...hidden].map(({ publicId }) => `/statements/${publicId}/lineage`),
  "/statements/[id]/lineage/as/[format]": ({ open, other, hidden }) =>
    [open, other, ...hidden].map(({ publicId }) => `/statements/${publicId}/lineage.json`),
  "/statements/[id]/versions/[number]": ({ open, hidden }) => [
    ...[open, ...hidden].map(({ publicId }) => `/statements/${publicId}/versions/1`),
    `/statements/${open.publicId}/versions/9`,
  ],
  "/statements/[id]/versions/[number]/as/[format]": ({ open, hidden }) =>
    [open, ...hidden].map(({ publicId }) => `/statements/${publicId}/versions/1.json`),
  "/outlets": () => ["/outlets"],
  "/stories": () => ["/stories"],
  "/stories/[slug]": ({ story, openStory }) => [story, openStory].map(({ slug }) => `/stories/${slug}`),
  "/stories/[slug]/edit": ({ story, openStory }) =>
    [story, openStory].map(({ slug }) => `/stories/${slug}/edit`),
  "/stories/new": () => ["/stories/new"],
  "/theme": () => ["/theme"],
  "/typed/back": () => ["/typed/back"],
  "/typed/discard": () => ["/typed/discard"],
  "/typed/keep": () => ["/typed/keep"],
  "/typed/rest": () => ["/typed/rest"],
};

/** Where an address names the site itself, of which there are two here. */
const SITE = "{site}";

/** What no folder stands for, and what is asked for all the same. */
const BESIDE = ["/feed.xml", "/icon.svg", "/nowhere/at-all", "/statements/st-zzzzzz"];

/** How a client asks: the page, and what the site's own scripts load in its place. */
const FORMATS = {
  page: { accept: "text/html" },
  payload: { rsc: "1" },
  prefetch: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
} as const;

/** A payload is that of a page; those at the desk see the same rows, so one of them stands for the three. */
function formatsFor(who: Reader, isPage: boolean): readonly (keyof typeof FORMATS)[] {
  if (!isPage || who === "reviewer" || who === "editor") return ["page"];
  return who === "visitor" ? ["page", "payload", "prefetch"] : ["page", "payload"];
}

type Places = Planted & {
  readonly hidden: readonly { publicId: string }[];
  readonly ownerId: string;
  readonly webhookId: string;
  /** Of the registry, so that a new one is asked for here. */
  readonly formats: readonly { readonly id: string; readonly extension: string }[];
};

/** Ids as the choice of statements carries them. */
const chosenOf = (statements: readonly { readonly publicId: string }[]) =>
  statements.map(({ publicId }) => publicId.replace(/^st-/u, "")).join(".");

function listsBy(
  list: string,
  {
    source,
    story,
    speaker,
  }: { source: { publicId: string }; story: { slug: string }; speaker: { slug: string } },
): string[] {
  const filters = [
    "state=captured,declined,approved,published,retracted",
    `source=${source.publicId}`,
    `story=${story.slug}`,
    `speaker=${speaker.slug}`,
    "retracted_since=2020-01-01",
    "nonsense=1",
  ];
  return [list, ...filters.map((filter) => `${list}?${filter}`)];
}

/** The routes of the folders of `app`, as the address that each stands for: those that draw a page, or those that answer. */
async function routesOfApp(kind: "page" | "route"): Promise<string[]> {
  const app = path.join(import.meta.dirname, "../app");
  const files = await readdir(app, { recursive: true });
  return files
    .filter((file) => new RegExp(`(^|/)${kind}\\.tsx?$`).test(file))
    .map((file) => `/${path.dirname(file)}`.replace("/.", "/"));
}

const folders: string[] = [];
const sites: Site[] = [];
let places: Places;
let openSite: { site: Site; log: string };
let closedSite: { site: Site; log: string };

test.describe.configure({ mode: "serial", timeout: 600_000 });

test.beforeAll(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-canaries-"));
  folders.push(folder, `${folder}-closed`);
  places = await plantIn(folder);
  cpSync(folder, `${folder}-closed`, { recursive: true });
  openSite = await serve(folder, "on");
  closedSite = await serve(`${folder}-closed`, "off");
});

test.afterAll(async () => {
  for (const site of sites) await site.kill();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test("every route is read here", async () => {
  const routes = [...(await routesOfApp("page")), ...(await routesOfApp("route"))];
  expect(Object.keys(ROUTES).sort()).toEqual(routes.sort());
});

test("no route, in no form, tells a person what they may not see, and no log does", async () => {
  const pages = new Set(await routesOfApp("page"));
  const seen = new Map<string, Set<string>>();
  const leaks: string[] = [];
  let answers = 0;
  const readAll = async (site: Site, who: Reader, isShut: boolean) => {
    const person = new Visitor(site.address);
    if (who !== "visitor")
      expect(
        await person.send("/sign-in", "email", { email: `${who}@example.test`, password: PASSWORD }),
      ).toBe("/");
    const found = new Set<string>();
    const routes = Object.entries(ROUTES).flatMap(([route, of]) =>
      of(places).map((address) => ({ route, address })),
    );
    const all = [...routes, ...BESIDE.map((address) => ({ route: "/", address }))].flatMap(
      ({ route, address }) =>
        formatsFor(who, pages.has(route)).map((format) => ({ address, format, headers: FORMATS[format] })),
    );
    await inTurns(all, async ({ address, format, headers }) => {
      const { status, text } = await person.ask(address, headers);
      answers++;
      if (status >= 500) leaks.push(`${address} as ${format} answers ${who} with ${status}`);
      for (const [token] of text.matchAll(TOKEN)) {
        found.add(token.toLowerCase());
        const canary = canaryOf(token);
        if (isShut || !canary.readers.includes(who))
          leaks.push(`${canary.field} to ${who} by ${address} as ${format}`);
      }
    });
    seen.set(`${who}${isShut ? " outside" : ""}`, found);
  };
  for (const who of ["visitor", ...ROLES] as const) await readAll(openSite.site, who, false);
  await readAll(closedSite.site, "visitor", true);
  await readAll(closedSite.site, "reader", false);
  const logged = [openSite, closedSite].flatMap(({ log }) => [...readFileSync(log, "utf8").matchAll(TOKEN)]);
  leaks.push(...logged.map(([token]) => `${canaryOf(token).field} to the log`));
  console.log(
    `${places.canaries.length} canaries × ${answers} answers; seen by ${[...seen].map(([who, { size }]) => `${who} ${size}`).join(", ")}`,
  );
  expect([...new Set(leaks)]).toEqual([]);
  // the net is of no use where nothing swims: the desk reads most of it, everybody what is published
  const everybody = places.canaries.filter(({ readers }) => readers.includes("visitor")).length;
  for (const who of ["visitor", "reader"]) expect(seen.get(who)?.size).toBe(everybody);
  for (const who of ["reporter", "reviewer", "editor"]) expect(seen.get(who)?.size).toBeGreaterThan(90);
});

test("a search finds no hidden word: not by its result, nor by a count", async () => {
  const visitor = new Visitor(openSite.site.address);
  const found: string[] = [];
  const hidden = places.canaries.filter(({ readers }) => !readers.includes("visitor"));
  await inTurns(hidden, async ({ field, token }) => {
    for (const list of ["statements", "speakers"]) {
      const held = JSON.parse(await visitor.read(`/${list}.json?q=${token}`)) as Record<string, unknown[]>;
      if (held[list]?.length !== 0) found.push(`${field} by ${list}`);
    }
  });
  expect(found).toEqual([]);
  const open = await visitor.read(`/statements.json?q=${tokenOf("public Statement.wording")}`);
  expect((JSON.parse(open) as { statements: unknown[] }).statements).toHaveLength(1);
});

test("a bibliography of everything tells a reader no hidden word, in no file", async () => {
  const { open, other, hidden, source, hiddenSource, speaker, openSpeaker, story, openStory } = places;
  const addresses = [
    ...[open, other, ...hidden].flatMap(({ publicId }) => [
      `/statements/${publicId}`,
      `/statements/${publicId}/versions/1`,
    ]),
    ...[source, hiddenSource].map(({ publicId }) => `/sources/${publicId}`),
    ...[speaker, openSpeaker].map(({ slug }) => `/speakers/${slug}`),
    ...[story, openStory].flatMap(({ slug }) => [`/stories/${slug}`, `/claims/${slug}`]),
  ].map((address) => openSite.site.address + address);
  const leaks: string[] = [];
  const seen = new Set<string>();
  for (const as of ["json", "csv", "refreshed"]) {
    const body = new FormData();
    body.set("text", addresses.join("\n"));
    body.set("as", as);
    const headers = { origin: openSite.site.address };
    const answer = await fetch(`${openSite.site.address}/check/bibliography/download`, {
      method: "POST",
      body,
      headers,
    });
    expect(answer.status).toBe(200);
    for (const [token] of (await answer.text()).matchAll(TOKEN)) {
      seen.add(token);
      if (!canaryOf(token).readers.includes("visitor")) leaks.push(`${canaryOf(token).field} as ${as}`);
    }
  }
  expect(leaks).toEqual([]);
  expect(seen.size).toBeGreaterThan(1);
});

async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = all.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const one of left) await work(one);
    }),
  );
}

function canaryOf(token: string): Canary {
  const canary = places.canaries.find((one) => one.token === token.toLowerCase());
  if (!canary) throw new Error(`nobody planted ${token}`);
  return canary;
}

function tokenOf(field: string): string {
  return places.canaries.find((one) => one.field === field)?.token ?? "";
}

async function serve(folder: string, publicSite: "on" | "off") {
  const log = path.join(folder, "site.log");
  const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: "", PUBLIC_SITE: publicSite };
  const site = await serveSite(await freePort(), env, openSync(log, "a"));
  sites.push(site);
  return { site, log };
}

/** A database of its own: what is written behind the log here must not be found by the journeys that check it. */
async function plantIn(folder: string): Promise<Places> {
  Object.assign(process.env, { DATA_DIR: folder, DATABASE_URL: "", PUBLIC_SITE: "on" });
  const { migrate } = await import("@/lib/migrations/server");
  const { addUser } = await import("@/lib/accounts/server");
  const { SYSTEM } = await import("@/lib/auth");
  const { closeDb } = await import("@/lib/db/server");
  const { sessionSecret } = await import("@/lib/env/server");
  const { FORMATS } = await import("@/lib/exports/server");
  const { plantCanaries } = await import("./canaries");
  await migrate();
  sessionSecret();
  for (const role of ROLES)
    await addUser(SYSTEM, { email: `${role}@example.test`, name: `The ${role}`, role, password: PASSWORD });
  const editor = await addUser(SYSTEM, {
    email: "other@example.test",
    name: "Other",
    role: "editor",
    password: PASSWORD,
  });
  const planted = await plantCanaries({ id: editor.id, name: "Other", role: "editor" });
  await closeDb();
  const { draft, webhook } = planted;
  return { ...planted, ownerId: draft.ownerId, webhookId: webhook.id, formats: FORMATS };
}
