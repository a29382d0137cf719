import { z } from "zod";

/** How many findings one page draws: what a browser sets at once, and a reader takes in. */
export const FINDINGS_A_PART = 60;

/** Which findings a page of a check shows: all or the open ones, and which part of them, from 1, or that of finding `at`. */
export interface FindingsView {
  readonly show: "all" | "open";
  readonly part?: number | undefined;
  readonly at?: number | undefined;
}

const counted = z.coerce.number().int().positive().max(1_000_000).optional().catch(undefined);

/** The view that an address asks for; what it does not know is the whole, from its beginning. */
export const findingsView = z.object({
  show: z.enum(["all", "open"]).catch("all"),
  part: counted,
  at: counted,
});

/** The findings of one part with their numbers in the whole check, and how many parts there are (one at least). */
export function partOf<F extends { readonly isOpen: boolean }>(findings: readonly F[], view: FindingsView) {
  const numbered = findings.map((finding, index) => ({ finding, number: index + 1 }));
  const asked = view.show === "open" ? numbered.filter(({ finding }) => finding.isOpen) : numbered;
  const parts = Math.max(1, Math.ceil(asked.length / FINDINGS_A_PART));
  const before = view.at === undefined ? -1 : asked.findIndex(({ number }) => number >= (view.at ?? 0));
  // the last finding of the last part may just have been decided
  const part = before === -1 ? Math.min(view.part ?? 1, parts) : Math.floor(before / FINDINGS_A_PART) + 1;
  const shown = asked.slice((part - 1) * FINDINGS_A_PART, part * FINDINGS_A_PART);
  return { shown, part, parts };
}

// a draft of so many findings is marked whole: each of its marks is a link, a number and a sign, a kilobyte of the page
const MARKED_AT_ONCE = 5 * FINDINGS_A_PART;

/**
 * Whether a page that shows these findings marks one in the draft, by its number from 1: each where there are few, and of many those that
 * are shown and as many as a part has on either side of them.
 */
export function isMarkedBeside(
  shown: readonly { readonly number: number }[],
  all: number,
): (number: number) => boolean {
  if (all <= MARKED_AT_ONCE) return () => true;
  const numbers = new Set(shown.map(({ number }) => number));
  const [first, last] = [shown[0]?.number ?? 1, shown.at(-1)?.number ?? 0];
  return (number) =>
    numbers.has(number) ||
    (number < first && number >= first - FINDINGS_A_PART) ||
    (number > last && number <= last + FINDINGS_A_PART);
}

/** The query of a view; the whole from its beginning has none. */
export function queryOfView({ show, part, at }: FindingsView): string {
  const query = new URLSearchParams();
  if (show === "open") query.set("show", show);
  if (at !== undefined) query.set("at", `${at}`);
  else if (part !== undefined && part > 1) query.set("part", `${part}`);
  return query.size === 0 ? "" : `?${query}`;
}
