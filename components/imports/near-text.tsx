import type { Route } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { Hidden } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { PressButton } from "@/components/ui/submit-button.client";
import type { FormAction } from "@/lib/forms";

interface NearSource {
  readonly publicId: string;
  readonly title: string;
  readonly outletName: string | null;
  readonly edition: number;
  readonly percent: number;
}

interface NearTextProps {
  readonly draftId: string;
  readonly version: number;
  /** The source that holds nearly the text, while nobody said what it is. */
  readonly near: NearSource | null;
  readonly said: { readonly as: "edition" | "own"; readonly near: NearSource } | null;
  readonly action: FormAction;
}

/** Of a text that is nearly that of a source: how much is the same, and what it is, which only a person can say. */
export function NearText({ draftId, version, near, said, action }: NearTextProps) {
  const source = near ?? said?.near ?? null;
  if (source === null) return null;
  const { publicId, title, outletName, edition, percent } = source;
  const link = (
    <>
      <Link href={`/sources/${publicId}` as Route} dir="auto">
        {title}
      </Link>
      {outletName === null ? null : (
        <>
          {" "}
          (<bdi>{outletName}</bdi>)
        </>
      )}
    </>
  );
  return (
    <div className="below-4">
      <Note
        tone={near === null ? "plain" : "care"}
        title={near === null ? TOLD[said?.as ?? "own"] : "The record holds nearly this text"}
      >
        <p>
          {percent} % of the shorter of the two is the same as in edition {edition} of {link}.{" "}
          {near === null
            ? ""
            : "Say what this is before you store it: the same piece as its publisher prints it now, or another’s piece that prints the same."}
        </p>
        <ActionForm
          action={action}
          id="near"
          label="What this text is"
          version={version}
          className="btns above-2"
        >
          <Hidden values={{ draftId, sourceId: publicId }} />
          {near === null ? (
            <PressButton className="btn btn--sm" name="as" value="ask">
              Say it anew
            </PressButton>
          ) : (
            <>
              <PressButton className="btn btn--sm" name="as" value="edition">
                Another edition of that source
              </PressButton>
              <PressButton className="btn btn--sm" name="as" value="own">
                A source of its own, printing the same
              </PressButton>
            </>
          )}
        </ActionForm>
      </Note>
    </div>
  );
}

const TOLD = {
  edition: "You said: another edition of that source",
  own: "You said: a source of its own, printing the same",
};
