import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { Run, Tag } from "@/components/ui/tag";
import type { FileState } from "@/lib/batches";
import { cameWords, STATE_WORDS } from "./batch-words";

interface ReportedFile {
  readonly ordinal: number;
  readonly name: string;
  readonly state: FileState;
  readonly reason: string;
  readonly draftId: string | null;
  readonly sourceId: string | null;
  readonly joinsBy: string | null;
  readonly stored: number;
  readonly pending: number;
}

/** What came of each file, by its name, with the way to its import and its source. */
export function BatchReport({ files }: { files: readonly ReportedFile[] }) {
  return (
    <ul className="rows batch">
      {files.map((file) => {
        const { icon, tag, tone } = STATE_WORDS[file.state];
        return (
          <li key={file.ordinal}>
            <span className="batch__name">
              <bdi>{file.name}</bdi>
            </span>
            <Run>
              <Tag icon={icon} tone={tone}>
                {tag}
              </Tag>
              <span dir="auto">{cameWords(file)}</span>
              {file.draftId !== null && file.state === "waiting" ? (
                <Link href={`/import/${file.draftId}` as Route}>
                  Its import<span className="vh">, {file.name}</span>
                </Link>
              ) : null}
              {file.sourceId === null ? null : (
                <Link href={`/sources/${file.sourceId}` as Route}>
                  Its source<span className="vh">, {file.name}</span>
                </Link>
              )}
            </Run>
          </li>
        );
      })}
    </ul>
  );
}

interface StatesProps {
  readonly batchId: string;
  readonly counts: Readonly<Record<FileState, number>>;
  readonly states: readonly FileState[];
  readonly shown: FileState | null;
}

/** The states that a report has files in, each with the way to these alone. */
export function ReportStates({ batchId, counts, states, shown }: StatesProps) {
  const present = states.filter((state) => counts[state] > 0);
  if (present.length < 2) return null;
  const here = `/import/batch/${batchId}`;
  return (
    <nav className="styles noprint below-4" aria-label="Files by what came of them">
      <Link href={`${here}#report` as Route} aria-current={shown === null ? "page" : undefined}>
        All
      </Link>
      {present.map((state) => (
        <Link
          key={state}
          href={`${here}?state=${state}#report` as Route}
          aria-current={shown === state ? "page" : undefined}
        >
          {STATE_WORDS[state].name} <span className="num">{counts[state].toLocaleString("en-GB")}</span>
        </Link>
      ))}
    </nav>
  );
}
