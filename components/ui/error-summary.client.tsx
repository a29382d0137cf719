"use client";

import { useEffect, useRef } from "react";
import { Drawing } from "./drawing";
import { fieldId } from "./field";
import { CIRCLE_ALERT } from "./icon-paths-scripts";
import { takeFocus } from "./typing";

export interface FieldError {
  /** The field's name, or "" when it concerns the form as a whole. */
  name: string;
  message: string;
  /** The control's id when the form chose its own. */
  id?: string | undefined;
  /** Where what stands already is read. */
  there?: string | undefined;
}

interface ErrorSummaryProps {
  errors: readonly FieldError[];
  /** "2 things to put right" unless said otherwise. */
  title?: string | undefined;
  /** What became of the entries. */
  kept?: string | undefined;
}

/** Lists what to put right, takes focus when it appears or changes, and links to each field. */
export function ErrorSummary({ errors, title, kept = "What you typed is below." }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) takeFocus(box.current);
  }, [errors]);
  if (errors.length === 0) return null;
  const count = errors.length === 1 ? "One thing to put right" : `${errors.length} things to put right`;
  return (
    // autofocus serves the page that arrives without JavaScript
    // biome-ignore lint/a11y/noAutofocus: after a refused form the summary is where reading must begin
    <div ref={box} className="note note--stop" role="alert" tabIndex={-1} autoFocus>
      <Drawing path={CIRCLE_ALERT} />
      <div>
        <b>{title ?? count}</b>
        <p>{kept}</p>
        <ul>
          {errors.map((error) => (
            <li key={`${error.name} ${error.message}`}>
              {error.name ? (
                <a href={`#${error.id ?? fieldId(error.name)}`}>{error.message}</a>
              ) : (
                error.message
              )}
              {error.there && (
                <>
                  {" "}
                  <a href={error.there}>Open it</a>
                </>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
