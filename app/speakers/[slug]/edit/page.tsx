import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { CheckField, SegmentedField, TextArea, TextField } from "@/components/forms/fields.client";
import { KeptHere } from "@/components/forms/kept-here";
import { PageForm } from "@/components/forms/page-form";
import { RemovableList } from "@/components/forms/removable-list";
import { ClosedToRole, PublicNote } from "@/components/notices/public-note";
import { MergedList } from "@/components/speakers/merged-list";
import { NamedNotes, NamedStill } from "@/components/speakers/named-still";
import { SplitList } from "@/components/speakers/split-list";
import { speakerKindWord } from "@/components/statements/words";
import { LinkButton } from "@/components/ui/button";
import { FieldGrid, Hidden } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { Crumbs, Page, PageHead, Section } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { speakerNameOf, writeNames } from "@/lib/names";
import { isPublic } from "@/lib/notices/server";
import { listNamedStill } from "@/lib/profiles/server";
import { roleInWords, SPEAKER_KINDS } from "@/lib/speakers";
import { getSpeaker, listMerges, listSplits } from "@/lib/speakers/server";
import { orMoved } from "../../moved";
import {
  addAliasAction,
  editSpeakerAction,
  recordAffiliationAction,
  removeAffiliationAction,
  removeAliasAction,
  undoMergeAction,
  undoSplitAction,
  withholdNoteAction,
} from "./actions";
import { speakerPageAction } from "./page-action";

export const metadata: Metadata = { title: "Edit a speaker", robots: { index: false } };

