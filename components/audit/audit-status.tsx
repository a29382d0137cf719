import { AnchorButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";

interface AuditStatusProps {
  entries: number;
  /** What a check found, when one was asked for. */
  outcome: { entries: number; isIntact: boolean; brokenAt: number | null; problem: string | null } | null;
}

/** How long the audit is, and whether its chain holds. */
export function AuditStatus({ entries, outcome }: AuditStatusProps) {
  return (
    <div className="stack">
      {outcome === null ? null : <Outcome {...outcome} />}
      <p>{countOf(entries, "entry", "entries")}, oldest to newest. Checking reads every one of them.</p>
      <div className="btns">
        <AnchorButton href="/admin?check=audit#audit" icon="shield-check">
          Check the chain
        </AnchorButton>
      </div>
    </div>
  );
}

function Outcome({ entries, isIntact, problem }: NonNullable<AuditStatusProps["outcome"]>) {
  if (isIntact) {
    return (
      <Note tone="pass" title="The chain is whole" isLive>
        <p>{countOf(entries, "entry", "entries")} checked, each follows from the one before it.</p>
      </Note>
    );
  }
  return (
    <Note tone="stop" title="The chain is broken" isLive>
      <p>
        {problem} The {countOf(entries, "entry", "entries")} before it are as they were written. Keep this
        database as it is, and compare it with a backup.
      </p>
    </Note>
  );
}
