import type { Metadata, Route } from "next";
import { changeInWords } from "@/components/sources/change-in-words";
import { ChangedText, TouchedList } from "@/components/sources/changed-text";
import { PrintButton } from "@/components/statements/print-button.client";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Crumbs, Page, PageHead, Section } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { directionOf } from "@/lib/text";
import { readCompared } from "./read";

type Props = PageProps<"/sources/[id]/editions/[pair]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, pair } = await params;
  const { title, from, to } = await readCompared(id, pair);
  // what a page of two texts says is the source's, and is not found instead of it
  return { title: `Editions ${from.number} and ${to.number}. ${title}`, robots: { index: false } };
}

export default async function EditionsPage({ params }: Props) {
  const { id, pair } = await params;
  const compared = await readCompared(id, pair);
  const { publicId, title, language, isWhole, from, to, stretches, statements, isSameText } = compared;
  const address = `/sources/${publicId}`;
  const isShown = stretches.some(({ kind }) => kind !== "same");
  return (
    <Page printTitle={`${title}, editions ${from.number} and ${to.number}`}>
      <Crumbs
        above={[
          { href: "/sources", label: "Sources" },
          { href: address as Route, label: publicId },
        ]}
        here={`Editions ${from.number} and ${to.number}`}
      />
      <PageHead
        title={
          <>
            What changed in{" "}
            <span lang={language} dir={directionOf(title, language)}>
              {title}
            </span>
          </>
        }
        lede={
          <>
            Edition {from.number}, retrieved <Time value={from.retrievedAt} precision="time" />, and edition{" "}
            {to.number}, retrieved <Time value={to.retrievedAt} precision="time" />:{" "}
            {changeInWords(compared, isSameText)}
          </>
        }
        actions={
          <>
            <LinkButton href={address as Route} icon="file-text">
              The source
            </LinkButton>
            <PrintButton />
          </>
        }
      />
      <Section
        id="statements"
        title="What became of its statements"
        margin={
          isWhole
            ? "Those of the former edition. Quotation marks, dashes, spaces and hidden signs alone are no change."
            : "Those that are published where both editions have them."
        }
      >
        {statements.length > 0 ? (
          <TouchedList statements={statements} language={language} />
        ) : (
          <p>No statement that can be shown here stands in the former edition.</p>
        )}
      </Section>
      <Section
        id="text"
        title={isWhole ? "The texts" : "The sentences around them"}
        margin={
          <p>
            <del className="was">Struck through</del> what the later edition does not have,{" "}
            <ins className="now">underlined twice</ins> what the former did not.
          </p>
        }
        isLast
      >
        {isShown ? (
          <ChangedText stretches={stretches} language={language} />
        ) : (
          <p>No word of what is shown here differs.</p>
        )}
        <p className="noprint small above-4">
          For programs:{" "}
          <Link href={`${address}/editions/${from.number}..${to.number}.json` as Route}>
            the same as JSON
          </Link>
        </p>
      </Section>
    </Page>
  );
}
