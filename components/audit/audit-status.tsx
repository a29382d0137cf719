import { AnchorButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";

interface AuditStatusProps {
  entries: number;
  /** What a check found, when one was asked for. */
  outcome: Outcome | null;
}

interface Outcome {
  entries: number;
  isIntact: boolean;
  isUnproven: boolean;
  recordsCompared: number;
  findings: readonly { message: string }[];
  findingCount: number;
  notes: readonly string[];
}

/** How long the audit is, and whether it and the records that it tells of stand as they were written. */
export function AuditStatus({ entries, outcome }: AuditStatusProps) {
  return (
    <div className="stack">
      {outcome === null ? null : <AuditOutcome {...outcome} />}
      <p>{countOf(entries, "entry", "entries")}, oldest to newest. Checking reads every one of them.</p>
      <div className="btns">
        <AnchorButton href="/admin?check=audit#audit" icon="shield-check">
          Check the record of changes
        </AnchorButton>
      </div>
    </div>
  );
}

function AuditOutcome(outcome: Outcome) {
  const { entries, isIntact, isUnproven, recordsCompared, findings, findingCount, notes } = outcome;
  const unlisted = findingCount - findings.length;
  return (
    <Note
      tone={isIntact ? "pass" : isUnproven ? "care" : "stop"}
      title={
        isIntact
          ? "Nothing was changed behind the log"
          : isUnproven
            ? "What another key signed could not be checked"
            : "Something was changed behind the log"
      }
      isLive
    >
      {isIntact ? (
        <p>
          {countOf(entries, "entry", "entries")} and {countOf(recordsCompared, "record", "records")} are as
          they were written.
        </p>
      ) : (
        <>
          <ul>
            {findings.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
          {unlisted > 0 ? <p>And {countOf(unlisted, "place", "places")} more.</p> : null}
          <p>
            {isUnproven
              ? "Nothing else was found to be altered. Check again with that key, or with a checkpoint."
              : "Keep this database as it is, and compare it with a backup."}
          </p>
        </>
      )}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </Note>
  );
}
