import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";

export interface HistoryEntry {
  readonly key: string;
  readonly at: Date;
  /** "Published, version 2." */
  readonly what: string;
  /** Where what happened can be read. */
  readonly href?: string | undefined;
  /** A public note or a reason. */
  readonly note?: string | undefined;
  /** Who did it, with their role; only at the desk. */
  readonly by?: string | undefined;
}

/** What happened to a statement, newest first. */
export function History({ entries, empty }: { entries: readonly HistoryEntry[]; empty: ReactNode }) {
  if (entries.length === 0) return <p className="small">{empty}</p>;
  return (
    <ol className="log">
      {entries.map(({ key, at, what, href, note, by }) => (
        <li key={key}>
          <Time value={at} precision="time" isShort />
          <div>
            <b>{href ? <Link href={href as Route}>{what}</Link> : what}</b>{" "}
            {note ? <span dir="auto">{note} </span> : null}
            {by ? <span className="meta">{by}</span> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
