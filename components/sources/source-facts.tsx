import type { Route } from "next";
import { Fragment } from "react";
import { precisionOf } from "@/components/statements/said";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { authorsOf, writeNames } from "@/lib/names";
import { type SavePage, savePagesFor } from "@/lib/sources";
import { languageName } from "@/lib/statements";

interface SourceFactsProps {
  /** Whether the reader may record where a copy is kept. */
  mayArchive?: boolean;
  /** When its address was last asked again, where that is shown. */
  checkedAt?: Date | null;
  source: {
    readonly publicId: string;
    readonly kind: string;
    readonly author: string | null;
    readonly authorNames: string | null;
    readonly titleRomanised: string | null;
    readonly titleTranslated: string | null;
    readonly address: string | null;
    readonly archiveAddress: string | null;
    readonly publishedOn: Date | null;
    readonly publishedOnPrecision: string | null;
    readonly language: string;
    readonly outlet: { readonly name: string; readonly slug: string } | null;
  };
}

const UNKNOWN = <span className="unknown">not recorded</span>;

/** What is known of a source; what is not is said to be missing. */
export function SourceFacts({ source, checkedAt = null, mayArchive = false }: SourceFactsProps) {
  const { outlet, author, publishedOn, address, kind, language } = source;
  const names = authorsOf(source);
  const savePages = mayArchive && !source.archiveAddress ? savePagesFor(address) : [];
  return (
    <Facts
      columns={2}
      facts={[
        {
          name: "Outlet",
          value: outlet ? (
            <Link href={`/outlets/${outlet.slug}` as Route}>
              <bdi>{outlet.name}</bdi>
            </Link>
          ) : (
            UNKNOWN
          ),
        },
        {
          name: "Published",
          value: publishedOn ? (
            <Time value={publishedOn} precision={precisionOf(source.publishedOnPrecision)} />
          ) : (
            UNKNOWN
          ),
        },
        { name: "Author", value: author ? <span dir="auto">{author}</span> : UNKNOWN },
        ...(names.length > 0
          ? [
              {
                name: "Cited as",
                value: <bdi>{writeNames(names).replaceAll("\n", "; ")}</bdi>,
              },
            ]
          : []),
        {
          name: "Address",
          value:
            address && /^https?:\/\//.test(address) ? (
              <a href={address} rel="noopener nofollow external">
                {address}
              </a>
            ) : (
              (address ?? UNKNOWN)
            ),
        },
        ...(checkedAt === null
          ? []
          : [{ name: "Last read again", value: <Time value={checkedAt} precision="time" /> }]),
        ...(source.archiveAddress
          ? [
              {
                name: "Archived copy",
                value: (
                  <a href={source.archiveAddress} rel="noopener nofollow external">
                    {source.archiveAddress}
                  </a>
                ),
              },
            ]
          : []),
        ...(savePages.length > 0
          ? [{ name: "Archived copy", value: <MakeCopy pages={savePages} publicId={source.publicId} /> }]
          : []),
        ...[
          { name: "Title in Latin letters", value: source.titleRomanised },
          { name: "Title translated", value: source.titleTranslated },
        ].flatMap(({ name, value }) => (value ? [{ name, value: <bdi>{value}</bdi> }] : [])),
        { name: "Kind", value: sourceKindWord(kind) },
        { name: "Language", value: languageName(language) },
        { name: "Identifier", value: <span className="num">{source.publicId}</span> },
      ]}
    />
  );
}

/** Where a copy is made by one press, and where its address is kept then. */
function MakeCopy({ pages, publicId }: { pages: readonly SavePage[]; publicId: string }) {
  return (
    <>
      {UNKNOWN}. Make one at{" "}
      {pages.map(({ name, href }, index) => (
        <Fragment key={name}>
          {index > 0 ? " or " : null}
          <a href={href} target="_blank" rel="noopener noreferrer nofollow external">
            {name}
            <span className="vh"> (in another tab)</span>
          </a>
        </Fragment>
      ))}
      , then <Link href={`/sources/${publicId}/edit` as Route}>record its address</Link>.
    </>
  );
}

/** How a kind of source is called. */
export function sourceKindWord(kind: string): string {
  const words = kind.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
