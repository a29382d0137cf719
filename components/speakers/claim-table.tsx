import type { Route } from "next";
import type { ComponentProps } from "react";
import { StanceTag } from "@/components/statements/claim-positions";
import { SaidShort } from "@/components/statements/said";
import { Link } from "@/components/ui/link";
import { countOf, Numeral } from "@/components/ui/numeral";
import { Table } from "@/components/ui/table";

/** So many statements stand on a line of those that are alike; the list of the rest is a press away. */
const MOST_ON_A_LINE = 3;
const MOST_LINES = 12;

interface ClaimTableProps {
  /** The address of the speaker, for the list of all that they said on a claim. */
  speaker: string;
  claims: readonly {
    readonly claim: { readonly slug: string; readonly proposition: string };
    readonly positions: readonly {
      readonly stance: string;
      readonly statement: { readonly publicId: string } & ComponentProps<typeof SaidShort>;
    }[];
    readonly changes: number;
    readonly others: number;
  }[];
}

/**
 * The position that a speaker took on each claim; a change of position stands on its own line. Of more than are drawn the newest
 * lines stand, and on a line the newest statements, with the way to all of them.
 */
export function ClaimTable({ claims, speaker }: ClaimTableProps) {
  return (
    <Table label="Positions by claim" least="m">
      <thead>
        <tr>
          <th scope="col" className="w-40">
            Claim
          </th>
          <th scope="col">Position</th>
          <th scope="col">Statement</th>
          <th scope="col">Change</th>
          <th scope="col" className="r">
            Other speakers on it
          </th>
        </tr>
      </thead>
      <tbody>
        {claims.map(({ claim, positions, changes, others }) => {
          const all = asLines(positions);
          const lines = all.slice(-MOST_LINES);
          const isCut = lines.length < all.length;
          const said = `/statements?speaker=${speaker}&claim=${claim.slug}`;
          return lines.map(({ stance, statements }, index) => (
            <tr key={`${claim.slug} ${statements[0]?.publicId}`}>
              {index === 0 ? (
                <th scope="row" rowSpan={lines.length}>
                  <Link href={`/claims/${claim.slug}` as Route}>{claim.proposition}</Link>
                </th>
              ) : null}
              <td>
                <StanceTag stance={stance} />
              </td>
              <td>
                {statements.length > MOST_ON_A_LINE ? (
                  <Link href={said as Route} className="small">
                    {countOf(statements.length - MOST_ON_A_LINE, "statement")} before
                  </Link>
                ) : null}
                {statements.slice(-MOST_ON_A_LINE).map((statement) => (
                  <div key={statement.publicId} className="nowrap">
                    <Link href={`/statements/${statement.publicId}` as Route} className="id">
                      {statement.publicId}
                    </Link>{" "}
                    <span className="meta">
                      <SaidShort {...statement} />
                    </span>
                  </div>
                ))}
              </td>
              <td className="meta" data-label="Change">
                {index > 0 ? (
                  "changed"
                ) : isCut ? (
                  <Link href={said as Route}>{countOf(all.length - lines.length, "change")} before</Link>
                ) : changes === 0 ? (
                  "none found"
                ) : (
                  "the first"
                )}
              </td>
              {index === 0 ? (
                <td className="r" rowSpan={lines.length} data-label="Other speakers">
                  <Numeral value={others} />
                </td>
              ) : null}
            </tr>
          ));
        })}
      </tbody>
    </Table>
  );
}

/** Positions in time, those in a row that are alike on one line. */
function asLines(positions: ClaimTableProps["claims"][number]["positions"]) {
  const lines: { stance: string; statements: (typeof positions)[number]["statement"][] }[] = [];
  for (const { stance, statement } of positions) {
    const last = lines.at(-1);
    if (last?.stance === stance) last.statements.push(statement);
    else lines.push({ stance, statements: [statement] });
  }
  return lines;
}
