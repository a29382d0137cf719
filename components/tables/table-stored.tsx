import type { Route } from "next";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";

interface TableStoredProps {
  readonly stored: number;
  readonly known: number;
  readonly sources: number;
  readonly speakers: number;
  readonly firstId: string | null;
}

/** What came of a table, and where to go on. */
export function TableStored({ stored, known, sources, speakers, firstId }: TableStoredProps) {
  const made = [
    ...(sources > 0 ? [countOf(sources, "new source")] : []),
    ...(speakers > 0 ? [countOf(speakers, "new speaker")] : []),
  ];
  return (
    <div className="stack">
      <Note
        tone="pass"
        title={stored === 0 ? "Nothing in it was new" : `${countOf(stored, "statement")} stored`}
        isLive
      >
        <p>
          {made.length > 0 ? `With ${made.join(" and ")}. ` : ""}
          {known > 0 ? `${countOf(known, "row")} the record held already, or stood in the table twice. ` : ""}
          {stored > 0
            ? "They wait as captured statements: somebody takes each into review before it is published. Of their sources the record holds the quoted words; bring an article itself, and every quotation is looked for in it."
            : ""}
        </p>
      </Note>
      <div className="btns">
        {firstId === null ? null : (
          <LinkButton href={`/review/${firstId}` as Route} variant="main">
            Review the first
          </LinkButton>
        )}
        <LinkButton href={"/review?state=captured" as Route}>All that wait</LinkButton>
        <LinkButton href="/import/table">Bring another table</LinkButton>
      </div>
    </div>
  );
}
