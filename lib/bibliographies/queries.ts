import type { Actor } from "@/lib/auth";
import { atLeisure, db, type Prisma } from "@/lib/db/server";
import { absoluteUrl } from "@/lib/http";
import { changesBetween } from "@/lib/matching";
import { companyOf, wordedInFull } from "@/lib/statements";
import { WORDED } from "@/lib/statements/server";
import { normaliseForMatching } from "@/lib/text";
import type { VersionChange } from "@/lib/versions";
import { findChangesSince } from "@/lib/versions/server";
import { visibleStatements } from "@/lib/visibility/server";
import { namedApart } from "./apart";
import { judge } from "./judge";
import type { Mention } from "./mentions";
import { MOST_ENTRIES, OUTCOMES } from "./model";
import type { NamedBibliography } from "./named";
import { findRecords, type OtherRecord } from "./records";
import type { BibliographyFinding, BibliographyReport } from "./schema";

const AT_ONCE = 200;
// how old and new differ is told of so many; of the rest that they do, and in which version
const MOST_COMPARED = 300;

/** What became of everything that a bibliography cites, as far as the actor may see it. Nothing is kept. */
export async function checkBibliography(
  actor: Actor,
  text: string,
  { most = MOST_ENTRIES }: { most?: number } = {},
): Promise<BibliographyReport> {
  const { findings, read } = await findingsOf(actor, text, most);
  const counts = Object.fromEntries(OUTCOMES.map(({ key }) => [key, 0])) as BibliographyReport["counts"];
  for (const { outcome } of findings) counts[outcome]++;
  return {
    format: read.format,
    entries: read.entries.length + read.leftOut,
    leftOut: read.leftOut,
    counts,
    problems: [...read.problems],
    findings,
  };
}

async function findingsOf(actor: Actor, text: string, most: number) {
  const read = await namedApart(text, most);
  const mentions = read.entries.flatMap((one) => one.mentions);
  const statements = await findCited(actor, idsOf(mentions, "statement"));
  const records = await findRecords(actor, mentions);
  const ownHost = new URL(absoluteUrl("/")).host;
  const findings: BibliographyFinding[] = [];
  let compared = 0;
  for (const [index, { line, label, printed, mentions: own }] of read.entries.entries()) {
    if (index % AT_ONCE === 0) await othersTurn();
    const at = { entry: index + 1, line, label };
    const told: BibliographyFinding[] = [];
    for (const [nth, mention] of own.entries()) {
      // an entry may name as many as all others together
      if (nth % AT_ONCE === AT_ONCE - 1) await othersTurn();
      const host = mention.host === ownHost ? null : mention.host;
      const statement = mention.kind === "statement" ? statements.get(mention.id) : undefined;
      const record = records.get(`${mention.kind} ${mention.id}`);
      // what may be something else altogether says nothing where it is not found
      const isMeant = mention.isCertain || mention.host === ownHost;
      if (statement) told.push(ofStatement(mention, { statement, printed, at, host }));
      else if (record) told.push(ofRecord(mention, { record, at, host }));
      else if (isMeant) told.push({ ...NOTHING, ...at, outcome: "unknown", named: mention.id, host });
    }
    if (told.length === 0) told.push({ ...NOTHING, ...at, outcome: "not_ours", named: null, host: null });
    for (const finding of told) {
      const isChanged = finding.citedVersion !== null && finding.since.length > 0;
      const changes =
        isChanged && compared++ < MOST_COMPARED ? await changesOf(actor, finding) : finding.changes;
      findings.push({ ...finding, changes });
    }
  }
  return { findings, read };
}

/** Others are served before what stands behind it goes on. */
const othersTurn = () => new Promise((resolve) => setImmediate(resolve));

const NOTHING = {
  ...{ isTold: false, record: null, citedVersion: null, isVersionByWords: false, version: null },
  ...{ since: [], retraction: null, changes: [] },
} satisfies Partial<BibliographyFinding>;

type At = Pick<BibliographyFinding, "entry" | "line" | "label">;
type CitedRow = Prisma.StatementGetPayload<{ select: typeof CITED }>;

interface OfStatement {
  readonly statement: CitedRow;
  readonly printed: string;
  readonly at: At;
  readonly host: string | null;
}

