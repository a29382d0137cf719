import type { HTMLInputAutoCompleteAttribute } from "react";
import { FieldFrame, type FieldProps, fieldIds } from "./field";

interface TextFieldProps extends FieldProps {
  /** What was typed before, or what is recorded. */
  value?: string | null | undefined;
  type?: "text" | "search" | "email" | "password" | "url" | "date" | "datetime-local" | "number" | undefined;
  autoComplete?: HTMLInputAutoCompleteAttribute | undefined;
  inputMode?: "text" | "numeric" | "decimal" | "url" | "email" | undefined;
  placeholder?: string | undefined;
  maxLength?: number | undefined;
  min?: string | number | undefined;
  max?: string | number | undefined;
  step?: string | number | undefined;
  /** The id of a `<datalist>` of suggestions. */
  list?: string | undefined;
  /** The language of what is typed, when known; the direction follows the letters. */
  lang?: string | undefined;
  isReadOnly?: boolean | undefined;
}

/** One line of text, uncontrolled: it keeps working without JavaScript and is refilled from `value`. */
export function TextField({ value, type = "text", isReadOnly, ...field }: TextFieldProps) {
  const ids = fieldIds(field);
  return (
    <FieldFrame {...field} ids={ids}>
      <input
        className="input"
        id={ids.id}
        name={field.name}
        type={type}
        defaultValue={value ?? ""}
        dir={type === "text" || type === "search" ? "auto" : undefined}
        lang={field.lang}
        required={field.isRequired}
        readOnly={isReadOnly}
        autoComplete={field.autoComplete}
        inputMode={field.inputMode}
        placeholder={field.placeholder}
        maxLength={field.maxLength}
        min={field.min}
        max={field.max}
        step={field.step}
        list={field.list}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={ids.describedBy}
      />
    </FieldFrame>
  );
}

interface TextAreaProps extends FieldProps {
  value?: string | null | undefined;
  rows?: number | undefined;
  placeholder?: string | undefined;
  maxLength?: number | undefined;
  lang?: string | undefined;
  isReadOnly?: boolean | undefined;
  /** Serif, for the words of a record. */
  isRecord?: boolean | undefined;
}

/** Several lines of text, uncontrolled. */
export function TextArea({ value, rows = 4, isRecord, isReadOnly, ...field }: TextAreaProps) {
  const ids = fieldIds(field);
  return (
    <FieldFrame {...field} ids={ids}>
      <textarea
        className={isRecord ? "input input--record" : "input"}
        id={ids.id}
        name={field.name}
        rows={rows}
        defaultValue={value ?? ""}
        dir="auto"
        lang={field.lang}
        required={field.isRequired}
        readOnly={isReadOnly}
        placeholder={field.placeholder}
        maxLength={field.maxLength}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={ids.describedBy}
      />
    </FieldFrame>
  );
}

interface FileFieldProps extends FieldProps {
  /** As in HTML: ".txt,text/plain". */
  accept?: string | undefined;
  isMultiple?: boolean | undefined;
}

/** A file to choose or to drop on it. A browser refills it on no page that comes anew: its hint says so (AGAIN). */
export function FileField({ accept, isMultiple, ...field }: FileFieldProps) {
  const ids = fieldIds(field);
  return (
    <FieldFrame {...field} ids={ids}>
      <input
        className="input input--file"
        id={ids.id}
        name={field.name}
        type="file"
        accept={accept}
        multiple={isMultiple}
        required={field.isRequired}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={ids.describedBy}
      />
    </FieldFrame>
  );
}
