import type { Route } from "next";
import { precisionOf } from "@/components/statements/said";
import { Link } from "@/components/ui/link";
import { countOf } from "@/components/ui/numeral";
import { Run } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { directionOf } from "@/lib/text";

interface ShownSource {
  readonly publicId: string;
  readonly title: string;
  readonly language: string;
  readonly author: string | null;
  readonly publishedOn: Date | null;
  readonly publishedOnPrecision: string | null;
  readonly outlet: { readonly name: string; readonly slug: string } | null;
  readonly editions: number;
  readonly statements: number;
}

/** Sources with what is recorded of them; what is not known says so. */
export function SourceList({ sources }: { sources: readonly ShownSource[] }) {
  return (
    <ul className="rows">
      {sources.map((source) => (
        <li key={source.publicId} data-list-item>
          <Link
            className="rows__title"
            href={`/sources/${source.publicId}` as Route}
            lang={source.language}
            dir={directionOf(source.title, source.language)}
            data-open
          >
            {source.title}
          </Link>
          <Run>
            {source.outlet ? (
              <Link href={`/sources?outlet=${source.outlet.slug}` as Route}>
                <bdi>{source.outlet.name}</bdi>
              </Link>
            ) : (
              <span>Outlet not recorded</span>
            )}
            {source.author ? <bdi>{source.author}</bdi> : null}
            {source.publishedOn ? (
              <Time value={source.publishedOn} precision={precisionOf(source.publishedOnPrecision)} />
            ) : (
              <span>Date not recorded</span>
            )}
            <span>{countOf(source.statements, "statement")}</span>
            {source.editions > 1 ? <span>{countOf(source.editions, "edition")}</span> : null}
          </Run>
        </li>
      ))}
    </ul>
  );
}
