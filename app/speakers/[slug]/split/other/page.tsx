import type { Metadata, Route } from "next";
import { notFound, redirect } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { orMoved } from "@/app/speakers/moved";
import { ActionForm } from "@/components/forms/action-form";
import { ComboField } from "@/components/forms/combo-field.client";
import { SegmentedField, TextArea, TextField } from "@/components/forms/fields.client";
import { PageForm } from "@/components/forms/page-form";
import { ClosedToRole } from "@/components/notices/public-note";
import { SplitForm } from "@/components/speakers/split-form";
import { speakerKindWord } from "@/components/statements/words";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Crumbs, Page, PageHead, Section } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { type Actor, can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { isPublic } from "@/lib/notices/server";
import { SPEAKER_KINDS, type SpeakerKind, writeChosen } from "@/lib/speakers";
import { getSpeaker, previewSplit, slugsNow } from "@/lib/speakers/server";
import { choiceAt, readChoice } from "../choice";
import { nameOtherAction, splitSpeakerAction } from "./actions";
import { splitPageAction } from "./page-action";

export const metadata: Metadata = { title: "Two in one", robots: { index: false } };

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** Where somebody says who the other of two is, and sees beforehand what becomes of what. */
export default async function SplitOffPage({
  params,
  searchParams,
}: PageProps<"/speakers/[slug]/split/other">) {
  const actor = await requireActor();
  if (!can(actor, "speaker:edit")) notFound();
  const { slug } = await params;
  const from = await getSpeaker(actor, slug).catch(orMoved(actor, slug, "/split/other"));
  const asked = await searchParams;
  const choice = readChoice(asked);
  const path = `/speakers/${from.slug}`;
  const list = choiceAt(`${path}/split`, { ...choice, filter: {}, show: null, after: undefined });
  if (choice.chosen.length === 0) redirect(list);
  if (choice.isTicked)
    redirect(choiceAt(`${path}/split/other`, { ...choice, filter: {}, show: null, after: undefined }));
  const [preview, other] = await Promise.all([
    previewSplit(actor, { speakerId: from.id, publicIds: choice.chosen }),
    otherOf(actor, asked),
  ]);
  const [isFromRead, isIntoRead] = await Promise.all([
    isPublic({ type: "speaker", id: from.id }),
    other && "id" in other ? isPublic({ type: "speaker", id: other.id }) : false,
  ]);
  const at = { slug: from.slug, chosen: writeChosen(choice.chosen) };
  // what leads on in the address stands in the form still
  const [named, isNew] = [other?.name ?? "", other !== null && !("id" in other)];
  const isClosed = preview.published > 0 && !can(actor, "published:change");
  return (
    <Page>
      <Crumbs
        above={[
          { href: "/speakers" as Route, label: "Speakers" },
          { href: path as Route, label: from.name },
          { href: list, label: "Two in one" },
        ]}
        here="The other one"
      />
      <PageHead
        title={`Who is the other ${from.name}?`}
        lede={`${countOf(preview.chosen.length, "statement")} chosen. Nothing is changed before you have seen what becomes of what.`}
        actions={<LinkButton href={list}>Back to choosing</LinkButton>}
      />
      {preview.chosen.length < choice.chosen.length ? (
        <Note tone="care" title="Not all of what was chosen is there any more">
          <p>{`${countOf(choice.chosen.length - preview.chosen.length, "statement")} went to another speaker since, or never was one of ${from.name}.`}</p>
        </Note>
      ) : null}
      <PageForm action={splitPageAction.bind(null, at)}>
        <Section
          id="who"
          title="The other one"
          margin="Somebody on record, or somebody new. Two of one name need descriptions that tell them apart."
          isLast={other === null}
        >
          <ActionForm
            action={nameOtherAction.bind(null, at)}
            id="other"
            label="The other one"
            className="stack measure"
          >
            <ComboField
              of="speakers"
              name="knownName"
              label="Somebody on record"
              value={isNew ? "" : named}
            />
            <TextField name="name" label="Or somebody new: the name" value={isNew ? named : ""} />
            <SegmentedField
              name="kind"
              label="Kind"
              value={isNew ? (other?.kind ?? from.kind) : from.kind}
              choices={SPEAKER_KINDS.map((kind) => ({ value: kind, label: speakerKindWord(kind).label }))}
            />
            <TextArea
              name="description"
              label="Description"
              hint="What tells the two apart, such as goalkeeper of Osthaven."
              value={other !== null && "description" in other ? other.description : ""}
              rows={2}
            />
            <div className="btns">
              <SubmitButton variant="plain">Look at what becomes of what</SubmitButton>
            </div>
          </ActionForm>
        </Section>
        {other === null ? null : (
          <Section id="becomes" title="What becomes of what" isLast>
            {isClosed ? (
              <ClosedToRole what="speaker" />
            ) : (
              <SplitForm
                action={splitSpeakerAction.bind(null, from.slug)}
                {...{ from, other, preview }}
                canChangePublic={can(actor, "published:change")}
                isRead={isFromRead || isIntoRead}
              />
            )}
          </Section>
        )}
      </PageForm>
    </Page>
  );
}

/** Whom the address names: somebody on record, by address, or somebody new; null before anybody is named. */
async function otherOf(actor: Actor, asked: Asked) {
  const one = (name: string) => [asked[name] ?? []].flat()[0] ?? "";
  const [now = null] = one("into") === "" ? [] : await slugsNow(actor, [one("into")]);
  if (now !== null) {
    const found = await getSpeaker(actor, now).catch(orNotFound);
    return found && { id: found.id, name: found.name, kind: found.kind as SpeakerKind };
  }
  const kind = SPEAKER_KINDS.find((known) => known === one("kind"));
  return one("name") === "" || !kind ? null : { name: one("name"), kind, description: one("description") };
}
