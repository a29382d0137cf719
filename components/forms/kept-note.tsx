import { Drawing } from "@/components/ui/drawing";
import { PENCIL } from "@/components/ui/icon-paths-scripts";
import { Time } from "@/components/ui/time";
import type { FormValues } from "@/lib/forms";

/** What was typed into this form before and has not been stored. */
export interface KeptTyping {
  readonly id: string;
  /** The window that it was typed in. */
  readonly window: string;
  readonly values: FormValues;
  readonly keptAt: Date;
  /** It is filled in; otherwise it is offered. */
  readonly isTaken: boolean;
  /** It was asked for, and stands over what was saved since, which is shown beside it. */
  readonly isAsked: boolean;
  /** Where it is asked for. */
  readonly address: string;
}

interface KeptNoteProps {
  kept: Pick<KeptTyping, "id" | "keptAt" | "isTaken" | "address">;
  /** The form that it stands in. */
  form: string;
}

/** Says that what stands in the form, or could, was typed before and is not stored; and lets it go. */
export function KeptNote({ kept: { id, keptAt, isTaken, address }, form }: KeptNoteProps) {
  return (
    <div className="note note--care" data-opens>
      <Drawing path={PENCIL} />
      <div className="stack stack--tight">
        <p>
          You had typed this on <Time value={keptAt} precision="time" />. It is not stored yet
          {isTaken ? "; it is filled in again below." : "."}
        </p>
        <div className="btns">
          {isTaken ? null : (
            <a className="btn btn--sm" href={address}>
              Take it up
            </a>
          )}
          <button
            type="submit"
            className="btn btn--sm btn--quiet"
            formAction="/typed/discard"
            formMethod="post"
            formNoValidate
            name="discard"
            value={`${id} ${form}`}
          >
            Discard it
          </button>
        </div>
      </div>
    </div>
  );
}

/** Names what was typed into the same form in another window and is not stored: this one does not hold it. */
export function KeptInAnother({ id, keptAt }: { id: string; keptAt: Date }) {
  return (
    <p className="note note--care" data-opens>
      <Drawing path={PENCIL} />
      <span>
        You typed something else into this form in another window, on <Time value={keptAt} precision="time" />
        , and it is not stored: <a href={`/account/typed?id=${id}`}>read it, take it up or discard it</a>.
      </span>
    </p>
  );
}