export default async function EditSpeakerPage({ params, searchParams }: PageProps<"/speakers/[slug]/edit">) {
  const actor = await requireActor();
  if (!can(actor, "speaker:edit")) notFound();
  const asked = (await params).slug;
  const speaker = await getSpeaker(actor, asked).catch(orMoved(actor, asked, "/edit"));
  const { saved } = await searchParams;
  const { id, slug, version } = speaker;
  const page = `/speakers/${slug}` as Route;
  const isRead = await isPublic({ type: "speaker", id });
  const [merges, splits] = await Promise.all([listMerges(actor, id), listSplits(actor, id)]);
  const note = isRead ? <PublicNote /> : null;
  const isClosed = isRead && !can(actor, "published:change");
  const namedStill =
    isRead && !isClosed && speaker.kind === "anonymous" ? await listNamedStill(actor, id) : null;
  return (
    <Page>
      <Crumbs
        above={[
          { href: "/speakers" as Route, label: "Speakers" },
          { href: page, label: speaker.name },
        ]}
        here="Edit"
      />
      <PageHead
        title="Edit a speaker"
        lede={`The address /speakers/${slug} stays, whatever the name becomes, unless the speaker becomes anonymous.`}
        actions={
          <>
            <LinkButton href={`${page}/merge` as Route} icon="users">
              The same as another…
            </LinkButton>
            <LinkButton href={`${page}/split` as Route} icon="split">
              {speaker.kind === "person" ? "Two people in one…" : "Two in one…"}
            </LinkButton>
            <LinkButton href={page}>Back to the speaker</LinkButton>
          </>
        }
      />
      {saved === undefined ? null : <Note tone="pass" title="Saved" isLive />}
      {namedStill ? (
        <div className="below-5">
          <NamedStill {...namedStill} roles={speaker.affiliations.length} notes={namedStill.notes.length} />
        </div>
      ) : null}
      {isClosed ? (
        <>
          <ClosedToRole what="speaker" />
          <KeptHere />
        </>
      ) : (
        <PageForm action={speakerPageAction.bind(null, slug)}>
          {namedStill && namedStill.notes.length > 0 ? (
            <Section
              id="notes"
              title="Public notes that print the former name"
              margin="Looked for in the newest 2,000, by the words of the name: some may mean somebody else. A note whose words are withheld keeps its day and what it was about; your note stands beside it."
            >
              <NamedNotes speakerId={id} notes={namedStill.notes} action={withholdNoteAction} />
            </Section>
          ) : null}
          <Section
            id="who"
            title="Name and kind"
            margin={isRead ? "Visitors read it, so every change takes a public note." : undefined}
          >
            <ActionForm
              action={editSpeakerAction}
              id="speaker"
              label="Name and kind"
              version={version}
              className="stack measure"
            >
              <Hidden values={{ id }} />
              <TextField name="name" label="Name" value={speaker.name} isRequired />
              {speaker.kind === "person" ? (
                <TextField
                  name="citedAs"
                  label="As it is cited"
                  hint="Family, Given. A family name that is printed first: Kim / Jong Un. In brackets a name that is never turned round: [Aung San Suu Kyi]. Left empty, it is read from the name."
                  value={writeNames([speakerNameOf(speaker)])}
                />
              ) : null}
              <CheckField
                name="keepsFormerName"
                label="When the name changes, keep the former one as another name"
                hint="Shown as “formerly”. Leave it empty when the former name was an error: then it goes."
              />
              <SegmentedField
                name="kind"
                label="Kind"
                hint="Anonymous protects somebody: the former name leaves with every other name, and the address with it. What statements and their sources print stays; this page then lists where the name can still be read."
                value={speaker.kind}
                choices={SPEAKER_KINDS.map((kind) => ({ value: kind, label: speakerKindWord(kind).label }))}
              />
              <TextArea name="description" label="Description" value={speaker.description} rows={3} />
              {note}
              <div className="btns">
                <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
              </div>
            </ActionForm>
          </Section>
          <Section
            id="names"
            title="Other names"
            margin="Spellings, titles and acronyms under which the speaker is printed. They are suggested when an article is imported."
          >
            <RemovableList
              rows={speaker.aliases.map((alias) => ({
                id: alias.id,
                label: `${alias.name}${ALIAS_NOTES[alias.kind] ?? ""}`,
                remove: `Take the name ${alias.name} away`,
              }))}
              name="aliasId"
              values={{ speakerId: id }}
              version={version}
              action={removeAliasAction.bind(null, slug)}
              none="No other name is recorded."
              more={note}
            />
            <ActionForm
              action={addAliasAction.bind(null, slug)}
              id="alias"
              label="Add another name"
              version={version}
              className="stack measure above-4"
            >
              <Hidden values={{ speakerId: id }} />
              <TextField name="alias" label="Another name" isRequired />
              {note}
              <div className="btns">
                <SubmitButton variant="plain" icon="plus">
                  Add the name
                </SubmitButton>
              </div>
            </ActionForm>
          </Section>
          <Section
            id="roles"
            title="Roles"
            margin="A statement keeps the role of its own day, whatever is changed here."
            isLast={merges.length + splits.length === 0}
          >
            <RemovableList
              rows={speaker.affiliations.map((held) => ({
                id: held.id,
                label: roleInWords(held),
                remove: `Take the role ${held.role} away`,
              }))}
              name="affiliationId"
              values={{ speakerId: id }}
              version={version}
              action={removeAffiliationAction.bind(null, slug)}
              none="No role is recorded."
              more={note}
            />
            <ActionForm
              action={recordAffiliationAction.bind(null, slug)}
              id="role"
              label="Record a role"
              version={version}
              className="stack measure above-4"
            >
              <Hidden values={{ speakerId: id }} />
              <TextField name="role" label="Role" hint="Such as defence minister" isRequired />
              <TextField name="body" label="Body" hint="Such as Government of Pakistan" />
              <FieldGrid>
                <TextField
                  name="heldFrom"
                  label="From"
                  hint="28 October 2025, October 2025 or 2025; empty when not known"
                />
                <TextField name="heldTo" label="To" hint="Empty when not known or still held" />
              </FieldGrid>
              {note}
              <div className="btns">
                <SubmitButton variant="plain" icon="plus">
                  Record the role
                </SubmitButton>
              </div>
            </ActionForm>
          </Section>
          {merges.length > 0 ? (
            <Section id="together" title="Found to be this speaker" isLast={splits.length === 0}>
              <MergedList {...{ merges, isRead }} action={undoMergeAction.bind(null, slug)} />
            </Section>
          ) : null}
          {splits.length > 0 ? (
            <Section id="apart" title="Found to be two" isLast>
              <SplitList splits={splits} speakerId={id} action={undoSplitAction} />
            </Section>
          ) : null}
        </PageForm>
      )}
    </Page>
  );
}

const ALIAS_NOTES: Readonly<Record<string, string>> = {
  former: " (no longer used)",
  printed: " (for matching only; visitors do not read it)",
};
