import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { Run } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";

interface ShownTable {
  readonly publicId: string;
  readonly name: string;
  readonly createdAt: Date;
}

/** The tables that are not stored yet, to go on with. */
export function TableList({ tables }: { tables: readonly ShownTable[] }) {
  return (
    <ul className="rows">
      {tables.map(({ publicId, name, createdAt }) => (
        <li key={publicId} data-list-item>
          <Link className="rows__title" href={`/import/table/${publicId}` as Route} dir="auto">
            {name}
          </Link>
          <Run>
            <Time value={createdAt} precision="time" isShort />
            <span className="id">{publicId}</span>
          </Run>
        </li>
      ))}
    </ul>
  );
}
