import type { Route } from "next";
import { Found } from "@/components/statements/found";
import { Link } from "@/components/ui/link";
import { Run } from "@/components/ui/tag";
import type { Query } from "@/lib/query";
import { directionOf } from "@/lib/text";

interface ShownText {
  readonly source: {
    readonly publicId: string;
    readonly title: string;
    readonly language: string;
    readonly outlet: { readonly name: string } | null;
  };
  readonly edition: number;
  readonly places: readonly {
    readonly startUtf16: number;
    readonly endUtf16: number;
    readonly around: string;
    readonly capturedAs: readonly string[];
  }[];
}

/** Where the words of a search stand in whole texts, each place with what was captured of it and the way to it. */
export function FoundTexts({ texts, query }: { texts: readonly ShownText[]; query: Query }) {
  return (
    <ul className="rows">
      {texts.map(({ source, edition, places }) => (
        <li key={`${source.publicId} ${edition}`} data-list-item>
          <Link
            className="rows__title"
            href={`/sources/${source.publicId}?edition=${edition}` as Route}
            lang={source.language}
            dir={directionOf(source.title, source.language)}
            data-open
          >
            {source.title}
          </Link>
          <Run>
            {source.outlet ? <bdi>{source.outlet.name}</bdi> : <span>Outlet not recorded</span>}
            <span>Edition {edition}</span>
          </Run>
          <ul className="places">
            {places.map(({ startUtf16, endUtf16, around, capturedAs }) => (
              <li key={startUtf16}>
                <span lang={source.language} dir={directionOf(around, source.language)}>
                  <Found text={around} query={query} />
                </span>{" "}
                <span className="meta">
                  {capturedAs.length === 0 ? (
                    <>
                      Not captured yet:{" "}
                      <Link
                        href={
                          `/sources/${source.publicId}?edition=${edition}&at=${startUtf16}-${endUtf16}#place` as Route
                        }
                        aria-label={`Look at this place in ${source.title} and capture`}
                      >
                        capture
                      </Link>
                    </>
                  ) : (
                    capturedAs.map((id, nth) => (
                      <span key={id}>
                        {nth === 0 ? "Captured: " : ", "}
                        <Link href={`/statements/${id}` as Route}>{id}</Link>
                      </span>
                    ))
                  )}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
