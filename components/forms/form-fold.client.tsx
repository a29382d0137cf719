"use client";

import { type ReactNode, useContext } from "react";
import { standingOf } from "@/lib/forms";
import { FormContext } from "./form-context";

interface FormFoldProps {
  summary: string;
  /** The inputs inside: with something to put right in one of them the fold is open. */
  names: readonly string[];
  isOpen?: boolean | undefined;
  children: ReactNode;
}

/** Fields that are folded until they are wanted. */
export function FormFold({ summary, names, isOpen = false, children }: FormFoldProps) {
  const { state } = useContext(FormContext);
  const hasError = state.errors.some(({ field }) => field !== undefined && names.includes(field));
  const isTyped =
    state.status === "kept" &&
    names.some((name) => standingOf(state.values, name, undefined) !== "untouched");
  return (
    <details className="fold" open={isOpen || hasError || isTyped}>
      <summary>{summary}</summary>
      <div className="stack above-3">{children}</div>
    </details>
  );
}
