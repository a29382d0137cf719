import { Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";

type Query = string | string[] | undefined;

/** What storing an import did, in the answer to it. */
export function StoredNote({ stored, known, pending }: { stored: Query; known: Query; pending: Query }) {
  if (stored === undefined) return null;
  const [now, before, open] = [numberOf(stored), numberOf(known), numberOf(pending)];
  return (
    <Note tone="pass" title={`${countOf(now, "statement")} stored`} isLive>
      <p>
        {before > 0
          ? `${countOf(before, "statement")} stood here already and ${before === 1 ? "was" : "were"} not stored again. `
          : ""}
        {open > 0
          ? `${countOf(open, "proposal")} still to decide: the import stays open for you.`
          : "They wait for review as captured statements."}
      </p>
    </Note>
  );
}

function numberOf(value: Query): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : 0;
}
