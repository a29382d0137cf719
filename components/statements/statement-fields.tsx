import { ComboField } from "@/components/forms/combo-field.client";
import {
  CheckField,
  RadioField,
  SegmentedField,
  TextArea,
  TextField,
} from "@/components/forms/fields.client";
import { FieldGrid, Fieldset } from "@/components/ui/form";
import { withDrawing } from "@/components/ui/icon";
import { FORMS } from "@/lib/statements";
import { typedDate } from "@/lib/text";
import { formWord, speakerKindWord } from "./words";

interface Who {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

export interface StatementFieldsProps {
  statement: {
    readonly wording: string;
    readonly form: string;
    readonly language: string;
    readonly originalWording: string | null;
    readonly originalLanguage: string | null;
    readonly translatedBy: string | null;
    readonly isDenial: boolean;
    readonly speaker: Who | null;
    readonly attribution: string;
    readonly roleThen: string;
    readonly cue: string;
    readonly introduction: string | null;
    readonly saidOn: Date | null;
    readonly saidOnPrecision: string | null;
    readonly saidOnNote: string;
    readonly place: string;
    readonly event: string;
    readonly addressee: string;
    readonly context: string;
    readonly anchor: { readonly explanation: string } | null;
  };
  /** Known speakers of the same name. */
  suggestions: readonly Who[];
}

/** The names of the inputs of `StatementFields`, but for the one that the caller names. */
export const STATEMENT_INPUTS: readonly string[] = [
  ...["wording", "form", "isDenial", "attribution", "roleThen", "cue", "addressee", "saidOn", "saidOnNote"],
  ...["place", "event", "context", "language", "originalWording", "originalLanguage", "translatedBy"],
  ...["speakerId", "knownName", "introduction"],
];

/** Everything that a person may change of a statement; `explanationName` is the input that explains a difference. */
export function StatementFields({
  statement,
  suggestions,
  explanationName = "anchorExplanation",
}: StatementFieldsProps & { explanationName?: string }) {
  const { language } = statement;
  return (
    <>
      <Fieldset legend="Words">
        <div className="stack">
          <TextArea
            name="wording"
            label="Words"
            hint="As the source has them, to the letter."
            value={statement.wording}
            rows={4}
            lang={language}
            isRecord
            isRequired
          />
          <SegmentedField
            name="form"
            label="Form"
            value={statement.form}
            choices={FORMS.map((form) => ({ value: form, label: formWord(form).label }))}
          />
          <CheckField
            name="isDenial"
            label="The speaker denies what the words say"
            isChecked={statement.isDenial}
          />
          <TextArea
            name={explanationName}
            label="Why the words may differ from the source"
            hint="Needed for review only when they do."
            value={statement.anchor?.explanation}
            rows={2}
          />
        </div>
      </Fieldset>
      <Fieldset legend="Speaker">
        <div className="stack">
          <SpeakerChoice speaker={statement.speaker} suggestions={suggestions} />
          <TextField
            name="attribution"
            label="Attribution, exactly as printed"
            value={statement.attribution}
            lang={language}
          />
          <TextField
            name="roleThen"
            label="Role on that occasion"
            value={statement.roleThen}
            lang={language}
          />
          <TextField
            name="introduction"
            label="Introduced by"
            hint="The reporter’s words that make a fragment a sentence, as printed: “Ankara expressed”. They stand before the words and are no part of them."
            value={statement.introduction}
            lang={language}
          />
          <FieldGrid>
            <TextField name="cue" label="Cue" value={statement.cue} lang={language} />
            <TextField name="addressee" label="Told to" value={statement.addressee} lang={language} />
          </FieldGrid>
        </div>
      </Fieldset>
      <Fieldset legend="Occasion and context">
        <div className="stack">
          <FieldGrid>
            <TextField
              name="saidOn"
              label="Said on"
              hint="28 October 2025, October 2025 or 2025, with a time as 18:42 UTC"
              value={typedDate(statement.saidOn, statement.saidOnPrecision)}
            />
            <TextField
              name="saidOnNote"
              label="Date as printed"
              hint="Such as “earlier this week”"
              value={statement.saidOnNote}
              lang={language}
            />
            <TextField name="place" label="Place" value={statement.place} />
            <TextField name="event" label="Event" value={statement.event} />
          </FieldGrid>
          <TextArea
            name="context"
            label="Context"
            hint="Why and about what it was said, in your words."
            value={statement.context}
            rows={4}
          />
        </div>
      </Fieldset>
      <Fieldset legend="Language">
        <div className="stack">
          <TextField
            name="language"
            label="Language of the words"
            hint="By its name or code, such as Urdu or ur"
            value={language}
            isRequired
          />
          <TextArea
            name="originalWording"
            label="Original words, when these are a translation"
            value={statement.originalWording}
            rows={3}
            lang={statement.originalLanguage ?? undefined}
            isRecord
          />
          <FieldGrid>
            <TextField
              name="originalLanguage"
              label="Language of the original"
              hint="By its name or code"
              value={statement.originalLanguage}
            />
            <TextField name="translatedBy" label="Translated by" value={statement.translatedBy} />
          </FieldGrid>
        </div>
      </Fieldset>
    </>
  );
}

function SpeakerChoice({ speaker, suggestions }: { speaker: Who | null; suggestions: readonly Who[] }) {
  const known = speaker ? [speaker, ...suggestions.filter(({ id }) => id !== speaker.id)] : suggestions;
  return (
    <>
      <RadioField
        name="speakerId"
        label="Speaker"
        value={speaker?.id ?? ""}
        choices={[
          ...known.map(({ id, name, kind }) => ({
            value: id,
            label: name,
            ...withDrawing({ icon: speakerKindWord(kind).icon }),
          })),
          { value: "", label: "Nobody who can be named", ...withDrawing({ icon: "circle-help" }) },
        ]}
      />
      <ComboField
        of="speakers"
        name="knownName"
        label="Or another known speaker"
        hint="Part of the name is enough to find it; it goes before the choice above."
      />
    </>
  );
}
