import { locateQuote } from "@/lib/matching";

/** A statement of the source as it stands in the newest edition that has it. */
export interface Standing {
  readonly id: string;
  readonly speakerId: string | null;
  /** The names that find its speaker, as keys. */
  readonly nameKeys: readonly string[];
  /** The words as that edition prints them, and around them. */
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly startUtf16: number;
}

/** What a find of the new text says, and who is to have said it. */
export interface Finding {
  readonly ordinal: number;
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly speaker:
    | { readonly kind: "known"; readonly speakerId: string }
    | { readonly kind: "new"; readonly nameKey: string }
    | { readonly kind: "none" };
}

export interface Recognised {
  /** By the number of the find: the statement that it is, or that it comes near. */
  readonly known: ReadonlyMap<
    number,
    { readonly statementId: string; readonly how: "unchanged" | "changed" }
  >;
  /** The statements whose words the new text has nowhere, or with nobody who says them. */
  readonly gone: readonly string[];
}

// looking for words that changed reads the whole text for each; beyond this only unchanged ones are known
const MOST_READ = 6_000_000;

/**
 * Which finds of a new text say what statements of a former one say. `unchanged`: the same words by the same speaker;
 * `changed`: words that resemble them, or the same by another. Each statement is one find at most.
 */
export function recognise(
  text: string,
  findings: readonly Finding[],
  standing: readonly Standing[],
): Recognised {
  const known = new Map<number, { statementId: string; how: "unchanged" | "changed" }>();
  const left = new Set(standing);
  const free = new Set(findings);
  const take = (statement: Standing, finding: Finding, how: "unchanged" | "changed") => {
    known.set(finding.ordinal, { statementId: statement.id, how });
    left.delete(statement);
    free.delete(finding);
  };

  // nearly all of an article that was corrected stands as it stood; of words that stand twice the first are the first
  const bySlice = new Map<string, Finding[]>();
  for (const finding of [...findings].reverse()) {
    const key = `${whoIs(finding)} ${text.slice(finding.startUtf16, finding.endUtf16)}`;
    const same = bySlice.get(key);
    if (same) same.push(finding);
    else bySlice.set(key, [finding]);
  }
  for (const statement of standing) {
    const alike = whosMeant(statement).map((who) => bySlice.get(`${who} ${statement.exact}`));
    const same = alike.find((one) => one?.length)?.pop();
    if (same) take(statement, same, "unchanged");
  }

  if (left.size * text.length > MOST_READ) return { known, gone: [] };
  const inOrder = [...free].sort((one, other) => one.startUtf16 - other.startUtf16);
  for (const statement of [...left]) {
    const { exact, prefix, suffix, startUtf16 } = statement;
    const match = locateQuote(text, exact, { prefix, suffix, startUtf16 });
    if (!match) continue;
    const there = inOrder.filter((one) => free.has(one) && overlap(one, match) >= HALF);
    const same = there.find((one) => isBy(statement, one));
    const isSame = same !== undefined && match.state !== "changed";
    const [nearest] = same ? [same] : there;
    if (nearest) take(statement, nearest, isSame ? "unchanged" : "changed");
  }
  return { known, gone: [...left].map(({ id }) => id) };
}

/** Who is to have said it, as one text that can be compared. */
function whoIs({ speaker }: Finding): string {
  if (speaker.kind === "none") return "none";
  return speaker.kind === "known" ? `known ${speaker.speakerId}` : `new ${JSON.stringify(speaker.nameKey)}`;
}

/** Every way in which a find may name the speaker of a statement. */
function whosMeant({ speakerId, nameKeys }: Standing): string[] {
  if (speakerId === null) return ["none"];
  return [`known ${speakerId}`, ...nameKeys.map((key) => `new ${JSON.stringify(key)}`)];
}

const isBy = (statement: Standing, finding: Finding) => whosMeant(statement).includes(whoIs(finding));

const HALF = 0.5;

interface Span {
  readonly startUtf16: number;
  readonly endUtf16: number;
}

/** How much of the shorter of two spans lies in the other. */
function overlap(one: Span, other: Span): number {
  const shared = Math.min(one.endUtf16, other.endUtf16) - Math.max(one.startUtf16, other.startUtf16);
  const shorter = Math.min(one.endUtf16 - one.startUtf16, other.endUtf16 - other.startUtf16);
  return shorter <= 0 ? 0 : Math.max(0, shared) / shorter;
}
