import type { Actor } from "@/lib/auth";
import { among, db, findRowsWithWords, type Prisma } from "@/lib/db/server";
import { noSuchPage, type PageRequest, takeOf } from "@/lib/paging";
import { type FieldTerm, type Named, parseQuery, phraseOf, type Query, type Term } from "@/lib/query";
import { searchedEditions } from "@/lib/visibility/server";
import { asWords, soughtIn } from "./place";
import { type FoundText, textsWith } from "./texts";

type Where = Prisma.PassageWhereInput;

/** What a search finds in texts. */
export interface TextsFound {
  readonly items: readonly FoundText[];
  readonly next: string | null;
  /** The fields that were asked for and that no text has, so that nothing was looked for. */
  readonly unasked: readonly string[];
}

const NOTHING_FOUND: TextsFound = { items: [], next: null, unasked: [] };

/** So many passages are asked for by their ids; of what more fit, a page is soon found among the newest. */
const MOST_IDS = 3000;

/**
 * The places in the texts of editions where all that is looked for stands within a page of one another, in the texts kept last
 * first. For the desk alone: nobody else finds anything.
 * @throws {Refused} when `after` is not a `next` that this list gave.
 */
export async function listPassages(actor: Actor, q: string, page: PageRequest = {}): Promise<TextsFound> {
  const read = parseQuery(q);
  if ("problem" in read) return NOTHING_FOUND;
  const { query } = read;
  const unasked = query.all.flat().flatMap((term) => (isOfTexts(term) ? [] : [term.field]));
  if (unasked.length > 0) return { ...NOTHING_FOUND, unasked: [...new Set(unasked)] };
  if (soughtIn(query).length === 0) return NOTHING_FOUND;
  const take = takeOf(page);
  const rows = await db.passage.findMany({
    where: {
      AND: [
        { edition: searchedEditions(actor) },
        await narrowing(query),
        ...query.all.map((terms) => ({ OR: terms.map(asked) })),
        page.after ? { id: { lt: cursorIn(page.after) } } : {},
      ],
    },
    orderBy: { id: "desc" },
    take: take + 1,
    select: { id: true, editionId: true, startUtf16: true, endUtf16: true },
  });
  const shown = rows.slice(0, take);
  const next = rows.length > take ? (shown.at(-1)?.id ?? null) : null;
  return { items: await textsWith(shown, soughtIn(query)), next, unasked: [] };
}

const OF_TEXTS = ["exact", "source", "outlet", "type"] as const;

type TextTerm = Exclude<Term, FieldTerm> | Extract<Term, { field: (typeof OF_TEXTS)[number] }>;

function isOfTexts(term: Term): term is TextTerm {
  return term.kind === "words" || OF_TEXTS.some((field) => field === term.field);
}

function asked(term: Term): Where {
  const where = isOfTexts(term) ? says(term) : NOTHING;
  return term.isNot ? { NOT: where } : where;
}

const NOTHING: Where = { id: { in: [] } };

function says(term: TextTerm): Where {
  // signs alone are no words
  if (term.kind === "words") return term.words.length === 0 ? NOTHING : holds(term);
  switch (term.field) {
    case "exact":
      return holds(asWords(term));
    case "source":
      return {
        edition: { source: { OR: [holds(term.value), { publicId: term.value.typed.trim().toLowerCase() }] } },
      };
    case "outlet":
      return { edition: { source: { outletId: { not: null }, outlet: holds(term.value) } } };
    case "type":
      return { edition: { source: { kind: term.value } } };
  }
}

const holds = (named: Pick<Named, "words" | "isPrefix">) => ({ searchKey: { contains: phraseOf(named) } });

/** What the index leaves to be asked; all passages where it says little. */
async function narrowing({ all }: Query): Promise<Where> {
  // of several that may stand the index is not asked: each by itself may stand anywhere
  const sure = all.flatMap(([term, ...others]) => {
    if (term === undefined || others.length > 0 || term.isNot) return [];
    if (term.kind === "words") return term.words.length > 0 ? [term] : [];
    return term.field === "exact" ? [asWords(term)] : [];
  });
  const found = sure.length > 0 ? await findRowsWithWords("Passage", sure, MOST_IDS) : null;
  return found && found.count <= MOST_IDS ? { id: among(found.ids) } : {};
}

function cursorIn(after: string): string {
  if (!/^[0-9a-f-]{36}$/u.test(after)) throw noSuchPage();
  return after;
}
