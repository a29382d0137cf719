import type { Route } from "next";
import { FormTag } from "@/components/statements/marks";
import { Quotation } from "@/components/statements/quotation";
import { Link } from "@/components/ui/link";
import { Run, Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { StatementRow } from "@/lib/tables";
import { parseDated } from "@/lib/text";

export interface ShownRow {
  readonly said: StatementRow;
  readonly becomes: "new" | "known" | "double";
  readonly statementId: string | null;
  readonly speaker: { readonly name: string; readonly how: "new" | "known" | "asked" } | null;
  readonly source: { readonly title: string; readonly publicId: string | null };
}

const MOST_SHOWN_UTF16 = 400;

/** The first rows of a table as the statements that they would become. */
export function RowList({ rows }: { rows: readonly ShownRow[] }) {
  return (
    <ol className="list tab__rows">
      {rows.map((row) => (
        <li key={row.said.number}>
          <Row {...row} />
        </li>
      ))}
    </ol>
  );
}

function Row({ said, becomes, statementId, speaker, source }: ShownRow) {
  const { wording, form, language, originalWording, originalLanguage, role, place, event, addressee } = said;
  const statement = {
    ...{ wording, form, language, isDenial: false, introduction: null, state: "captured" },
    ...{ originalWording: originalWording || null, originalLanguage: originalLanguage || null },
    ...{ translatedBy: null, editMarks: "[]", hops: [], verdicts: [], corrections: [], retractions: [] },
  };
  const saidOn = parseDated(said.saidOn);
  return (
    <article className="sent sent--plain" aria-label={`Row ${said.number}`}>
      <div>
        <Quotation statement={statement} size="list" most={MOST_SHOWN_UTF16} />
        <p className="by">
          {speaker === null ? <i>nobody is named</i> : <b dir="auto">{speaker.name}</b>}
          {role === "" ? null : (
            <>
              , <span dir="auto">{role}</span>
            </>
          )}
        </p>
        <Run>
          {saidOn === null ? null : <Time value={saidOn.on} precision={saidOn.precision} isShort />}
          {said.saidOnNote === "" ? null : <bdi>{said.saidOnNote}</bdi>}
          {[place, event].filter(Boolean).map((words) => (
            <bdi key={words}>{words}</bdi>
          ))}
          {addressee === "" ? null : <span>to {addressee}</span>}
          {source.publicId === null ? (
            <bdi>{source.title}</bdi>
          ) : (
            <Link href={`/sources/${source.publicId}` as Route}>
              <bdi>{source.title}</bdi>
            </Link>
          )}
          {said.source.outlet === "" ? null : <bdi>{said.source.outlet}</bdi>}
        </Run>
      </div>
      <div className="side">
        <span className="small">Row {said.number}</span>
        <FormTag form={form} />
        <Becomes becomes={becomes} statementId={statementId} />
        {speaker?.how === "new" ? <Tag icon="user-round-plus">new speaker</Tag> : null}
        {speaker?.how === "asked" ? (
          <Tag icon="circle-help" tone="care">
            who is meant?
          </Tag>
        ) : null}
      </div>
    </article>
  );
}

function Becomes({ becomes, statementId }: Pick<ShownRow, "becomes" | "statementId">) {
  if (becomes === "new") return <Tag icon="plus">becomes a statement</Tag>;
  if (becomes === "double" || statementId === null) return <Tag icon="copy">stands here twice</Tag>;
  return (
    <Tag icon="check">
      held already as <Link href={`/statements/${statementId}` as Route}>{statementId}</Link>
    </Tag>
  );
}
