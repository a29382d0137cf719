import type { Route } from "next";
import { StanceTag } from "@/components/statements/claim-positions";
import { Link } from "@/components/ui/link";
import { Numeral } from "@/components/ui/numeral";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";

interface ClaimTableProps {
  claims: readonly {
    readonly claim: { readonly slug: string; readonly proposition: string };
    readonly positions: readonly {
      readonly stance: string;
      readonly statement: { readonly publicId: string; readonly occurredAt: Date };
    }[];
    readonly changes: number;
    readonly others: number;
  }[];
}

/** The position that a speaker took on each claim; a change of position stands on its own line. */
export function ClaimTable({ claims }: ClaimTableProps) {
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
          const lines = asLines(positions);
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
                {statements.map(({ publicId, occurredAt }) => (
                  <div key={publicId} className="nowrap">
                    <Link href={`/statements/${publicId}` as Route} className="id">
                      {publicId}
                    </Link>{" "}
                    <span className="meta">
                      <Time value={occurredAt} precision="day" isShort />
                    </span>
                  </div>
                ))}
              </td>
              <td className="meta">
                {index === 0 ? (changes === 0 ? "none found" : "the first") : "changed"}
              </td>
              {index === 0 ? (
                <td className="r" rowSpan={lines.length}>
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
