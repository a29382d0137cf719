"use client";

import { type ComponentProps, useEffect, useRef, useState } from "react";
import { Drawing } from "@/components/ui/drawing";
import { CIRCLE_ALERT, CIRCLE_CHECK } from "@/components/ui/icon-paths-scripts";
import { type FormState, LABEL, type PageState } from "@/lib/forms";

const NOT_STORED: readonly FormState["status"][] = ["refused", "stale", "failed"];

/**
 * Names at the head of the page what was sent without scripts and not stored, or had been stored already: the form that
 * would say so may be gone, because a colleague took the step first, or oneself with an answer that never came. With
 * scripts the answer stands where the button was pressed.
 */
export function AnsweredElsewhere({ answers }: Pick<PageState, "answers">) {
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<readonly string[]>([]);
  useEffect(() => {
    const page = place.current?.closest("form");
    const isDrawn = (form: string) => page?.querySelector(`[data-part="${CSS.escape(form)}"]`) != null;
    setDrawn(Object.keys(answers).filter(isDrawn));
  }, [answers]);
  const elsewhere = Object.entries(answers).filter(([form]) => !drawn.includes(form));
  const refused = elsewhere.filter(([, { status }]) => NOT_STORED.includes(status));
  const stored = elsewhere.filter(([, { status, storedOn }]) => status === "done" && storedOn !== undefined);
  if (refused.length + stored.length === 0) return null;
  return (
    <div ref={place}>
      <Told tone="stop" path={CIRCLE_ALERT} title="This was not stored" answers={refused} />
      <Told tone="pass" path={CIRCLE_CHECK} title="Nothing was stored twice" answers={stored} />
    </div>
  );
}

interface ToldProps {
  tone: "stop" | "pass";
  path: ComponentProps<typeof Drawing>["path"];
  title: string;
  answers: readonly (readonly [form: string, answer: FormState])[];
}

function Told({ tone, path, title, answers }: ToldProps) {
  if (answers.length === 0) return null;
  return (
    <div className={`note note--${tone} below-4`} role="status">
      <Drawing path={path} />
      <div>
        <b>{title}</b>
        <ul>
          {answers.map(([form, answer]) => (
            <li key={form}>{wordsOf(answer)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function wordsOf({ values, errors, message, receipt }: FormState): string {
  const label = [values[LABEL] ?? []].flat().at(-1);
  const words =
    errors.length > 0 ? errors.map((error) => error.message).join(" ") : (message ?? receipt?.title ?? "");
  return label ? `${label}: ${words}` : words;
}
