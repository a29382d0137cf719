import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { isOverdue } from "@/lib/review";
import { type Worded, wordedInFull } from "@/lib/statements";
import { StateTag } from "./marks";
import { speakerName } from "./words";

interface QueueGlanceProps {
  items: readonly (Worded & {
    readonly publicId: string;
    readonly attribution: string;
    readonly speaker: { readonly name: string } | null;
    readonly dueOn: Date | null;
  })[];
  now: Date;
}

const LONGEST = 60;

/** The first statements of one's own queue. */
export function QueueGlance({ items, now }: QueueGlanceProps) {
  if (items.length === 0) return <p className="small">Nothing is assigned to you.</p>;
  return (
    <table className="table">
      <caption className="vh">Statements assigned to me</caption>
      <thead className="vh">
        <tr>
          <th scope="col">Statement</th>
          <th scope="col">Due</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.publicId}>
            <th scope="row">
              <Link href={`/review/${item.publicId}` as Route}>
                <bdi>{speakerName(item)}</bdi>: <bdi>{wordedInFull(item, { most: LONGEST })}</bdi>
              </Link>
              <br />
              <StateTag state={item.state} />
            </th>
            <td className="r nowrap">
              {item.dueOn ? (
                <>
                  {isOverdue(item.dueOn, now) ? "overdue, " : null}
                  <Time value={item.dueOn} precision="day" isShort />
                </>
              ) : (
                "no day set"
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
