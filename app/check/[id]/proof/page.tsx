import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { ProofForm } from "@/components/checks/proof-form";
import { ProofTally } from "@/components/checks/proof-tally";
import { ProofParts, ProofText, toSentence } from "@/components/checks/proof-text";
import { PageForm } from "@/components/forms/page-form";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Crumbs, Page, PageHead } from "@/components/ui/page";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { nextToProof, proofParts } from "@/lib/checks";
import { getProof } from "@/lib/checks/server";
import { markProofAction } from "../actions";
import { proofPageAction } from "./page-action";

export const metadata: Metadata = { title: "Proof sheet", robots: { index: false } };

export default async function ProofPage({ params, searchParams }: PageProps<"/check/[id]/proof">) {
  const actor = await requireActor();
  if (!can(actor, "check:work")) notFound();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const sheet = await getProof(actor, id).catch(orNotFound);
  const { publicId, title, language, draft, proof, left } = sheet;
  const asked = typeof query.at === "string" ? query.at : null;
  const current = proof.sentences.find(({ key }) => key === asked) ?? nextToProof(proof.sentences, null);
  const next = nextToProof(proof.sentences, current?.key ?? null);
  const parts = proofParts(draft.text, proof.sentences);
  const shown = Math.max(
    0,
    parts.findIndex((part) => part.some((paragraph) => paragraph.some(({ key }) => key === current?.key))),
  );
  const here = `/check/${publicId}` as Route;
  return (
    <Page isWide>
      <Crumbs
        above={[
          { href: "/check", label: "Checks" },
          { href: here, label: publicId },
        ]}
        here="Proof sheet"
      />
      <PageHead
        title={
          <span lang={language} dir="auto">
            {title}
          </span>
        }
        lede={
          left === 0
            ? "Every word is accounted for."
            : `${countOf(left, "word")} of ${proof.words.toLocaleString("en-GB")} ${left === 1 ? "is" : "are"} not accounted for.`
        }
        actions={
          <>
            {next === null ? null : (
              <LinkButton href={toSentence(next.key)} icon="arrow-right" shortcut="n">
                Next not checked
              </LinkButton>
            )}
            <LinkButton href={`${here}/calls` as Route} variant="quiet" icon="phone">
              Call sheet
            </LinkButton>
          </>
        }
      />
      <ProofTally counts={proof.counts} words={proof.words} />
      <PageForm action={proofPageAction} here={asked === null ? "" : `?at=${encodeURIComponent(asked)}`}>
        <div className="imp">
          <section aria-labelledby="h-read" className="imp__text">
            <h2 id="h-read" className="imp__h">
              The draft
            </h2>
            <ProofText
              text={draft.text}
              language={language}
              paragraphs={parts[shown] ?? []}
              current={current?.key ?? null}
            />
            <ProofParts shown={shown} parts={parts} />
          </section>
          <section aria-labelledby="h-mark" className="imp__p">
            <h2 id="h-mark" className="imp__h">
              {current === null ? "Nothing left" : "This sentence"}
            </h2>
            {current === null ? (
              <Note tone="pass" title="Every word is accounted for" />
            ) : sheet.closedAt ? (
              <Note title="This check is closed: nothing in it changes any more" />
            ) : (
              <ProofForm
                checkId={publicId}
                language={language}
                sentence={{
                  key: current.key,
                  words: shortened(draft.text.slice(current.start, current.end).trim()),
                  saved: sheet.saved(current.key),
                }}
                said={sheet.marks
                  .filter(({ sentenceKey }) => sentenceKey === current.key)
                  .map(({ startUtf16, endUtf16, ...mark }) => ({
                    ...mark,
                    words: draft.text.slice(current.start + startUtf16, current.start + endUtf16).trim(),
                  }))}
                mark={markProofAction}
              />
            )}
          </section>
        </div>
      </PageForm>
    </Page>
  );
}

const LONGEST = 800;

/** A sentence that is no sentence, such as a table that lost its lines, would push the form away. */
function shortened(words: string): string {
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 200)} … ${words.slice(-200)}`;
}
