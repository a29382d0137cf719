"use client";

import { type RefObject, useEffect, useRef } from "react";
import { selectedRange } from "./selected-words.client";

const SETTLED_MS = 200;
const GAP_PX = 8;

type Selected = NonNullable<ReturnType<typeof selectedRange>>;

/** Shows the bar around an element at the words that are selected in the text, and tells what they are. */
export function useBarAtSelection(within: RefObject<HTMLElement | null>, tell: (selected: Selected) => void) {
  const told = useRef(tell);
  useEffect(() => {
    told.current = tell;
  });
  useEffect(() => {
    const bar = within.current?.closest<HTMLElement>("[data-selection-bar]");
    if (!bar) return;
    function show() {
      if (!bar) return;
      const selected = selectedRange();
      // whoever has gone on to the bar with a key keeps it
      if (!selected && bar.contains(document.activeElement)) return;
      bar.hidden = selected === null;
      if (!selected) return;
      told.current(selected);
      place();
    }
    // what scrolls may be a pane within the page, and the bar may hang in what does not
    function place() {
      if (!bar || bar.hidden) return;
      const selection = document.getSelection();
      if (!selection || selection.rangeCount === 0) return;
      const words = selection.getRangeAt(0).getBoundingClientRect();
      const parent = bar.offsetParent;
      if (!parent) return;
      const around = parent.getBoundingClientRect();
      const most = Math.max(0, around.width - bar.offsetWidth - GAP_PX);
      bar.style.left = `${Math.min(most, Math.max(0, words.left - around.left))}px`;
      bar.style.top = `${words.bottom - around.top + parent.scrollTop + GAP_PX}px`;
    }
    // a finger selects after it was lifted
    let settled: ReturnType<typeof setTimeout> | undefined;
    function wait() {
      clearTimeout(settled);
      settled = setTimeout(show, SETTLED_MS);
    }
    document.addEventListener("selectionchange", wait);
    document.addEventListener("scroll", place, { capture: true, passive: true });
    return () => {
      clearTimeout(settled);
      document.removeEventListener("scroll", place, { capture: true });
      document.removeEventListener("selectionchange", wait);
    };
  }, [within]);
}

/** Shows the bar around it where words are selected: the form takes them by itself. */
export function BarAtSelection() {
  const here = useRef<HTMLSpanElement>(null);
  useBarAtSelection(here, () => undefined);
  return <span ref={here} hidden />;
}
