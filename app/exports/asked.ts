import { addressOf, filterEntries } from "@/app/statements/address";
import { type Style, USUAL_STYLE } from "@/lib/citations";
import { now } from "@/lib/env";
import type { Exported, ExportFormat } from "@/lib/exports";
import { FORMATS, formatOf } from "@/lib/exports/server";
import { absoluteUrl, type Known } from "@/lib/http";
import { KNOWN_FILTERS, type StatementFilter, statementFilterSchema } from "@/lib/statements";
import type { OfferedStyle } from "@/lib/styles";

const { after: _, ...KNOWN } = KNOWN_FILTERS;

/** What an address of /exports may ask for: the filters of the lists, a format, and one of these styles. */
export function knownExports(styles: readonly OfferedStyle[]) {
  return {
    ...KNOWN,
    format: oneOf(FORMATS.map(({ id }) => id)),
    style: oneOf(styles.map(({ key }) => key)),
  } as const satisfies Known;
}

// a file has one format: of two, whichever came would pass for what was asked
function oneOf(words: readonly string[]): (asked: string) => string | null {
  return (asked) => (asked === "" || words.includes(asked) ? null : `It is one of ${words.join(", ")}.`);
}

export interface Asked {
  readonly filter: StatementFilter;
  readonly format: ExportFormat;
  /** The key of a style that is offered. */
  readonly style: string;
}

/** What an address of /exports asks for; what it does not say is the first there is. */
export function readAsked(
  params: Readonly<Record<string, string | string[] | undefined>>,
  { styles, chosen }: { styles: readonly OfferedStyle[]; chosen?: string },
): Asked {
  const one = (name: string) => [params[name]].flat()[0];
  return {
    filter: readFilter(params),
    format: formatOf(one("format") ?? "") ?? (FORMATS[0] as ExportFormat),
    style: styles.find(({ key }) => key === (one("style") ?? chosen))?.key ?? USUAL_STYLE,
  };
}

// ids are typed into one field, with spaces or commas between them
function readFilter({
  id,
  ...params
}: Readonly<Record<string, string | string[] | undefined>>): StatementFilter {
  const ids = [id ?? []].flat().flatMap((text) => text.toLowerCase().split(/[\s,;]+/u));
  return statementFilterSchema.parse({ ...params, id: ids.filter(Boolean) });
}

/** The head of a file: what it is of, and the list that shows the same. */
export function exportedOf(
  { filter, style }: { filter: StatementFilter; style: Style },
  title: string,
): Exported {
  return { title, address: absoluteUrl(addressOf("/statements", filter)), madeAt: now(), style };
}

/** The address of /exports with that selection filled in. */
export function exportsOf(filter: StatementFilter): string {
  return addressOf("/exports", filter);
}

/** The address of the file. */
export function downloadOf({ filter, format, style }: Asked): string {
  const query = new URLSearchParams(filterEntries(filter));
  query.set("format", format.id);
  if (format.hasStyle) query.set("style", style);
  return `/exports/download?${query}`;
}
