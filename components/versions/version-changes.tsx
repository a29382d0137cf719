import { ChangedFields } from "@/components/corrections/changed-words";
import { correctionWord } from "@/components/statements/history-words";
import { formWord } from "@/components/statements/words";
import { Time } from "@/components/ui/time";
import type { VersionChange, VersionCorrection } from "@/lib/versions";

interface VersionChangesProps {
  /** The public notice of what was changed. */
  correction: VersionCorrection | null;
  changes: readonly VersionChange[];
  language: string;
}

/** What a version changed of the one before it, old and new word by word, with its kind, note and day. */
export function VersionChanges({ correction, changes, language }: VersionChangesProps) {
  return (
    <>
      {correction ? (
        <p className="below-5">
          <b>{correctionWord(correction.kind)}</b>, <Time value={correction.givenAt} precision="day" />:{" "}
          <span dir="auto">{correction.note}</span>
        </p>
      ) : null}
      {changes.length > 0 ? (
        <ChangedFields
          changes={changes.map(({ field, label, was, now }) => ({
            label,
            was: wordOf(field, was),
            now: wordOf(field, now),
            language: field === "wording" ? language : undefined,
          }))}
        />
      ) : (
        <p className="small">No field that is shown here differs.</p>
      )}
    </>
  );
}

function wordOf(field: string, value: string | boolean | null): string {
  if (field === "isDenial") return value ? "The speaker denies it" : "No denial";
  if (field === "form" && typeof value === "string") return formWord(value).label;
  if (value === null && field.startsWith("verdict:")) return "Not judged";
  return typeof value === "string" ? value : "";
}
