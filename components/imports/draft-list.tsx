import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { countOf } from "@/components/ui/numeral";
import { Run } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { directionOf } from "@/lib/text";

interface ShownDraft {
  readonly publicId: string;
  readonly title: string;
  readonly language: string;
  readonly outletName: string;
  readonly createdAt: Date;
  readonly counts: { readonly all: number; readonly accepted: number; readonly pending: number };
}

/** The imports that are not stored yet, to go on with. */
export function DraftList({ drafts }: { drafts: readonly ShownDraft[] }) {
  return (
    <ul className="rows">
      {drafts.map(({ publicId, title, language, outletName, createdAt, counts }) => (
        <li key={publicId} data-list-item>
          <Link
            className="rows__title"
            href={`/import/${publicId}` as Route}
            lang={language}
            dir={directionOf(title, language)}
          >
            {title}
          </Link>
          <Run>
            <Time value={createdAt} precision="time" isShort />
            {outletName ? <bdi>{outletName}</bdi> : null}
            <span>{countOf(counts.all, "proposal")}</span>
            <span>{counts.accepted} accepted</span>
            <span>{counts.pending} to decide</span>
          </Run>
        </li>
      ))}
    </ul>
  );
}
