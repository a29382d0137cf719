import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { TableProblem } from "@/lib/tables";

/** What is wrong with a table and what is told of it, by row and column, with what to do. */
export function TableProblems({ problems, all }: { problems: readonly TableProblem[]; all: number }) {
  return (
    <>
      <Table label="Problems" className="tab__problems">
        <thead>
          <tr>
            <th scope="col" className="r">
              Row
            </th>
            <th scope="col">Column</th>
            <th scope="col">What to do</th>
            <th scope="col">Weight</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ weight, row, column, message }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two of one row may say the same, and the list never moves
            <tr key={index}>
              <td className="r num">
                <span className="tab__row">Row </span>
                {row}
              </td>
              <td>
                {column === null ? (
                  "–"
                ) : (
                  <>
                    <span className="id">{column.letter}</span> <bdi>{column.name}</bdi>
                  </>
                )}
              </td>
              <td dir="auto">{message}</td>
              <td>
                {weight === "stop" ? (
                  <Tag icon="circle-x" tone="stop">
                    stops
                  </Tag>
                ) : (
                  <Tag icon="triangle-alert" tone="care">
                    told
                  </Tag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {all > problems.length ? (
        <p className="small above-2">
          The first {problems.length} of {all.toLocaleString("en-GB")}. Mend these and look again.
        </p>
      ) : null}
    </>
  );
}
