import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { Run } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { changeInWords } from "./change-in-words";

interface EditionListProps {
  sourceId: string;
  /** Newest first. */
  editions: readonly {
    readonly number: number;
    readonly sha256: string;
    readonly lengthUtf16: number;
    readonly wordsGone: number | null;
    readonly wordsNew: number | null;
    readonly retrievedAt: Date;
  }[];
  /** The number of the one that is shown. */
  shown: number;
}

/** The texts of a source, newest first, each with the mark by which it can be checked and what changed since the one before. */
export function EditionList({ sourceId, editions, shown }: EditionListProps) {
  return (
    <ol className="rows">
      {editions.map(({ number, sha256, lengthUtf16, retrievedAt, ...counts }, index) => {
        const former = editions[index + 1]?.number;
        // counted against the edition just before, which not everybody may see
        const isNext = former === number - 1 && counts.wordsGone !== null;
        return (
          <li key={number}>
            {number === shown ? (
              <b aria-current="true">Edition {number}, shown above</b>
            ) : (
              <Link href={`/sources/${sourceId}?edition=${number}` as Route}>Edition {number}</Link>
            )}
            <Run>
              <span>
                Retrieved <Time value={retrievedAt} precision="time" isShort />
              </span>
              <span>{lengthUtf16.toLocaleString("en-GB")} characters</span>
              <span>
                SHA-256 <code className="hash">{sha256}</code>
              </span>
            </Run>
            {former === undefined ? null : (
              <p className="small">
                {isNext ? `Since edition ${former}: ${changeInWords(counts)} ` : null}
                <Link href={`/sources/${sourceId}/editions/${former}..${number}` as Route}>
                  What changed since edition {former}
                </Link>
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
