import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { Time } from "@/components/ui/time";
import { correctionWord } from "./history-words";

interface StatementNoticeProps {
  /** The page of the statement. */
  href: string;
  corrections: readonly {
    readonly versionNumber: number;
    readonly kind: string;
    readonly note: string;
    readonly givenAt: Date;
  }[];
  retractions: readonly {
    readonly reason: string;
    readonly confirmedAt: Date | null;
  }[];
}

/** What must be read before the words: that they were retracted or put right, when and why. */
export function StatementNotice({ href, corrections, retractions }: StatementNoticeProps) {
  const confirmed = retractions.find(({ confirmedAt }) => confirmedAt !== null);
  const proposed = retractions.find(({ confirmedAt }) => confirmedAt === null);
  const newest = corrections.at(-1);
  return (
    <>
      {confirmed?.confirmedAt ? (
        <div className="below-5">
          <Note tone="stop" icon="archive-x" title="This statement was retracted">
            <p>
              On <Time value={confirmed.confirmedAt} precision="day" />:{" "}
              <span dir="auto">{confirmed.reason}</span> Its address stays, so that whoever cited it finds
              this notice.
            </p>
          </Note>
        </div>
      ) : null}
      {proposed && !confirmed ? (
        <div className="below-5">
          <Note tone="care" title="A retraction is proposed and waits for a second editor">
            <p dir="auto">{proposed.reason}</p>
          </Note>
        </div>
      ) : null}
      {newest && !confirmed ? (
        <div className="below-5">
          <Note icon="pencil-line" title={`${correctionWord(newest.kind)}, version ${newest.versionNumber}`}>
            <p>
              <Time value={newest.givenAt} precision="day" />: <span dir="auto">{newest.note}</span>{" "}
              <Link href={`${href}/versions/${newest.versionNumber}` as Route}>See what changed</Link>
            </p>
          </Note>
        </div>
      ) : null}
    </>
  );
}
