"use client";

import { useEffect, useRef, useState } from "react";
import { Drawing } from "@/components/ui/drawing";
import { CIRCLE_ALERT } from "@/components/ui/icon-paths-scripts";
import { type FormState, LABEL, type PageState } from "@/lib/forms";

const NOT_STORED: readonly FormState["status"][] = ["refused", "stale", "failed"];

/**
 * Names at the head of the page what was sent without scripts and not stored: the form that would say so may be gone,
 * because a colleague took the step first. With scripts the answer stands where the button was pressed.
 */
export function AnsweredElsewhere({ answers }: Pick<PageState, "answers">) {
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<readonly string[]>([]);
  useEffect(() => {
    const page = place.current?.closest("form");
    const isDrawn = (form: string) => page?.querySelector(`[data-part="${CSS.escape(form)}"]`) != null;
    setDrawn(Object.keys(answers).filter(isDrawn));
  }, [answers]);
  const refused = Object.entries(answers).filter(
    ([form, { status }]) => NOT_STORED.includes(status) && !drawn.includes(form),
  );
  if (refused.length === 0) return null;
  return (
    <div ref={place} className="note note--stop below-4" role="status">
      <Drawing path={CIRCLE_ALERT} />
      <div>
        <b>This was not stored</b>
        <ul>
          {refused.map(([form, answer]) => (
            <li key={form}>{wordsOf(answer)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function wordsOf({ values, errors, message }: FormState): string {
  const label = [values[LABEL] ?? []].flat().at(-1);
  const words = errors.length > 0 ? errors.map((error) => error.message).join(" ") : (message ?? "");
  return label ? `${label}: ${words}` : words;
}
