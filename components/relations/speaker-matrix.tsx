import type { Route } from "next";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { countOf } from "@/components/ui/numeral";
import { Scroll } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { type MatrixCell, matrixOf, type SpeakerPairCounts } from "./matrix";

const MOST_SPEAKERS = 20;

/** Who contradicts whom, as a table of which only the half below the diagonal is filled. */
export function SpeakerMatrix({ pairs }: { pairs: readonly SpeakerPairCounts[] }) {
  const { speakers, rows, leftOut } = matrixOf(pairs, MOST_SPEAKERS);
  if (speakers.length === 0) return <p className="small">No two named speakers contradict each other yet.</p>;
  return (
    <>
      <Scroll label="Matrix of speakers">
        <table className="matrix">
          <caption className="vh">
            Contradictions between speakers; columns are numbered like the rows
          </caption>
          <thead>
            <tr>
              <td />
              {speakers.map(({ slug, name }, index) => (
                <th key={slug} scope="col">
                  <abbr title={name}>{index + 1}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {speakers.map((row, rowIndex) => (
              <tr key={row.slug}>
                <th scope="row">
                  <b>{rowIndex + 1}</b>
                  <Link href={`/speakers/${row.slug}` as Route}>{row.name}</Link>
                </th>
                {speakers.map((column, columnIndex) => (
                  <Cell
                    key={column.slug}
                    row={row}
                    column={column}
                    cell={rows[rowIndex]?.[columnIndex] ?? null}
                    isMirror={columnIndex > rowIndex}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="legend">
        <Tag icon="equal-not">confirmed</Tag>
        <Tag icon="check">resolved</Tag>
        <Tag icon="circle-dashed">suggested, not confirmed</Tag>
      </p>
      {leftOut > 0 ? (
        <p className="small">
          The {countOf(speakers.length, "speaker")} in most contradictions; {leftOut} more have no row here.
        </p>
      ) : null}
    </>
  );
}

interface CellProps {
  row: { slug: string; name: string };
  column: { slug: string; name: string };
  cell: MatrixCell | null;
  isMirror: boolean;
}

function Cell({ row, column, cell, isMirror }: CellProps) {
  const isSelf = row.slug === column.slug;
  if (!cell) {
    return (
      <td className={isMirror ? "mirror" : isSelf ? "self" : undefined}>{isSelf ? <SameSpeaker /> : null}</td>
    );
  }
  const speakers = isSelf ? `speaker=${row.slug}` : `speaker=${row.slug}&speaker=${column.slug}`;
  return (
    <td className={isSelf ? "self" : undefined}>
      <Link
        href={`/contradictions?${speakers}` as Route}
        aria-label={`${isSelf ? `${row.name} with self` : `${row.name} and ${column.name}`}: ${inWords(cell)}`}
      >
        <Icon name={iconOf(cell)} />
        {cell.total > 1 ? cell.total : null}
      </Link>
    </td>
  );
}

function SameSpeaker() {
  return <span className="vh">same speaker</span>;
}

function iconOf({ confirmed, resolved }: MatrixCell) {
  if (confirmed > 0) return "equal-not";
  return resolved > 0 ? "check" : "circle-dashed";
}

function inWords({ confirmed, resolved, suggested }: MatrixCell): string {
  const parts = [
    confirmed > 0 ? `${confirmed} confirmed` : "",
    resolved > 0 ? `${resolved} resolved` : "",
    suggested > 0 ? `${suggested} suggested` : "",
  ];
  return parts.filter(Boolean).join(", ");
}
