import type { Route } from "next";
import { ChangedWords } from "@/components/corrections/changed-words";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields.client";
import { Hidden } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { SubmitButton } from "@/components/ui/submit-button";
import { Time } from "@/components/ui/time";
import type { FormAction } from "@/lib/forms";

interface ChangedSourceProps {
  /** Null for whom may not decide it. */
  action: FormAction | null;
  sighting: {
    readonly state: string;
    /** The words as they stood in edition `from`, and what stands in edition `to` instead. */
    readonly was: string;
    readonly found: string;
    readonly from: number;
    readonly to: number;
    readonly retrievedAt: Date;
    readonly sourceId: string;
  };
  statement: { readonly state: string; readonly language: string };
  mayCorrect: boolean;
  statementId: string;
  version: number;
}

/** What the source prints by now instead of the words, and the ways to settle it: take its words, or say why ours stay. */
export function ChangedSource({ action, sighting, statement, mayCorrect, ...at }: ChangedSourceProps) {
  const { state, was, found, from, to, retrievedAt, sourceId } = sighting;
  const isPublic = statement.state === "published" || statement.state === "retracted";
  return (
    <section id="changed-source" aria-label="Changed in the source" className="stack">
      <Note
        tone="care"
        icon={state === "lost" ? "unlink" : "diff"}
        title={
          state === "lost" ? "The source has these words no more" : "The source prints other words by now"
        }
      >
        <p>
          <ChangedWords was={was} now={found || "(nothing of it)"} language={statement.language} />
        </p>
        <p className="small">
          Edition {to}, retrieved <Time value={retrievedAt} precision="time" isShort />.{" "}
          <Link href={`/sources/${sourceId}/editions/${from}..${to}` as Route}>All that changed</Link>
        </p>
        {mayCorrect && state === "changed" ? (
          <p className="noprint">
            <Link href={`/review/${at.statementId}?again=source#correct` as Route}>
              Propose its new words as a correction
            </Link>
          </p>
        ) : null}
      </Note>
      {action ? (
        <ActionForm
          action={action}
          id="keep-words"
          label="Keep the words"
          version={at.version}
          className="stack stack--tight"
        >
          <Hidden values={{ statementId: at.statementId }} />
          <TextArea
            name="publicNote"
            label="Why the words stay as they were printed first"
            hint={isPublic ? "Visitors read it, as a notice of this page." : undefined}
            value=""
            rows={2}
          />
          <SubmitButton variant="plain" pendingLabel="Saving…">
            Keep the words
          </SubmitButton>
        </ActionForm>
      ) : null}
    </section>
  );
}
