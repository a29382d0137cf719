import { ActionForm } from "@/components/forms/action-form";
import { Hidden } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { SubmitButton } from "@/components/ui/submit-button";
import { Progress } from "@/components/ui/table";
import type { FormAction } from "@/lib/forms";
import { KeepReading } from "./keep-reading.client";

interface ReadOnProps {
  draftId: string;
  /** How much of the text is read, in percent. */
  percent: number;
  /** Where the text begins that is not read yet, in UTF-16; null when there is none. */
  unreadFrom: number | null;
  readOn: FormAction;
}

/** Of a long text that is not read to its end: how far it is read, and the way on. */
export function ReadOn({ draftId, percent, unreadFrom, readOn }: ReadOnProps) {
  if (unreadFrom === null) return null;
  return (
    <div className="below-4">
      <Note title={`Read to ${percent} %: statements are being found`}>
        <p>
          This is a long text. It is read in steps; what is found joins the proposals below, and you can
          decide them meanwhile. It can be stored when it is read to its end.
        </p>
        <Progress label="Read" value={percent} max={100} />
        <ActionForm action={readOn} id="read-on" label="Read on">
          <Hidden values={{ draftId }} />
          <SubmitButton variant="plain" isSmall icon="file-search" pendingLabel="Reading…">
            Read on
          </SubmitButton>
        </ActionForm>
        <KeepReading draftId={draftId} unreadFrom={unreadFrom} readOn={readOn} />
      </Note>
    </div>
  );
}
