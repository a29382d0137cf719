import { absoluteUrl } from "@/lib/http";
import type { LineageRow } from "@/lib/lineage";
import { companyOf, wordedInFull } from "@/lib/statements";
import { isoDate } from "./statement-json";

/** The printings of an utterance as the `.json` twin of its lineage gives them, earliest first; absent things are null. */
export function toLineageJson(rows: readonly LineageRow[]) {
  const keyOf = (place: number) => rows[place]?.printing.key ?? null;
  return rows.map((row) => {
    const { printing, changes, rank } = row;
    const { statement, source } = printing;
    return {
      key: printing.key,
      statement: statement && {
        id: statement.publicId,
        url: absoluteUrl(`/statements/${statement.publicId}`),
        // first of all what must be read with the words, for whoever copies only them
        notice: companyOf(statement).notice,
        inFull: wordedInFull(statement),
        state: statement.state,
        speaker: statement.speaker?.name ?? null,
        attribution: statement.attribution,
      },
      wording: printing.wording,
      language: printing.language,
      form: printing.form,
      source: {
        id: source.publicId,
        url: absoluteUrl(`/sources/${source.publicId}`),
        title: source.title,
        outlet: source.outlet?.name ?? null,
        address: source.address,
        edition: printing.edition,
      },
      printedOn: isoDate(printing.printedOn, printing.printedOnPrecision),
      retrievedAt: printing.retrievedAt?.toISOString() ?? null,
      /** One more than those that certainly came before; `orderUnknownWith` may have come before it or after it. */
      rank,
      orderUnknownWith: row.with.map(keyOf),
      comparedWith: row.comparedWith === null ? null : keyOf(row.comparedWith),
      changes,
      restsOn: row.takings.map(({ from, isOrderKnown, evidence }) => ({
        oneOf: from.map(keyOf),
        isOrderKnown,
        evidence,
      })),
    };
  });
}
