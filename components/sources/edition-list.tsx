import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { sizeInWords } from "@/components/ui/size";
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
  /** What they were read from, newest first, where that is shown. */
  arrived?: readonly {
    readonly id: string;
    readonly edition: number;
    readonly how: string;
    readonly name: string;
    readonly sha256: string;
    readonly sizeBytes: number;
    readonly arrivedAt: Date;
  }[];
}

/** The texts of a source, newest first, each with the mark by which it can be checked and what changed since the one before. */
export function EditionList({ sourceId, editions, shown, arrived = [] }: EditionListProps) {
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
            {arrived
              .filter(({ edition }) => edition === number)
              .map(({ id, how, name, sha256: hash, sizeBytes, arrivedAt }) => (
                <p className="small" key={id}>
                  {how === "file" ? "Read from the file" : "Fetched from"} <bdi>{name}</bdi>,{" "}
                  <Time value={arrivedAt} precision="time" isShort />, {sizeInWords(sizeBytes)}:{" "}
                  <a className="noprint" href={`/sources/${sourceId}/arrived/${hash}`} download>
                    save it as it arrived
                  </a>
                </p>
              ))}
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
