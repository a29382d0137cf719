"use client";

import { useRouter } from "next/navigation";
import { Fragment, type ReactNode, useActionState, useEffect, useState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary.client";
import { fieldId } from "@/components/ui/field";
import { type FormAction, UNSENT } from "@/lib/forms";
import { FormContext } from "./form-context";
import { Receipt } from "./receipt.client";
import { StaleNote } from "./stale-note.client";

interface ActionFormProps {
  /** A server action; it redirects when its work was done. */
  action: FormAction;
  /** Needed only when two forms stand on one page; goes before the ids of the controls. */
  id?: string | undefined;
  /** Names the form as a landmark. */
  label?: string | undefined;
  /** The version of the thing that the page shows; sent along, so that a stale form never overwrites a colleague. */
  version?: number | undefined;
  className?: string | undefined;
  /** What became of the entries when something is to mend, where "nothing was lost" would not be true. */
  kept?: string | undefined;
  /** Fields of this folder, and anything else: they refill themselves. */
  children: ReactNode;
}

/**
 * A form that a server action answers, the same with and without JavaScript: what was typed comes back, errors stand
 * at their fields and in a summary that takes focus, and a colleague's save in between is told.
 */
export function ActionForm({
  action,
  id,
  label,
  version,
  className = "stack",
  kept,
  children,
}: ActionFormProps) {
  const [state, send] = useActionState(action, UNSENT);
  const [shown, setShown] = useState({ state, answers: 0 });
  if (shown.state !== state) setShown({ state, answers: shown.answers + 1 });

  const router = useRouter();
  const isStale = state.status === "stale";
  useEffect(() => {
    // brings the version that the colleague saved, which the note then offers to replace
    if (isStale) router.refresh();
  }, [isStale, router]);

  const prefix = id === undefined ? "" : `${id}-`;
  const errors = state.errors.map(({ field = "", message }) => ({
    name: field,
    message,
    ...(field === "" ? {} : { id: prefix + fieldId(field) }),
  }));
  const sentVersion = state.values.version;
  const read = (typeof sentVersion === "string" ? sentVersion : sentVersion?.at(-1)) ?? version?.toString();

  return (
    <FormContext value={{ prefix, state }}>
      <form action={send} id={id} className={className} aria-label={label} noValidate>
        {/* keyed by answer: a browser resets a form after its action, and inputs made anew start from what was typed */}
        <Fragment key={shown.answers}>
          {version === undefined ? null : <input type="hidden" name="version" value={read} readOnly />}
          {state.receipt ? <Receipt {...state.receipt} /> : null}
          <ErrorSummary errors={errors} kept={kept} />
          {isStale ? <StaleNote message={state.message} read={read} saved={version?.toString()} /> : null}
          {children}
        </Fragment>
      </form>
    </FormContext>
  );
}