function ofStatement(mention: Mention, { statement, printed, at, host }: OfStatement): BibliographyFinding {
  const { outcome, version, isByWords } = judge(mention, printed, statement);
  const { publicId, corrections, publishedVersion } = statement;
  const retraction = statement.state === "retracted" ? statement.retractions.at(-1) : undefined;
  const { notice } = companyOf(statement);
  return {
    ...at,
    outcome,
    // a reference that was taken away since then carries the notice
    isTold: notice !== null && printed.includes(normaliseForMatching(notice)),
    record: {
      ...{ kind: "statement", id: publicId, url: absoluteUrl(`/statements/${publicId}`), notice },
      inFull: wordedInFull(statement, { most: MOST_WORDS }),
    },
    ...{ named: mention.id, host, citedVersion: version, isVersionByWords: isByWords },
    version: publishedVersion,
    since: corrections
      .filter(({ versionNumber }) => outcome !== "as_cited" && versionNumber > (version ?? 0))
      .map(({ versionNumber, kind, note, givenAt }) => ({
        version: versionNumber,
        kind,
        note,
        at: givenAt.toISOString(),
      })),
    retraction: retraction
      ? { at: retraction.confirmedAt?.toISOString() ?? null, reason: retraction.reason }
      : null,
    changes: [],
  };
}

interface OfRecord {
  readonly record: OtherRecord;
  readonly at: At;
  readonly host: string | null;
}

function ofRecord(mention: Mention, { record, at, host }: OfRecord): BibliographyFinding {
  const { kind, id, url, label, isWithdrawn } = record;
  return {
    ...{ ...NOTHING, ...at, named: mention.id, host },
    outcome: isWithdrawn ? "withdrawn" : "as_cited",
    record: { kind, id, url, notice: isWithdrawn ? "Withdrawn." : null, inFull: label },
  };
}

const MOST_WORDS = 2000;

async function changesOf(actor: Actor, { record, citedVersion }: BibliographyFinding) {
  if (!record || citedVersion === null) return [];
  const changes = await atLeisure(() =>
    findChangesSince(actor, { publicId: record.id, number: citedVersion }),
  );
  return (changes ?? []).map(({ field, label, was, now }) => {
    const [former, later] = [inWords(field, was), inWords(field, now)];
    return { field, label, was: former, now: later, pieces: changesBetween(former, later) };
  });
}

/** A value of a version as it is read. */
function inWords(field: string, value: VersionChange["was"]): string {
  if (field === "isDenial") return value ? "The speaker denies it" : "No denial";
  return typeof value === "string" && value !== "" ? value : "(none)";
}

const CITED = {
  ...WORDED,
  ...{ publicId: true, publishedVersion: true },
  versions: { orderBy: { number: "asc" }, select: { number: true, wording: true } },
} as const satisfies Prisma.StatementSelect;

async function findCited(actor: Actor, ids: readonly string[]): Promise<Map<string, CitedRow>> {
  const found = new Map<string, CitedRow>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const publicId = { in: ids.slice(from, from + AT_ONCE) };
    // Statement(publicId)
    const rows = await atLeisure(() =>
      db.statement.findMany({
        where: { AND: [visibleStatements(actor), { publicId }] },
        select: CITED,
        orderBy: { id: "asc" },
      }),
    );
    for (const row of rows) found.set(row.publicId, row);
  }
  return found;
}

const idsOf = (mentions: readonly Mention[], kind: Mention["kind"]) => [
  ...new Set(mentions.flatMap((mention) => (mention.kind === kind ? mention.id : []))),
];

/** Where each entry stands that is to be written anew, and of which statement. */
export function toRefresh(read: NamedBibliography, { findings }: BibliographyReport) {
  const stale = new Map<number, BibliographyFinding>();
  for (const finding of findings)
    if (!stale.has(finding.entry) && REFRESHED.has(finding.outcome) && !finding.isTold)
      stale.set(finding.entry, finding);
  return read.entries.flatMap((entry, index) => {
    const finding = stale.get(index + 1);
    // what is longer than any reference stays as it is: the report tells of it
    const isReference = entry.endUtf16 - entry.startUtf16 <= MOST_REWRITTEN_UTF16;
    return finding?.record && isReference ? [{ entry, id: finding.record.id }] : [];
  });
}

const MOST_REWRITTEN_UTF16 = 100_000;

const REFRESHED: ReadonlySet<string> = new Set([
  "retracted",
  "corrected",
  "maybe_corrected",
  "verdict_changed",
  "no_such_version",
]);
