import { db } from "@/lib/db/server";
import type { Visitor } from "../site";

export interface Typed {
  readonly token: string;
  readonly form: string;
  readonly field: string;
  readonly path: string;
  readonly step: number;
}

const TOKEN = /zq[a-z]{8}/g;
const LISTS =
  "/ /statements /statements.json /statements.csv /claims /claims.json /contradictions /contradictions.json /speakers /speakers.json /sources /sources.json /stories /stories.json /outlets /feeds/statements.atom /feeds/statements.json /feeds/corrections.atom /feeds/corrections.json /feeds/claimreviews.json /sitemap.xml /about /exports".split(
    " ",
  );

/** Everything that somebody who has not signed in can read here, with every token that stands in it. */
export async function readOutside(nobody: Visitor, own: ReadonlySet<string>) {
  const [statements, speakers, sources, claims, stories] = await Promise.all([
    db.statement.findMany({ select: { publicId: true, state: true, publishedVersion: true, wording: true } }),
    db.speaker.findMany({ select: { slug: true } }),
    db.source.findMany({ select: { publicId: true } }),
    db.claim.findMany({ select: { slug: true, state: true } }),
    db.story.findMany({ select: { slug: true } }),
  ]);
  const mine = statements.filter(({ publicId }) => own.has(publicId));
  const paths = [
    ...LISTS,
    ...mine.flatMap(({ publicId }) =>
      ["", "/as/json", "/lineage", "/as/bibtex", "/versions/1"].map((end) => `/statements/${publicId}${end}`),
    ),
    ...mine.map(({ publicId }) => `/embed/${publicId}`),
    ...speakers.flatMap(({ slug }) =>
      ["", "/claims", "/timeline", "/as/json"].map((end) => `/speakers/${slug}${end}`),
    ),
    ...sources.flatMap(({ publicId }) => ["", "/as/json"].map((end) => `/sources/${publicId}${end}`)),
    ...claims.flatMap(({ slug }) => ["", "/as/json"].map((end) => `/claims/${slug}${end}`)),
    ...stories.flatMap(({ slug }) => ["", "/as/json"].map((end) => `/stories/${slug}${end}`)),
  ];
  const seen = new Map<string, string[]>();
  const faults: string[] = [];
  const open = new Set<string>();
  for (const path of paths) {
    const { status, text } = await nobody.ask(path, { accept: "text/html" });
    if (status >= 500) faults.push(`${path} answered ${status} to nobody`);
    if (status === 200) open.add(path);
    const body = text.slice(text.indexOf("\n\n"));
    // an address that names what was asked for is no answer
    for (const [token] of status === 200 ? body.matchAll(TOKEN) : [])
      seen.set(token, [...(seen.get(token) ?? []), path]);
  }
  for (const { publicId, publishedVersion } of mine)
    if ((publishedVersion === null) === open.has(`/statements/${publicId}`))
      faults.push(
        `/statements/${publicId} of version ${publishedVersion} is ${publishedVersion === null ? "open" : "shut"}`,
      );
  for (const { slug, state } of claims)
    if (state === "captured" && open.has(`/claims/${slug}`)) faults.push(`/claims/${slug} is open`);
  return { seen, faults, asked: paths.length };
}

/** What stands in a form that the public never reads, whatever becomes of it. */
const NEVER =
  /^(?:comment|return-form|decline-form|assign-form|withdraw-correction|withdraw-retraction|checklist|work-)/;

export async function leaks(
  typed: readonly Typed[],
  seen: ReadonlyMap<string, readonly string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const one of typed) {
    const where = seen.get(one.token);
    if (!where) continue;
    const id = /(st-\w+)/.exec(one.path)?.[1] ?? "";
    const statement = await db.statement.findUnique({
      where: { publicId: id },
      include: { corrections: true, retractions: true },
    });
    const say = (why: string) =>
      found.push(
        `${one.form}.${one.field} typed at ${one.path} in step ${one.step} stands at ${[...new Set(where)].slice(0, 4).join(" ")}: ${why}`,
      );
    if (NEVER.test(one.form)) say("never public");
    if (
      statement &&
      statement.publishedVersion === null &&
      /^(?:verdict|sourcing|statement|context)/.test(one.form)
    )
      say("of what is not published");
    if (
      one.form === "correct-form" &&
      one.field === "note" &&
      statement &&
      !statement.corrections.some(({ note }) => note.includes(one.token))
    )
      say("a correction that waits");
    if (
      one.form === "retract-form" &&
      statement &&
      !statement.retractions.some(({ reason, confirmedAt }) => confirmedAt && reason.includes(one.token))
    )
      say("a retraction that waits");
  }
  return found;
}

/** The words of what is not published, wherever they were typed. */
export async function hiddenWords(
  seen: ReadonlyMap<string, readonly string[]>,
  words: ReadonlyMap<string, string>,
): Promise<string[]> {
  const faults: string[] = [];
  for (const [id, token] of words) {
    const statement = await db.statement.findUnique({
      where: { publicId: id },
      select: { publishedVersion: true },
    });
    const where = seen.get(token);
    if (statement?.publishedVersion === null && where)
      faults.push(`the words of ${id}, not published, stand at ${where.slice(0, 3).join(" ")}`);
  }
  return faults;
}

export interface Public {
  readonly version: number;
  readonly marks: number;
  readonly fields: Readonly<Record<string, string>>;
}

export async function readTwin(nobody: Visitor, id: string): Promise<Public | null> {
  const { status, text } = await nobody.ask(`/statements/${id}/as/json`, {});
  if (status !== 200) return null;
  const { statement } = JSON.parse(text.slice(text.indexOf("\n\n"))) as {
    statement: Record<string, unknown>;
  };
  const changes = statement.changes as unknown[];
  const corrections = statement.corrections as unknown[];
  return {
    version: Number(statement.publishedVersion),
    marks: changes.length + corrections.length + (statement.retraction ? 1 : 0),
    fields: Object.fromEntries(Object.entries(statement).map(([key, value]) => [key, JSON.stringify(value)])),
  };
}
