import type { Route } from "next";
import { correctionWord } from "@/components/statements/history-words";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import type { VersionCorrection } from "@/lib/versions";

interface VersionListProps {
  /** The page of the statement. */
  address: string;
  /** Oldest first. */
  versions: readonly {
    readonly number: number;
    readonly publishedAt: Date;
    readonly correction: VersionCorrection | null;
  }[];
  /** The version that is read. */
  here: number;
}

/** Every version with what made it, newest first. */
export function VersionList({ address, versions, here }: VersionListProps) {
  return (
    <ol className="log">
      {versions.toReversed().map(({ number, publishedAt, correction }) => (
        <li key={number}>
          <Time value={publishedAt} precision="time" isShort />
          <div>
            <b>
              <Link
                href={`${address}/versions/${number}` as Route}
                aria-current={number === here ? "page" : undefined}
              >
                Version {number}
              </Link>
              {correction ? `. ${correctionWord(correction.kind)}:` : ". Published."}
            </b>{" "}
            {correction ? <span dir="auto">{correction.note}</span> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
