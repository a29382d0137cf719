import type { AskedVoice } from "@/components/tables/speakers-asked";
import type { TableDetail } from "@/lib/tables/server";

/** The names of a table that ask who is meant, and those of whom somebody said it, as the page draws them. */
export function askedOf({ asked }: TableDetail): AskedVoice[] {
  return asked.map(({ key, printed, rows, firstRow, settled, suggestions, isSaid }) => ({
    ...{ key, printed, rows, firstRow },
    isAsked: settled.how === "asked",
    meant: !isSaid
      ? ""
      : settled.how === "known"
        ? `known:${settled.speakerId}`
        : settled.how === "new"
          ? settled.kind
          : "",
    known: suggestions.map(({ id, name, role, description }) => {
      const apart = role ?? description.slice(0, 60);
      return { id, told: apart === "" ? name : `${name} (${apart})` };
    }),
    hasNamesake: suggestions.some(({ matched }) => matched !== "surname"),
  }));
}
