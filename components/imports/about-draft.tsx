import { Fragment } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Fold } from "@/components/forms/fold.client";
import { Hidden } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { timeInWords } from "@/components/ui/time";
import type { FoundDetails } from "@/lib/articles";
import type { FormAction } from "@/lib/forms";
import { languageName } from "@/lib/statements";
import { parseDated } from "@/lib/text";
import { DetailsFields } from "./details-fields";

interface AboutDraftProps {
  draft: {
    readonly publicId: string;
    readonly version: number;
    readonly title: string;
    readonly outletName: string;
    readonly address: string;
    readonly author: string;
    readonly publishedOn: string;
    readonly language: string;
    readonly story: { readonly slug: string; readonly title: string } | null;
    readonly arrivals: readonly { readonly details: FoundDetails }[];
    readonly guess: { readonly language: string; readonly because: string } | null;
  };
  /** The story as it is written in its field. */
  story: string;
  isOpen: boolean;
  save: FormAction;
  discard: FormAction;
}

/** Where the text was published, folded under what is known of it, and the way to put the import away. */
export function AboutDraft({ draft, story, isOpen, save, discard }: AboutDraftProps) {
  const { outletName, author, publishedOn, address, language } = draft;
  const day = parseDated(publishedOn);
  const known = [outletName, author, day ? timeInWords(day.on, day.precision) : publishedOn, address];
  const facts = [
    ...known.filter(Boolean),
    `in ${languageName(language)}`,
    ...(draft.story ? [`for the story “${draft.story.title}”`] : []),
  ];
  return (
    <Fold className="fold below-5" id="about" isOpen={isOpen}>
      <summary>
        Where it was published{" "}
        <span className="small">
          {known.some(Boolean) ? null : "nothing is recorded yet, "}
          {facts.map((fact, index) => (
            <Fragment key={fact}>
              {index > 0 ? ", " : null}
              <bdi>{fact}</bdi>
            </Fragment>
          ))}
        </span>
      </summary>
      <div className="stack above-3">
        <ActionForm action={save} id="about-form" label="Where it was published" version={draft.version}>
          <Hidden values={{ draftId: draft.publicId }} />
          <DetailsFields
            story={story}
            values={draft}
            found={draft.arrivals[0]?.details ?? {}}
            guess={draft.guess}
          />
          <div className="btns">
            <SubmitButton variant="plain" pendingLabel="Saving…">
              Save
            </SubmitButton>
          </div>
        </ActionForm>
        <Fold className="fold">
          <summary>Discard this import</summary>
          <ActionForm action={discard} id="discard" label="Discard this import" className="above-3 btns">
            <Hidden values={{ draftId: draft.publicId }} />
            <span className="small">The text and every decision about it go away. What is stored stays.</span>
            <SubmitButton variant="stop" icon="trash-2" isSmall>
              Discard
            </SubmitButton>
          </ActionForm>
        </Fold>
      </div>
    </Fold>
  );
}
