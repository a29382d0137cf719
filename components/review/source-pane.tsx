import type { Route } from "next";
import { SignBefore, type Signed } from "@/components/statements/sign-before";
import { Facts } from "@/components/ui/facts";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { Time, type TimePrecision } from "@/components/ui/time";
import { now } from "@/lib/env";
import { aheadOfPublication } from "@/lib/sources";
import { directionOf, typedDate } from "@/lib/text";

interface SourcePaneProps {
  statement: Signed & { readonly form: string };
  /** The sentences around the words, from the newest edition that holds them; null when they are not found there. */
  around: { before: string; words: string; after: string } | null;
  source: {
    publicId: string;
    title: string;
    author: string | null;
    address: string | null;
    language: string;
    publishedOn: Date | null;
    publishedOnPrecision: string | null;
    outlet: { name: string } | null;
  };
  anchor: {
    state: string;
    explanation: string;
    startUtf16: number;
    endUtf16: number;
    edition: { number: number; sha256: string; retrievedAt: Date };
  } | null;
  editions: number;
  capturedBy: string | null;
}

const ANCHOR_ICONS: Readonly<Record<string, IconName>> = {
  exact: "anchor",
  moved: "move-right",
  changed: "diff",
  lost: "unlink",
};

/** The words where they stand, and what they stand in. */
export function SourcePane({ statement, around, source, anchor, editions, capturedBy }: SourcePaneProps) {
  const ahead = aheadOfPublication(typedDate(source.publishedOn, source.publishedOnPrecision), now());
  return (
    <>
      <h2>
        Source{" "}
        {anchor ? (
          <span className="meta">
            edition {anchor.edition.number} of {editions}
          </span>
        ) : null}
      </h2>
      {around ? (
        <div
          className="ctx"
          lang={source.language}
          dir={directionOf(`${around.words}${around.before}`, source.language)}
        >
          <p>
            {around.before}
            <SignBefore statement={statement} />
            <mark className={`hl hl--${statement.form} hl--now`}>{around.words}</mark>
            {around.after}
          </p>
        </div>
      ) : (
        <Tag icon="unlink">The words stand in no edition of this source</Tag>
      )}
      <div className="above-5">
        <Facts
          facts={[
            {
              name: "Source",
              value: (
                <Link href={`/sources/${source.publicId}` as Route}>
                  <bdi>{source.title}</bdi>
                </Link>
              ),
            },
            { name: "Outlet", value: source.outlet?.name ?? <Tag icon="circle-dashed">not recorded</Tag> },
            { name: "Author", value: source.author ?? <Tag icon="circle-dashed">not recorded</Tag> },
            {
              name: "Published",
              value: source.publishedOn ? (
                <>
                  <Time
                    value={source.publishedOn}
                    precision={(source.publishedOnPrecision ?? "day") as TimePrecision}
                    isShort
                  />
                  {ahead === null ? null : <p className="small">{ahead}</p>}
                </>
              ) : (
                <Tag icon="circle-dashed">not recorded</Tag>
              ),
            },
            ...(anchor
              ? [
                  { name: "Retrieved", value: <Time value={anchor.edition.retrievedAt} isShort /> },
                  {
                    name: "Anchor",
                    value: (
                      <>
                        <Icon name={ANCHOR_ICONS[anchor.state] ?? "anchor"} /> {anchor.state}, characters{" "}
                        {anchor.startUtf16.toLocaleString("en-GB")}–{anchor.endUtf16.toLocaleString("en-GB")}
                        {anchor.explanation ? <p className="small">{anchor.explanation}</p> : null}
                      </>
                    ),
                  },
                ]
              : []),
            { name: "Captured by", value: capturedBy ?? "Verbatim" },
          ]}
        />
      </div>
    </>
  );
}
