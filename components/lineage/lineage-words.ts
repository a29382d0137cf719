import { countOf } from "@/components/ui/numeral";
import { type TimePrecision, timeInWords } from "@/components/ui/time";
import type { Evidence, LineageRow, PrintedIn, Printing, Taking } from "@/lib/lineage";

/** What a printing is called: its outlet, or its title where none is recorded. */
export function nameOf({ source }: { source: Pick<Printing["source"], "title" | "outlet"> }): string {
  return source.outlet?.name ?? source.title;
}

interface Printed {
  readonly printedOn: Date | null;
  readonly printedOnPrecision: string | null;
  readonly retrievedAt: Date | null;
  readonly source: Pick<Printing["source"], "publicId" | "title" | "outlet">;
}

/** "In 4 places, first by Axios on 26 October 2025." */
export function printedInWords({ places, firsts, undated }: PrintedIn<Printed>): string {
  const count = `In ${countOf(places, "place")}`;
  if (places < 2) return `${count}.`;
  const behind = undated > 0 ? `; ${countOf(undated, "printing")} without a recorded date` : "";
  const [first] = firsts;
  if (!first) return `${count}; no date is recorded.`;
  if (firsts.length === 1) return `${count}, first by ${nameOf(first)}${on(first)}${behind}.`;
  const names = [...new Set(firsts.map(nameOf))];
  const told = names.length > MOST_NAMED ? countOf(names.length, "outlet") : oneOf(names);
  return `${count}; first by ${told}, and which of them it was the dates do not tell${behind}.`;
}

/** How sure the place of a printing among the others is; empty where it is certain. */
export function orderInWords(row: LineageRow, rows: readonly LineageRow[]): string {
  const { printing } = row;
  const others = row.with.flatMap((place) => rows[place] ?? []);
  if (others.length === 0) return "";
  if (!printing.printedOn) {
    const by = printing.retrievedAt
      ? ` It was retrieved on ${timeInWords(printing.retrievedAt, "day")}, so it was out by then.`
      : "";
    return `No date of it is recorded.${by} Whether it came before or after ${named(others)} is not known.`;
  }
  const known = precisionOf(printing);
  const isSame = (other: LineageRow) => known === "day" && whenOf(other.printing) === whenOf(printing);
  const [same, unsure] = [others.filter(isSame), others.filter((other) => !isSame(other))];
  const coarse = known === "month" || known === "year" ? ` It is dated to the ${known} alone.` : "";
  if (same.length === 0) return `Whether it came before or after ${named(unsure)} is not known.${coarse}`;
  const rest = unsure.length > 0 ? ` Nor is whether it came before or after ${named(unsure)}.` : "";
  return `Dated the same day as ${named(same)}: which was first is not known.${rest}`;
}

/** "3 places altered, 1 dropped" */
export function changesInWords({ changes, counts }: LineageRow): string {
  if (!changes) return "Told in other words, which are not compared one by one.";
  const told = [
    ...(counts.altered > 0 ? [`altered in ${countOf(counts.altered, "place")}`] : []),
    ...(counts.dropped > 0 ? [`words dropped in ${countOf(counts.dropped, "place")}`] : []),
    ...(counts.added > 0 ? [`words added in ${countOf(counts.added, "place")}`] : []),
  ];
  if (told.length === 0) return "The same words.";
  const text = told.join(", ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** "Seems to rest on Axios", and of several or without an order no more than that. */
export function takingInWords({ from, isOrderKnown }: Taking, rows: readonly LineageRow[]): string {
  const names = named(
    from.flatMap((place) => rows[place] ?? []),
    oneOf,
  );
  if (!isOrderKnown) return `Shares words with ${names}; who had them first is not known.`;
  return from.length === 1
    ? `It seems to rest on ${names}.`
    : `It seems to rest on ${names}; which of them was first is not known.`;
}

/** A reason by itself, before the words that it is about. */
export function evidenceInWords(evidence: Evidence): string {
  switch (evidence.kind) {
    case "recorded":
      return "A reviewer recorded that it derives from it.";
    case "chain":
      return `Its own chain names ${evidence.name}.`;
    case "told":
      return `It says that the words were said to ${evidence.name}.`;
    case "named":
      return `The sentences beside the words name ${evidence.name}.`;
    case "around":
      return `${countOf(evidence.words, "word")} of the reporter’s own stand in both in a row, ${alsoIn(evidence.others)}:`;
    case "within":
      return `${countOf(evidence.words, "word")} in a row stand so in both where another printing has other words, ${alsoIn(evidence.others)}:`;
  }
}

const alsoIn = (others: number) =>
  others === 0 ? "and in no other printing" : `and in ${countOf(others, "other")} besides`;

const MOST_NAMED = 3;
const EITHER = new Intl.ListFormat("en-GB", { type: "disjunction" });
const ALL = new Intl.ListFormat("en-GB", { type: "conjunction" });
const oneOf = (names: readonly string[]) => EITHER.format(names);

function named(
  rows: readonly LineageRow[],
  listed = (names: readonly string[]) => ALL.format(names),
): string {
  const names = [...new Set(rows.map(({ printing }) => nameOf(printing)))];
  if (names.length <= MOST_NAMED) return listed(names);
  return `${names.slice(0, MOST_NAMED - 1).join(", ")} and ${countOf(names.length - MOST_NAMED + 1, "other")}`;
}

/** How exactly the date of a printing is known. */
export function precisionOf({ printedOnPrecision }: Printed): TimePrecision {
  const known = printedOnPrecision;
  return known === "time" || known === "month" || known === "year" ? known : "day";
}

const whenOf = (printing: Printed) =>
  printing.printedOn ? timeInWords(printing.printedOn, precisionOf(printing)) : "";

function on(printing: Printed): string {
  if (!printing.printedOn)
    return printing.retrievedAt ? `, out by ${timeInWords(printing.retrievedAt, "day")}` : "";
  const precision = precisionOf(printing);
  const when = whenOf(printing);
  return precision === "day" || precision === "time" ? ` on ${when}` : ` in ${when}`;
}
