import type { Route } from "next";
import { stateWord } from "@/components/statements/words";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Run } from "@/components/ui/tag";
import type { ShownCheck } from "./shown";

const DONE: Readonly<Record<string, string>> = {
  edited: "The draft was compared anew; decisions hold where a sentence stayed",
  compared: "Compared with what is held now",
  decided: "Nothing in it is open any more",
  closed: "The check is closed",
  reopened: "The check is open again",
};

/** The files of a check. */
export function CheckFiles({ publicId }: { publicId: string }) {
  return (
    <Run className="check__files noprint">
      <span>Take it away:</span>
      {FILES.map(([ending, label]) => (
        <a key={ending} href={`/check/${publicId}.${ending}`} download>
          {label}
        </a>
      ))}
    </Run>
  );
}

const FILES = [
  ["docx", "Word, with comments at the places"],
  ["html", "One page"],
  ["csv", "CSV"],
  ["json", "JSON"],
] as const;

/** What was just done, and what changed in the record since it was compared. */
export function CheckNotes({ check, done }: { check: ShownCheck; done: string | null }) {
  const told = done !== null && Object.hasOwn(DONE, done) ? DONE[done] : undefined;
  return (
    <div className="stack above-3 below-4">
      {told === undefined ? null : <Note tone="pass" title={told} isLive />}
      {check.changed.length === 0 ? null : (
        <Note
          tone="care"
          title={`${countOf(check.changed.length, "quotation")} changed since it was compared`}
        >
          <p>
            {check.changed.map(({ publicId, state }, at) => (
              <span key={publicId}>
                {at > 0 ? ", " : ""}
                <Link href={`/statements/${publicId}` as Route}>{publicId}</Link>
                {state === "retracted" ? ` (${stateWord(state).label.toLowerCase()})` : ""}
              </span>
            ))}
            . Compare again to see what that means for the draft.
          </p>
        </Note>
      )}
    </div>
  );
}
