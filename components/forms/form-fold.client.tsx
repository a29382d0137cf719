"use client";

import { type ReactNode, useContext } from "react";
import { standingOf } from "@/lib/forms";
import { FormContext } from "./form-context";

interface FormFoldProps {
  summary: string;
  /** The inputs inside, or what their dotted names begin with. */
  names: readonly string[];
  isOpen?: boolean | undefined;
  className?: "fold" | "behind" | undefined;
  children: ReactNode;
}

/**
 * Fields that are folded until they are wanted. After an answer the fields are made anew: the fold is open when something
 * in it is to be put right or was typed, so that nothing typed is out of sight.
 */
export function FormFold({ summary, names, isOpen = false, className = "fold", children }: FormFoldProps) {
  const { state } = useContext(FormContext);
  const isAnswered = state.status !== "idle" && state.status !== "done";
  const holds = (field: string) => names.some((name) => field === name || field.startsWith(`${name}.`));
  const hasError = state.errors.some(({ field }) => field !== undefined && holds(field));
  const isTyped =
    isAnswered &&
    Object.keys(state.values).some(
      (name) => holds(name) && standingOf(state.values, name, undefined) !== "untouched",
    );
  return (
    <details className={className} open={isOpen || hasError || isTyped}>
      <summary>{summary}</summary>
      <div className="stack above-3">{children}</div>
    </details>
  );
}
