"use client";

import { type ComponentProps, useContext, useEffect, useRef, useState } from "react";
import { standingOf } from "@/lib/forms";
import { FormContext } from "./form-context";

interface FoldProps extends Omit<ComponentProps<"details">, "open" | "onToggle"> {
  isOpen?: boolean | undefined;
  /** By what the form around remembers how it was left, where its answers make it anew. */
  remember?: string | undefined;
}

/**
 * What is folded away until it is wanted. How it is drawn first is the page's; from then on it is its reader's: a page
 * that is drawn anew, because a form was answered or a colleague saved, may open it and never closes it under the hand.
 */
export function Fold({ isOpen = false, remember, children, ...rest }: FoldProps) {
  const { folds } = useContext(FormContext);
  const left = remember === undefined ? undefined : folds.get(remember);
  const [wasOpen] = useState(left ?? isOpen);
  const fold = useRef<HTMLDetailsElement>(null);
  const wish = useRef(isOpen);
  useEffect(() => {
    if (isOpen && !wish.current && fold.current) fold.current.open = true;
    wish.current = isOpen;
  }, [isOpen]);
  return (
    <details
      ref={fold}
      {...rest}
      open={wasOpen}
      data-fold
      onToggle={({ currentTarget }) => {
        if (remember !== undefined) folds.set(remember, currentTarget.open);
      }}
    >
      {children}
    </details>
  );
}

interface FormFoldProps extends Pick<FoldProps, "isOpen" | "children"> {
  summary: string;
  /** The inputs inside, or what their dotted names begin with. */
  names: readonly string[];
  className?: "fold" | "behind" | undefined;
}

/**
 * Fields of a form that are folded until they are wanted. After an answer the fields are made anew: the fold is as it was
 * left, and open when something in it is to be put right or was typed, so that nothing typed is out of sight.
 */
export function FormFold({ summary, names, isOpen = false, className = "fold", children }: FormFoldProps) {
  const { state, folds } = useContext(FormContext);
  const isAnswered = state.status !== "idle" && state.status !== "done";
  const holds = (field: string) => names.some((name) => field === name || field.startsWith(`${name}.`));
  const hasError = state.errors.some(({ field }) => field !== undefined && holds(field));
  const isTyped =
    isAnswered &&
    Object.keys(state.values).some(
      (name) => holds(name) && standingOf(state.values, name, undefined) !== "untouched",
    );
  // what is to be put right is shown even where it was folded away
  if (hasError || isTyped) folds.set(summary, true);
  return (
    <Fold className={className} remember={summary} isOpen={isOpen || hasError || isTyped}>
      <summary>{summary}</summary>
      <div className="stack above-3">{children}</div>
    </Fold>
  );
}
