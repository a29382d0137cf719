import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { countOf } from "@/components/ui/numeral";
import { Run } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { FileState } from "@/lib/batches";
import { documentsOf, tallyWords } from "./batch-words";

interface ShownBatch {
  readonly publicId: string;
  readonly createdAt: Date;
  readonly counts: Readonly<Record<FileState, number>>;
}

/** Imports of many files, those under way and those that are done, each with what came of it. */
export function BatchList({ batches }: { batches: readonly ShownBatch[] }) {
  return (
    <ul className="rows">
      {batches.map(({ publicId, createdAt, counts }) => (
        <li key={publicId} data-list-item>
          <Link className="rows__title" href={`/import/batch/${publicId}` as Route}>
            {countOf(documentsOf(counts), "file")}
          </Link>
          <Run>
            <Time value={createdAt} precision="time" isShort />
            {counts.queued > 0 ? <span>{counts.queued.toLocaleString("en-GB")} to be read</span> : null}
            <span>{tallyWords(counts)}</span>
          </Run>
        </li>
      ))}
    </ul>
  );
}
