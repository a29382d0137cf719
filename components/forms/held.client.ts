"use client";

import { type RefObject, useContext, useLayoutEffect, useRef, useState } from "react";
import { type Held, nameInPage, standingOf, WAS, writeWas } from "@/lib/forms";
import { FormContext } from "./form-context";

/** What a field was drawn with. */
export interface Standing<T extends Held> {
  readonly value: T;
  /** What was saved meanwhile by somebody else, while something is typed in the field. */
  readonly saved: { readonly value: T } | null;
  /** The hidden input beside the field. */
  readonly place: RefObject<HTMLInputElement | null>;
}

/**
 * What a field holds, which may change under it: the page is drawn anew when another form of it is saved. A field that
 * nobody wrote in follows; one that is written in keeps what it was drawn with, or a choice would vanish and what was
 * typed would pass for an answer to a text that its writer never saw.
 */
export function useHeld<T extends Held>(name: string, held: T): Standing<T> {
  const { part } = useContext(FormContext);
  const place = useRef<HTMLInputElement>(null);
  const [drawn, setDrawn] = useState<{ readonly value: T }>({ value: held });
  const was = writeWas(name, drawn.value);
  const isMoved = was !== writeWas(name, held);
  const [isTyped, setTyped] = useState(false);
  const now = useRef(held);
  now.current = held;
  const mark = writeWas(name, held);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list is another one at each drawing; its mark is not
  useLayoutEffect(() => {
    const form = place.current?.form;
    if (!isMoved || !form) return;
    const typed = new FormData(form).getAll(nameInPage(part, name)).map(String);
    const isOvertaken = standingOf({ [name]: typed, [WAS]: was }, name, now.current) === "overtaken";
    setTyped(isOvertaken);
    if (!isOvertaken) setDrawn({ value: now.current });
  }, [isMoved, mark]);
  const first = useRef(drawn);
  useLayoutEffect(() => {
    if (drawn === first.current) return;
    first.current = drawn;
    // a box that a script has drawn shows its own words whatever it is drawn with later
    const box = place.current?.form?.elements.namedItem(nameInPage(part, name));
    if (box instanceof HTMLTextAreaElement) box.value = box.defaultValue;
  }, [drawn, part, name]);
  return { value: drawn.value, saved: isMoved && isTyped ? { value: held } : null, place };
}
