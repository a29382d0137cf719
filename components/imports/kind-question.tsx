import { speakerKindWord } from "@/components/statements/words";
import { Icon } from "@/components/ui/icon";
import { PressButton } from "@/components/ui/submit-button.client";
import { SPEAKER_KINDS } from "@/lib/speakers";

interface KindQuestionProps {
  readonly name: string;
  readonly ordinal: number;
  /** The import that it belongs to, where a page shows several. */
  readonly of?: string;
}

/** Asks what a new speaker is when the text does not show it; each answer is a button of the form around. */
export function KindQuestion({ name, ordinal, of }: KindQuestionProps) {
  const hint = of === undefined ? `kind-${ordinal}` : `kind-${of}-${ordinal}`;
  return (
    <fieldset className="askkind">
      <legend>
        What is <bdi>{name}</bdi>?
      </legend>
      <p className="hint" id={hint}>
        The text does not show it. Your answer accepts this proposal, and holds for all that name the same.
      </p>
      <div className="btns">
        {SPEAKER_KINDS.map((kind, index) => {
          const { label, icon } = speakerKindWord(kind);
          return (
            <PressButton
              key={kind}
              className="btn btn--sm"
              name="kind"
              value={kind}
              data-key={`${index + 1}`}
              aria-keyshortcuts={`${index + 1}`}
              aria-describedby={hint}
            >
              <Icon name={icon} />
              {label}
              <span className="vh">, accept proposal {ordinal}</span>
            </PressButton>
          );
        })}
      </div>
    </fieldset>
  );
}
