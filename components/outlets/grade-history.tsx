import type { Route } from "next";
import { Grade } from "@/components/sourcing/grade";
import { Link } from "@/components/ui/link";
import { countOf } from "@/components/ui/numeral";
import { Run } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { RELIABILITIES } from "@/lib/sourcing";
import { directionOf } from "@/lib/text";

interface GradeHistoryProps {
  counts: readonly { readonly reliability: string; readonly count: number }[];
  newest: readonly {
    readonly id: string;
    readonly reliability: string;
    readonly credibility: number;
    readonly assessedAt: Date;
    readonly statement: {
      readonly publicId: string;
      readonly source: { readonly publicId: string; readonly title: string; readonly language: string };
    };
  }[];
}

/** How reliable reviewers judged what an outlet published: the letters as they were given, counted and never averaged. */
export function GradeHistory({ counts, newest }: GradeHistoryProps) {
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <p>
        Of {countOf(all, "statement")} whose sourcing was assessed:{" "}
        {counts
          .map(({ reliability, count }) => `${count} ${reliability} (${wordOf(reliability)})`)
          .join(", ")}
        . What is assessed is a choice of the desk’s and no sample of what the outlet publishes.
      </p>
      {newest.length === 0 ? null : (
        <ul className="rows">
          {newest.map(({ id, reliability, credibility, assessedAt, statement: { publicId, source } }) => (
            <li key={id}>
              <Link
                className="rows__title"
                href={`/statements/${publicId}` as Route}
                lang={source.language}
                dir={directionOf(source.title, source.language)}
              >
                {source.title}
              </Link>
              <Run>
                <Grade reliability={reliability} credibility={credibility} withWords />
                <span className="num">{publicId}</span>
                <Time value={assessedAt} precision="day" />
              </Run>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const wordOf = (letter: string) => RELIABILITIES.find(({ key }) => key === letter)?.label ?? letter;
