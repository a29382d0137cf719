import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields.client";
import { PageForm } from "@/components/forms/page-form";
import { RemovableList } from "@/components/forms/removable-list";
import { DoubleList } from "@/components/speakers/double-list";
import { AddressNote } from "@/components/ui/address-note";
import { Hidden } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Empty } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Crumbs, Page, PageHead, Section } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { timeInWords } from "@/components/ui/time";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { listDoubles, listKeptApart, listLetters, OTHER_LETTERS } from "@/lib/speakers/server";
import { keepApartAction, lookAgainAction } from "./actions";
import { doublesPageAction } from "./page-action";

export const metadata: Metadata = { title: "Likely doubles", robots: { index: false } };

/** Who may be on record twice, over all speakers, a letter at a time; and who was found to be two. */
export default async function DoublesPage({ searchParams }: PageProps<"/doubles">) {
  const actor = await requireActor();
  if (!can(actor, "speaker:edit")) notFound();
  const asked = await searchParams;
  const letters = [...(await listLetters(actor)), OTHER_LETTERS];
  const letter = letters.find((known) => known === asked.letter) ?? letters[0] ?? OTHER_LETTERS;
  const [{ pairs, more, isCut }, kept] = await Promise.all([
    listDoubles(actor, { letter }),
    listKeptApart(actor),
  ]);
  const chosen = pairs.find(({ one, other }) => asked.two === `${one.slug}..${other.slug}`) ?? null;
  const at = `/doubles?letter=${letter}`;
  return (
    <Page>
      <Crumbs above={[{ href: "/speakers" as Route, label: "Speakers" }]} here="Likely doubles" />
      <PageHead
        title="Likely doubles"
        lede="Who may be on record twice, and why one may think so. Nothing is made one by the program: look at both, or say that they are two."
      />
      <AddressNote asked={asked} known={{ letter: letters, two: "one" }} />
      <nav className="styles below-5" aria-label="Letters">
        {letters.map((one) => (
          <Link
            key={one}
            href={`/doubles?letter=${one}` as Route}
            aria-current={one === letter ? "page" : undefined}
          >
            {one === OTHER_LETTERS ? "Others" : one.toUpperCase()}
          </Link>
        ))}
      </nav>
      <PageForm action={doublesPageAction.bind(null, letter)}>
        <Section
          id="pairs"
          title={letter === OTHER_LETTERS ? "Others" : letter.toUpperCase()}
          margin={`The surest first. Each two stand under the letter of the one that sorts first.${
            more > 0 ? ` ${countOf(more, "more pair")} after these.` : ""
          }${isCut ? " So many sort here that not all were looked at." : ""}`}
          isLast={kept.length === 0 && chosen === null}
        >
          {pairs.length > 0 ? (
            <DoubleList pairs={pairs} at={at} />
          ) : (
            <Empty level={3} title="Nobody here looks like somebody else">
              <p>Two of one name, or of nearly one surname, would stand here.</p>
            </Empty>
          )}
        </Section>
        {chosen ? (
          <Section
            id="two"
            title="They are two"
            margin="They are offered no more. It can be taken back below."
            isLast={kept.length === 0}
          >
            <ActionForm
              action={keepApartAction.bind(null, letter)}
              id="apart"
              label={`${chosen.one.name} and ${chosen.other.name} are two`}
              className="stack measure"
            >
              <Hidden values={{ oneId: chosen.one.id, otherId: chosen.other.id }} />
              <p>
                <b>{chosen.one.name}</b> and <b>{chosen.other.name}</b>
              </p>
              <TextField name="reason" label="How it is known that they are two" isRequired />
              <div className="btns">
                <SubmitButton pendingLabel="Saving…">Offer them no more</SubmitButton>
              </div>
            </ActionForm>
          </Section>
        ) : null}
        {kept.length > 0 ? (
          <Section id="kept" title="Found to be two" isLast>
            <RemovableList
              rows={kept.map(({ id, one, other, reason, decidedAt }) => ({
                id,
                label: `${one.name} and ${other.name}, ${timeInWords(decidedAt, "day")}: ${reason}`,
                remove: `Look again at ${one.name} and ${other.name}`,
              }))}
              name="apartId"
              values={{}}
              action={lookAgainAction.bind(null, letter)}
              none=""
            />
          </Section>
        ) : null}
      </PageForm>
    </Page>
  );
}
