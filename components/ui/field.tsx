import type { ReactNode } from "react";
import { Drawing } from "./drawing";
import { CIRCLE_ALERT } from "./icon-paths-scripts";

export interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and how to put it right; null or absent when nothing is. */
  error?: string | null | undefined;
  /** Needed only when two forms on a page hold the same name. */
  id?: string | undefined;
  isRequired?: boolean | undefined;
}

export interface FieldIds {
  id: string;
  hintId: string;
  errorId: string;
  /** For `aria-describedby`: the hint and the error, as far as they exist. */
  describedBy: string | undefined;
}

/** The ids that tie a control to its hint and its error. An error summary links to `id`. */
export function fieldIds({
  name,
  id,
  hint,
  error,
}: Pick<FieldProps, "name" | "id" | "hint" | "error">): FieldIds {
  const base = id ?? fieldId(name);
  const hintId = `${base}-hint`;
  const errorId = `${base}-error`;
  const describedBy = [hint ? hintId : "", error ? errorId : ""].filter(Boolean).join(" ") || undefined;
  return { id: base, hintId, errorId, describedBy };
}

/** The id of the control called `name`, unless a form chose another. */
export function fieldId(name: string) {
  return `f-${name.replaceAll(/[^A-Za-z0-9_-]/g, "-")}`;
}

interface FieldFrameProps extends FieldProps {
  ids: FieldIds;
  children: ReactNode;
}

/** Label, hint and error around one control. */
export function FieldFrame({ label, hint, error, isRequired, ids, children }: FieldFrameProps) {
  return (
    <div className={error ? "field field--bad" : "field"}>
      <label htmlFor={ids.id}>
        {label}
        <RequiredMark isRequired={isRequired} />
      </label>
      <FieldWords hint={hint} error={error} ids={ids} />
      {children}
    </div>
  );
}

/** Legend, hint and error around a group of controls. */
export function GroupFrame({ label, hint, error, isRequired, ids, children }: FieldFrameProps) {
  return (
    <fieldset className={error ? "field field--bad" : "field"} aria-describedby={ids.describedBy}>
      <legend className="label">
        {label}
        <RequiredMark isRequired={isRequired} />
      </legend>
      <FieldWords hint={hint} error={error} ids={ids} />
      {children}
    </fieldset>
  );
}

function RequiredMark({ isRequired }: { isRequired: boolean | undefined }) {
  return isRequired ? <span className="need"> needed</span> : null;
}

function FieldWords({ hint, error, ids }: Pick<FieldFrameProps, "hint" | "error" | "ids">) {
  return (
    <>
      {hint ? (
        <p className="hint" id={ids.hintId}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="err" id={ids.errorId}>
          <Drawing path={CIRCLE_ALERT} />
          <span>{error}</span>
        </p>
      ) : null}
    </>
  );
}
