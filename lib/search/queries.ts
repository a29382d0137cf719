import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { asksForStates, type StatementFilter } from "@/lib/statements";
import { COUNT_LIMIT, NEWEST_OCCASION_FIRST, statementsMatching } from "@/lib/statements/server";
import { listedStatements, searchedNames, seesUnpublished, visibleStatements } from "@/lib/visibility/server";

/** A choice that narrows a list, and how many rows it would leave. */
export interface Facet {
  readonly value: string;
  readonly label: string;
  readonly kind: string;
  readonly count: number;
}

/** The counts beside the filters; null when the list is too long to count on every visit. */
export interface Facets {
  readonly form: readonly Facet[];
  readonly state: readonly Facet[];
  readonly speaker: readonly Facet[];
}

/**
 * What would narrow the list, with counts: each facet is counted under the filters of the other facets, so that a
 * second choice within one facet shows what it would add. Null when more than `COUNT_LIMIT` rows would be read.
 */
export async function facetStatements(actor: Actor, filter: StatementFilter = {}): Promise<Facets | null> {
  const { form, state, speaker, ...rest } = filter;
  const rows = await db.statement.findMany({
    where: {
      AND: [
        visibleStatements(actor),
        asksForStates(filter) ? {} : listedStatements(actor),
        statementsMatching(rest, searchedNames(actor)),
        rest.story && !seesUnpublished(actor) ? { story: { withdrawnAt: null } } : {},
      ],
    },
    // in the order of an index, so that reading can stop
    orderBy: [...NEWEST_OCCASION_FIRST],
    take: COUNT_LIMIT + 1,
    select: { form: true, state: true, speakerId: true },
  });
  if (rows.length > COUNT_LIMIT) return null;
  const speakers = await speakersOf(rows);
  const fits = (wanted: readonly string[] | undefined, value: string | undefined) =>
    !wanted?.length || (value !== undefined && wanted.includes(value));
  const left = (row: (typeof rows)[number], except: "form" | "state" | "speaker") =>
    (except === "form" || fits(form, row.form)) &&
    (except === "state" || fits(state, row.state)) &&
    (except === "speaker" || fits(speaker, speakers.get(row.speakerId)?.slug));
  const spoken = rows.flatMap((row) => {
    const one = speakers.get(row.speakerId);
    return one && left(row, "speaker") ? [one] : [];
  });
  return {
    form: tally(rows.filter((row) => left(row, "form")).map((row) => plain(row.form))),
    state: tally(rows.filter((row) => left(row, "state")).map((row) => plain(row.state))),
    speaker: tally(spoken.map(({ slug, name, kind }) => ({ value: slug, label: name, kind }))),
  };
}

/** The speakers of some rows by their ids, each asked for once: most rows share theirs with others. */
async function speakersOf(rows: readonly { readonly speakerId: string | null }[]) {
  const ids = [...new Set(rows.flatMap(({ speakerId }) => speakerId ?? []))];
  const speakers = await db.speaker.findMany({
    where: { id: { in: ids } },
    orderBy: { id: "asc" },
    select: { id: true, slug: true, name: true, kind: true },
  });
  return new Map<string | null, (typeof speakers)[number]>(speakers.map((one) => [one.id, one]));
}

const plain = (value: string) => ({ value, label: value, kind: value });

/** Equal values counted, most frequent first, then by label. */
function tally(choices: readonly Omit<Facet, "count">[]): Facet[] {
  const counted = new Map<string, Facet>();
  for (const choice of choices) {
    counted.set(choice.value, { ...choice, count: (counted.get(choice.value)?.count ?? 0) + 1 });
  }
  return [...counted.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
}

/** What is held altogether, as far as the actor may see it: for the head of the front page. */
export async function countHeld(actor: Actor) {
  const listed = { AND: [visibleStatements(actor), listedStatements(actor)] };
  const [statements, speakers, sources] = await Promise.all([
    db.statement.count({ where: listed }),
    db.speaker.count({ where: { statements: { some: listed } } }),
    db.source.count({ where: { statements: { some: listed } } }),
  ]);
  return { statements, speakers, sources };
}
