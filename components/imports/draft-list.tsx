import type { Route } from "next";
import Link from "next/link";
import { countOf } from "@/components/ui/numeral";
import { Run } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";

interface ShownDraft {
  readonly publicId: string;
  readonly title: string;
  readonly outletName: string;
  readonly createdAt: Date;
  readonly counts: { readonly all: number; readonly accepted: number; readonly pending: number };
}

/** The imports that are not stored yet, to go on with. */
export function DraftList({ drafts }: { drafts: readonly ShownDraft[] }) {
  return (
    <ul className="rows">
      {drafts.map(({ publicId, title, outletName, createdAt, counts }) => (
        <li key={publicId} data-list-item>
          <Link className="rows__title" href={`/import/${publicId}` as Route} dir="auto">
            {title}
          </Link>
          <Run>
            <Time value={createdAt} precision="time" isShort />
            {outletName ? <span>{outletName}</span> : null}
            <span>{countOf(counts.all, "proposal")}</span>
            <span>{counts.accepted} accepted</span>
            <span>{counts.pending} to decide</span>
          </Run>
        </li>
      ))}
    </ul>
  );
}
