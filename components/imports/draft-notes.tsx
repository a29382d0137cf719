import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";

interface DraftNotesProps {
  draft: {
    readonly publicId: string;
    readonly outletName: string;
    readonly stored: {
      readonly publicId: string;
      readonly title: string;
      readonly number: number;
      readonly statements: number;
    } | null;
  };
  /** What just happened: `encoding`, `open`, `details`. */
  notice: string | null;
}

/** What a reporter should know before deciding: nothing here stops the import. */
export function DraftNotes({ draft: { publicId, outletName, stored }, notice }: DraftNotesProps) {
  return (
    <div className="stack below-4">
      {notice === "encoding" ? (
        <Note tone="care" title="The file was not in UTF-8" isLive>
          <p>
            It was read as Windows-1252 (Western European). Check the accents and quotation marks below before
            you accept.
          </p>
        </Note>
      ) : null}
      {notice === "open" ? (
        <Note title="You had this text open already" isLive>
          <p>This is that import, with everything that you decided in it.</p>
        </Note>
      ) : null}
      {notice === "details" ? <Note tone="pass" title="Saved" isLive /> : null}
      {stored ? (
        <Note title="This text is stored already">
          <p>
            <Link href={`/sources/${stored.publicId}` as Route} dir="auto">
              {stored.title}
            </Link>
            , edition {stored.number}, has {countOf(stored.statements, "statement")}. What you store goes
            there; a statement that stands there already is not stored twice.
          </p>
        </Note>
      ) : null}
      {outletName === "" && !stored ? (
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
