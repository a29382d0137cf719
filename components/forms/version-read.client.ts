"use client";

import { type RefObject, useEffect, useRef } from "react";

/** Marks the input beside a field whose text a colleague saved anew while something is typed in it. */
export const OVERTAKEN_MARK = "data-overtaken";

/**
 * The version that a form was written on. A page may be drawn anew under what is typed, because another form of it was
 * saved: the version moves on with the page as long as nothing was saved that this form would overwrite unseen.
 */
export function useVersionRead(
  form: RefObject<HTMLElement | null>,
  version: number | undefined,
): () => number | undefined {
  const read = useRef(version);
  const isOvertaken = () => form.current?.querySelector(`[${OVERTAKEN_MARK}]`) != null;
  useEffect(() => {
    if (!isOvertaken()) read.current = version;
  });
  return () => (isOvertaken() ? read.current : version);
}
