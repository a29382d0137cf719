import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";

interface KnownSource {
  readonly publicId: string;
  readonly title: string;
  readonly number: number;
  readonly statements: number;
  /** It has this very text, and not another of the same address. */
  readonly isSameText: boolean;
  /** Its person said that this is another edition of it. */
  readonly isSaid: boolean;
  readonly older: { readonly isFetched: boolean } | null;
  readonly unchanged: number;
  readonly changed: number;
}

interface DraftNotesProps {
  draft: {
    readonly publicId: string;
    readonly outletName: string;
    readonly record: KnownSource | null;
    readonly arrivals: readonly { readonly notices: readonly string[] }[];
  };
  /** What just happened: `open`, `details`. */
  notice: string | null;
}

/** What a reporter should know before deciding: nothing here stops the import. */
export function DraftNotes({ draft, notice }: DraftNotesProps) {
  const { publicId, outletName, record, arrivals } = draft;
  const told = arrivals[0]?.notices ?? [];
  return (
    <div className="stack below-4">
      {told.length > 0 ? (
        <Note tone="care" title="How it was read">
          {told.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Note>
      ) : null}
      {notice === "open" ? (
        <Note title="You had this text open already" isLive>
          <p>This is that import, with everything that you decided in it.</p>
        </Note>
      ) : null}
      {notice === "details" || notice === "near" ? <Note tone="pass" title="Saved" isLive /> : null}
      {record ? <RecordNote record={record} /> : null}
      {outletName === "" && !record ? (
        <Note tone="care" title="The outlet is not recorded">
          <p>
            The text does not say who published it. You can go on; every citation will lack it until{" "}
            <Link href={`/import/${publicId}?about#about` as Route}>the source has an outlet</Link>.
          </p>
        </Note>
      ) : null}
    </div>
  );
}

/** What of the text the record holds, when it holds the text or its address. */
function RecordNote({ record }: { record: KnownSource }) {
  const { publicId, title, number, statements, isSameText, isSaid, older, unchanged, changed } = record;
  const others = statements - unchanged - changed;
  return (
    <Note
      title={
        isSameText
          ? "This text is stored already"
          : isSaid
            ? "This becomes the next edition of a source of the record"
            : "This address is in the record, with another text"
      }
    >
      <p>
        <Link href={`/sources/${publicId}` as Route} dir="auto">
          {title}
        </Link>
        , edition {number}, has {countOf(statements, "statement")}.{" "}
        {older?.isFetched
          ? "Its publisher went back to this text: storing looks for the statements of the source in it again. "
          : older
            ? "The source has a later text. "
            : ""}
        {isSameText ? "What you store goes there." : "What you store becomes its next edition."}
      </p>
      {unchanged + changed > 0 ? (
        <p>
          {unchanged > 0
            ? `${countOf(unchanged, "statement")} ${unchanged === 1 ? "stands" : "stand"} here unchanged: nothing of ${unchanged === 1 ? "it" : "them"} is to be decided or stored again. `
            : ""}
          {changed > 0
            ? `${countOf(changed, "statement")} changed: read ${changed === 1 ? "it" : "them"} beside the former words below. `
            : ""}
          {others > 0 && !isSameText
            ? `${countOf(others, "statement")} of the record ${others === 1 ? "was" : "were"} not found in this text.`
            : ""}
        </p>
      ) : null}
    </Note>
  );
}
