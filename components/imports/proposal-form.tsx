import { ActionForm } from "@/components/forms/action-form";
import { CheckField, SegmentedField, TextArea, TextField } from "@/components/forms/fields.client";
import { FormFold } from "@/components/forms/fold.client";
import { Quotation } from "@/components/statements/quotation";
import { formWord } from "@/components/statements/words";
import { Hidden } from "@/components/ui/form";
import { Icon, type IconName } from "@/components/ui/icon";
import { SubmitButton } from "@/components/ui/submit-button";
import { PressButton } from "@/components/ui/submit-button.client";
import type { FormAction } from "@/lib/forms";
import { FORMS } from "@/lib/statements";
import { ProposalHead, ProposalNumber } from "./proposal-item";
import { ProposalReasons } from "./proposal-reasons";
import { type ShownProposal, wordedProposal } from "./shown";
import { SpeakerFields } from "./speaker-fields";

interface ProposalFormProps {
  draftId: string;
  version: number;
  proposal: ShownProposal;
  language: string;
  /** The other proposals with the same speaker. */
  siblings: readonly number[];
  review: FormAction;
  decide: FormAction;
}

/** The proposal that is looked at now, with all that can be changed of it. */
export function ProposalForm({
  draftId,
  version,
  proposal,
  language,
  siblings,
  review,
  decide,
}: ProposalFormProps) {
  const { ordinal, fields, decision } = proposal;
  return (
    <li id={`p${ordinal}`} className="now" aria-current="true" data-list-item tabIndex={-1}>
      <ProposalNumber ordinal={ordinal} />
      <ProposalHead proposal={proposal} />
      <Quotation statement={wordedProposal(proposal, language)} size="list" />
      <ActionForm action={decide} id={`decide-${ordinal}`} className="">
        <Hidden values={{ draftId, ordinal }} />
      </ActionForm>
      <ActionForm
        action={review}
        id={`proposal-${ordinal}`}
        label={`Proposal ${ordinal}`}
        version={version}
        className="stack above-3"
      >
        <Hidden values={{ draftId, ordinal }} />
        {/* the first button of a form is what Enter presses: it keeps what was typed and decides nothing */}
        <PressButton name="intent" value="save" className="vh" tabIndex={-1} aria-hidden="true">
          Save
        </PressButton>
        <SpeakerFields proposal={proposal} siblings={siblings} />
        <TextField
          name="introduction"
          label="Introduced by"
          hint="Stands before the words, so that a fragment reads as a sentence."
          value={fields.introduction}
          lang={language}
        />
        <div className="grid-2">
          <TextField name="cue" label="Cue" value={fields.cue} lang={language} />
          <TextField name="addressee" label="Told to" value={fields.addressee} lang={language} />
        </div>
        <Edges proposal={proposal} />
        <FormFold
          summary="Words, occasion and context"
          names={[
            "wording",
            "form",
            "roleThen",
            "attribution",
            "saidOn",
            "saidOnNote",
            "place",
            "event",
            "context",
          ]}
          isOpen={[fields.saidOn, fields.saidOnNote, fields.place, fields.event, fields.context].some(
            Boolean,
          )}
        >
          <TextArea
            name="wording"
            label="Words"
            hint="As the article has them, to the letter."
            value={proposal.wording}
            rows={4}
            lang={language}
            isRecord
          />
          <SegmentedField
            name="form"
            label="Form"
            value={fields.form}
            choices={FORMS.map((form) => ({ value: form, label: formWord(form).label }))}
          />
          <CheckField
            name="isDenial"
            label="The speaker denies what the words say"
            isChecked={fields.isDenial}
          />
          <TextField name="roleThen" label="Role on that occasion" value={fields.roleThen} lang={language} />
          <TextField
            name="attribution"
            label="Attribution, exactly as printed"
            value={fields.attribution}
            lang={language}
          />
          <div className="grid-2">
            <TextField
              name="saidOn"
              label="Said on"
              hint="28 October 2025, October 2025 or 2025"
              value={fields.saidOn}
            />
            <TextField
              name="saidOnNote"
              label="Date as printed"
              hint="Such as “earlier this week”"
              value={fields.saidOnNote}
              lang={language}
            />
            <TextField name="place" label="Place" value={fields.place} />
            <TextField name="event" label="Event" value={fields.event} />
          </div>
          <TextArea
            name="context"
            label="Context"
            hint="Why and about what it was said, in your words."
            value={fields.context}
            rows={3}
          />
        </FormFold>
        <ProposalReasons proposal={proposal} />
        <div className="acts">
          <SubmitButton name="intent" value="accept" isSmall icon="check" shortcut="a">
            Accept
          </SubmitButton>
          <SubmitButton name="intent" value="save" isSmall variant="plain" shortcut="s">
            Save
          </SubmitButton>
          {decision === "rejected" ? null : (
            <SubmitButton
              part={`decide-${ordinal}`}
              name="decision"
              value="rejected"
              variant="plain"
              isSmall
              icon="x"
              shortcut="r"
            >
              Reject
            </SubmitButton>
          )}
          {decision === "pending" ? null : (
            <SubmitButton
              part={`decide-${ordinal}`}
              name="decision"
              value="pending"
              isSmall
              variant="quiet"
              shortcut="u"
            >
              Undo the decision
            </SubmitButton>
          )}
        </div>
      </ActionForm>
    </li>
  );
}

function Edges({ proposal: { wording } }: { proposal: ShownProposal }) {
  const words = wording.trim().split(/\s+/u);
  return (
    <fieldset className="nudge">
      <legend className="label">Where it begins and ends</legend>
      <span className="btns">
        <Edge intent="start earlier" label="Begin one word earlier" icon="chevron-left" />
        <span className="meta">
          begins <bdi>{words[0]}</bdi>
        </span>
        <Edge intent="start later" label="Begin one word later" icon="chevron-right" />
      </span>
      <span className="btns">
        <Edge intent="end earlier" label="End one word earlier" icon="chevron-left" />
        <span className="meta">
          ends <bdi>{words.at(-1)}</bdi>
        </span>
        <Edge intent="end later" label="End one word later" icon="chevron-right" />
      </span>
    </fieldset>
  );
}

function Edge({ intent, label, icon }: { intent: string; label: string; icon: IconName }) {
  return (
    <PressButton className="btn btn--sm" name="intent" value={intent} aria-label={label}>
      <Icon name={icon} />
    </PressButton>
  );
}
