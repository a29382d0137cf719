import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";

type Query = string | string[] | undefined;

interface StoredNoteProps {
  stored?: Query;
  known?: Query;
  pending?: Query;
  /** Where it was stored, when this is another page. */
  source?: Query;
}

/** What storing an import did, in the answer to it. */
export function StoredNote({ stored, known, pending, source }: StoredNoteProps) {
  if (stored === undefined) return null;
  const [now, before, open] = [numberOf(stored), numberOf(known), numberOf(pending)];
  const isElsewhere = typeof source === "string" && /^src-[\w-]+$/.test(source);
  return (
    <Note tone="pass" title={`${countOf(now, "statement")} stored`} isLive>
      <p>
        {before > 0
          ? `${countOf(before, "statement")} stood here already and ${before === 1 ? "was" : "were"} not stored again. `
          : ""}
        {open > 0
          ? `${countOf(open, "proposal")} still to decide: the import stays open for you.`
          : now > 0
            ? "They wait for review as captured statements."
            : "Nothing else was to be stored."}
      </p>
      <p>
        {isElsewhere ? (
          <Link href={`/sources/${source}` as Route}>Read the source</Link>
        ) : (
          <Link href="/import">Import the next article</Link>
        )}
      </p>
    </Note>
  );
}

function numberOf(value: Query): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : 0;
}
