"use client";

import { useEffect, useRef } from "react";
import { useBarAtSelection } from "@/components/imports/bar-at-selection.client";
import { selectOverLinks } from "@/components/imports/draw-over.client";

/** Shows the form around it at the words that are selected in the text, and takes their place into it. */
export function SelectedPlace() {
  const start = useRef<HTMLInputElement>(null);
  const end = useRef<HTMLInputElement>(null);
  useEffect(selectOverLinks, []);
  useBarAtSelection(start, ({ words, startUtf16 }) => {
    if (!start.current || !end.current) return;
    start.current.value = `${startUtf16}`;
    end.current.value = `${startUtf16 + words.length}`;
  });
  return (
    <>
      <input ref={start} type="hidden" name="startUtf16" />
      <input ref={end} type="hidden" name="endUtf16" />
    </>
  );
}
