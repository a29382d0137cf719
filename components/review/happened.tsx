import type { Route } from "next";
import { actionWord } from "@/components/statements/history-words";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import type { Happened } from "@/lib/review";

/** What colleagues did with one's own statements; what is later than one's own last act is marked as new. */
export function HappenedList({ happened }: { happened: readonly Happened[] }) {
  return (
    <ul className="waits">
      {happened.map(({ publicId, action, by, at, isNew }) => (
        <li key={publicId}>
          <Link href={`/statements/${publicId}#history` as Route}>
            {actionWord(action)} <span className="id">{publicId}</span>
          </Link>
          <br />
          <span className="meta">
            {isNew ? <b>New: </b> : null}
            <bdi>{by}</bdi>, <Time value={at} precision="time" isShort />
          </span>
        </li>
      ))}
    </ul>
  );
}
