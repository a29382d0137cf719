import { ActionForm } from "@/components/forms/action-form";
import { CheckField, SegmentedField, TextArea, TextField } from "@/components/forms/fields.client";
import { FormFold } from "@/components/forms/fold.client";
import { Quotation } from "@/components/statements/quotation";
import { formWord } from "@/components/statements/words";
import { shortcutProps } from "@/components/ui/button-face";
import { Hidden } from "@/components/ui/form";
import { Icon, type IconName } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { SubmitButton } from "@/components/ui/submit-button";
import { PressButton } from "@/components/ui/submit-button.client";
import type { FormAction } from "@/lib/forms";
import { FORMS } from "@/lib/statements";
import { KindQuestion } from "./kind-question";
import { FormerWords, ProposalHead, ProposalNumber } from "./proposal-item";
import { ProposalReasons } from "./proposal-reasons";
import { type ShownProposal, wordedProposal } from "./shown";
import { SpeakerFields } from "./speaker-fields";

interface ProposalFormProps {
  draft: {
    readonly publicId: string;
    readonly version: number;
    readonly language: string;
    readonly order: string;
  };
  proposal: ShownProposal;
  /** The other proposals with the same speaker. */
  siblings: readonly number[];
  review: FormAction;
  decide: FormAction;
}

/** The proposal that is looked at now, with all that can be changed of it. */
export function ProposalForm({ draft, proposal, siblings, review, decide }: ProposalFormProps) {
  const { publicId: draftId, version, language, order } = draft;
  const { ordinal, fields, decision, asked } = proposal;
  const isAsked = asked !== null && decision !== "accepted";
  return (
    <li
      id={`p${ordinal}`}
      className="now"
      aria-current="true"
      data-list-item
      data-drawn={decision}
      tabIndex={-1}
    >
      <ProposalNumber ordinal={ordinal} />
      <ProposalHead proposal={proposal} />
      <Quotation statement={wordedProposal(proposal, language)} size="list" />
      <FormerWords proposal={proposal} />
      <ActionForm action={decide} id={`decide-${ordinal}`} className="">
        <Hidden values={{ draftId, ordinal, order }} />
      </ActionForm>
      <ActionForm
        action={review}
        id={`proposal-${ordinal}`}
        label={`Proposal ${ordinal}`}
        version={version}
        className="stack above-3"
      >
        <Hidden values={{ draftId, ordinal, order }} />
        {/* the first button of a form is what Enter presses: it keeps what was typed and decides nothing */}
        <PressButton name="intent" value="save" className="vh" tabIndex={-1} aria-hidden="true">
          Save
        </PressButton>
        {isAsked ? <KindQuestion name={asked} ordinal={ordinal} /> : null}
        <Edges proposal={proposal} />
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
          {isAsked ? null : (
            <SubmitButton name="intent" value="accept" isSmall icon="check" shortcut="a">
              Accept
            </SubmitButton>
          )}
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
            <SubmitButton part={`decide-${ordinal}`} name="decision" value="pending" isSmall variant="quiet">
              Leave it open
            </SubmitButton>
          )}
          {order === "text" ? (
            <SubmitButton
              part="accept-all"
              name="run"
              value={`${ordinal}`}
              isSmall
              variant="quiet"
              shortcut="t"
            >
              Accept all up to here
            </SubmitButton>
          ) : null}
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
      <EdgeRow edge="start" word={words[0]} keys={["z", "x"]} />
      <EdgeRow edge="end" word={words.at(-1)} keys={["n", "m"]} />
      <p className="hint js-only forkeys">
        <Kbd keys="z x" /> move where it begins, <Kbd keys="n m" /> where it ends, by a word; with shift by a
        sentence.
      </p>
    </fieldset>
  );
}

interface EdgeRowProps {
  edge: "start" | "end";
  word: string | undefined;
  /** The keys that move it to an earlier and a later word; with shift, to another sentence. */
  keys: readonly [earlier: string, later: string];
}

function EdgeRow({ edge, word, keys: [earlier, later] }: EdgeRowProps) {
  const verb = edge === "start" ? "Begin" : "End";
  const button = (by: "earlier" | "later", unit: "word" | "sentence", key: string, icon: IconName) => (
    <PressButton
      className="btn btn--sm"
      name="intent"
      value={`${edge} ${by} ${unit}`}
      aria-label={`${verb} one ${unit} ${by}`}
      {...shortcutProps(key)}
    >
      <Icon name={icon} />
    </PressButton>
  );
  return (
    <span className="btns">
      {button("earlier", "sentence", earlier.toUpperCase(), "chevrons-left")}
      {button("earlier", "word", earlier, "chevron-left")}
      <span className="meta">
        {verb.toLowerCase()}s <bdi>{word}</bdi>
      </span>
      {button("later", "word", later, "chevron-right")}
      {button("later", "sentence", later.toUpperCase(), "chevrons-right")}
    </span>
  );
}
