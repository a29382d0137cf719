import { formWord } from "@/components/statements/words";
import { CORRECTABLE, type CorrectableField } from "@/lib/publication";
import type { FieldChange } from "./changed-words";

type Fields = Readonly<Partial<Record<CorrectableField, string | boolean | null | undefined>>>;

/** What changes between two states of a statement, in the public's words; a field that either lacks did not change. */
export function fieldChanges(was: Fields, now: Fields, language?: string): FieldChange[] {
  return (Object.keys(CORRECTABLE) as CorrectableField[])
    .filter((field) => field in now && field in was && (was[field] ?? "") !== (now[field] ?? ""))
    .map((field) => ({
      label: CORRECTABLE[field],
      was: wordOf(field, was[field]),
      now: wordOf(field, now[field]),
      language: field === "wording" ? language : undefined,
    }));
}

function wordOf(field: CorrectableField, value: string | boolean | null | undefined): string {
  if (field === "isDenial") return value ? "The speaker denies it" : "No denial";
  if (field === "form" && typeof value === "string") return formWord(value).label;
  return typeof value === "string" ? value : "";
}
