import { ComboField } from "@/components/forms/combo-field.client";
import { CheckField, RadioField, SegmentedField, TextField } from "@/components/forms/fields.client";
import { speakerKindWord } from "@/components/statements/words";
import { Icon } from "@/components/ui/icon";
import { SubmitButton } from "@/components/ui/submit-button";
import { SPEAKER_KINDS } from "@/lib/speakers";
import { type ShownProposal, suggestionLine } from "./shown";

interface SpeakerFieldsProps {
  proposal: ShownProposal;
  siblings: readonly number[];
}

/** Who spoke: a suggested speaker, another known one, a new one, or nobody who can be named. */
export function SpeakerFields({ proposal, siblings }: SpeakerFieldsProps) {
  const { choice, suggestions, printedName, speaker, shownKind, isNameRemembered } = proposal;
  const newDescription = choice.kind === "new" ? choice.description : "";
  const newName = choice.kind === "new" ? choice.name : (printedName ?? "");
  const newKind = choice.kind === "new" ? choice.speakerKind : (shownKind?.kind ?? null);
  const isNameKnown = suggestions.some(({ matched }) => matched === "name" || matched === "alias");
  const choices = [
    ...suggestions.map((known) => ({
      value: `known:${known.id}`,
      label: known.name,
      hint: suggestionLine(known),
      icon: <Icon name={speakerKindWord(known.kind).icon} />,
    })),
    {
      value: "new",
      label: newName ? `New speaker: ${newName}` : "New speaker",
      icon: <Icon name="user-round-plus" />,
    },
    { value: "named", label: "Another known speaker", icon: <Icon name="user-search" /> },
    { value: "none", label: "Nobody who can be named", icon: <Icon name="circle-help" /> },
  ];
  const value = choice.kind === "known" ? `known:${choice.speakerId}` : choice.kind;
  return (
    <div className="speakerpick stack stack--tight">
      <RadioField name="speaker" label="Speaker" value={value} choices={choices} />
      {printedName && printedName !== speaker?.name ? (
        <p className="hint">As printed: {printedName}</p>
      ) : null}
      <div className="speakerpick__new stack stack--tight">
        <TextField name="newName" label="Name of the new speaker" value={newName} />
        <SegmentedField
          name="newKind"
          label="What it is"
          hint={
            newKind === null
              ? "The text does not show it. Say it before you accept; it holds for all that name the same."
              : undefined
          }
          value={newKind ?? undefined}
          choices={SPEAKER_KINDS.map((kind) => ({ value: kind, label: speakerKindWord(kind).label }))}
        />
        <TextField
          name="newDescription"
          label="Who they are"
          hint="In a few words. Needed when another speaker has the name: it tells the two apart."
          value={newDescription}
        />
      </div>
      <div className="speakerpick__named">
        <ComboField
          of="speakers"
          name="knownName"
          label="Name of the known speaker"
          hint="Part of the name is enough to find it."
        />
      </div>
      {printedName && !isNameKnown ? (
        <div className="speakerpick__known">
          <CheckField
            name="isNameRemembered"
            label={`Keep “${printedName}” as another name of this speaker`}
            isChecked={isNameRemembered}
          />
        </div>
      ) : null}
      {siblings.length > 0 ? (
        <div>
          <SubmitButton name="forSiblings" value="yes" variant="plain" isSmall shortcut="w">
            Save the speaker for all {siblings.length + 1} of {printedName}
          </SubmitButton>
          <p className="hint">{siblingWords(siblings)}</p>
        </div>
      ) : null}
    </div>
  );
}

const MOST_NAMED = 8;

function siblingWords(siblings: readonly number[]): string {
  const named = siblings.slice(0, MOST_NAMED).join(", ");
  const more = siblings.length - MOST_NAMED;
  if (siblings.length === 1) return `Proposal ${named} names the same.`;
  return `Proposals ${named}${more > 0 ? ` and ${more} more` : ""} name the same.`;
}
