"use client";

import { useEffect, useRef } from "react";
import { selectedRange } from "@/components/imports/selected-words.client";

const SETTLED_MS = 200;
const GAP_PX = 8;

/** Shows the form around it at the words that are selected in the text, and takes their place into it. */
export function SelectedPlace() {
  const start = useRef<HTMLInputElement>(null);
  const end = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const bar = start.current?.closest<HTMLElement>("[data-selection-bar]");
    if (!bar) return;
    function show() {
      if (!bar || !start.current || !end.current) return;
      const selected = selectedRange();
      // whoever has gone on to the bar with a key keeps it
      if (!selected && bar.contains(document.activeElement)) return;
      bar.hidden = selected === null;
      if (!selected) return;
      start.current.value = `${selected.startUtf16}`;
      end.current.value = `${selected.startUtf16 + selected.words.length}`;
      const words = document.getSelection()?.getRangeAt(0).getBoundingClientRect();
      const around = bar.offsetParent?.getBoundingClientRect();
      if (!words || !around) return;
      const most = Math.max(0, around.width - bar.offsetWidth);
      bar.style.left = `${Math.min(most, Math.max(0, words.left - around.left))}px`;
      bar.style.top = `${words.bottom - around.top + GAP_PX}px`;
    }
    // a finger selects after it was lifted
    let settled: ReturnType<typeof setTimeout> | undefined;
    function wait() {
      clearTimeout(settled);
      settled = setTimeout(show, SETTLED_MS);
    }
    document.addEventListener("selectionchange", wait);
    return () => {
      clearTimeout(settled);
      document.removeEventListener("selectionchange", wait);
    };
  }, []);

  return (
    <>
      <input ref={start} type="hidden" name="startUtf16" />
      <input ref={end} type="hidden" name="endUtf16" />
    </>
  );
}
