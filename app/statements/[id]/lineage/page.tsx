import type { Metadata, Route } from "next";
import { printTitleOf, titleOf } from "@/app/statements/[id]/metadata";
import { printedInWords } from "@/components/lineage/lineage-words";
import { PrintingList } from "@/components/lineage/printing-list";
import { PrintButton } from "@/components/statements/print-button.client";
import { Quotation } from "@/components/statements/quotation";
import { SaidInWords } from "@/components/statements/said";
import { StatementNotice } from "@/components/statements/statement-notice";
import { speakerName, upperFirst } from "@/components/statements/words";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Crumbs, Page, PageHead, Section } from "@/components/ui/page";
import { absoluteUrl, deskName } from "@/lib/http";
import { printedIn } from "@/lib/lineage";
import { wordedInFull } from "@/lib/statements";
import { readLineage } from "./read";

type Props = PageProps<"/statements/[id]/lineage">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { statement } = await readLineage((await params).id);
  const url = absoluteUrl(`/statements/${statement.publicId}/lineage`);
  const title = titleOf(statement, "Where it was printed.");
  const description = wordedInFull(statement, { most: 160 });
  return {
    title,
    description,
    alternates: { canonical: url, types: { "application/json": `${url}.json` } },
    openGraph: { type: "article", siteName: deskName(), url, title, description },
    twitter: { card: "summary", title, description },
  };
}

export default async function LineagePage({ params }: Props) {
  const { statement, rows, isCut } = await readLineage((await params).id);
  const { publicId } = statement;
  const address = `/statements/${publicId}`;
  const printed = printedIn(rows.map(({ printing }) => printing));
  return (
    <Page printTitle={`${printTitleOf(statement)}, where it was printed`}>
      <Crumbs
        above={[
          { href: "/statements", label: "Statements" },
          { href: address as Route, label: publicId },
        ]}
        here="Where it was printed"
      />
      <PageHead
        title="Where it was printed"
        lede={
          printed.places < 2
            ? "In one place, as far as what is recorded here tells. That says what was found, not that there is no other."
            : printedInWords(printed)
        }
        actions={
          <>
            <LinkButton href={address as Route} icon="quote">
              The statement
            </LinkButton>
            <PrintButton />
          </>
        }
      />
      <article>
        <StatementNotice
          href={address}
          corrections={statement.corrections}
          retractions={statement.retractions}
        />
        <Section id="words" title="The words" margin="As this statement has them.">
          <Quotation statement={statement} size="reading" href={address} />
          <p className="byline above-3">
            <b>
              <bdi>{speakerName(statement)}</bdi>
            </b>
            {statement.roleThen ? `, ${upperFirst(statement.roleThen)}` : ""}. Said{" "}
            <SaidInWords {...statement} />.
          </p>
        </Section>
        <Section
          id="printings"
          title="Earliest first"
          margin={
            <>
              <p>
                Beside the words of the first: <del className="was">struck through</del> what a printing does
                not have, <ins className="now">underlined twice</ins> what it alone has.
              </p>
              <p>
                An open dot and a broken line stand where the order is not certain, and “=” behind the number.
              </p>
            </>
          }
        >
          <PrintingList rows={rows} here={publicId} />
          {isCut ? (
            <p className="small above-5">
              There are more than are read side by side: the earliest of them stand here.
            </p>
          ) : null}
        </Section>
        <Section id="how" title="How to read it" isLast>
          <div className="prose small">
            <p>
              The same speaker’s nearly same words on an occasion that may be the same, and whatever a
              reviewer tied together as one utterance, well or badly reported. Texts that hold the words
              without a captured statement stand here as far as you may read them.
            </p>
            <p className="above-2">
              Words that two print alike prove nothing by themselves: both may have heard them. What is told
              is what points to a source: a chain or a name, six words or more of the reporter’s own in a row,
              a change that two share and another has not. Where nothing is told, nothing of that kind was
              found.
            </p>
            <p className="noprint above-2">
              For programs: <Link href={`${address}/lineage.json` as Route}>the same as JSON</Link>
            </p>
          </div>
        </Section>
      </article>
    </Page>
  );
}
