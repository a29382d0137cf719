"use client";

import { useEffect, useRef } from "react";
import { isTypingOutside } from "@/components/ui/typing";

/**
 * Keeps the mark of the keyboard on the proposal that is looked at, and its words in sight in the article. A decision
 * moves the mark on at once, so that the next key never falls on a proposal whose decision is still on its way.
 */
export function CurrentMark({ current }: { current: number | null }) {
  const isFirst = useRef(true);
  const ahead = useRef<number | null>(null);

  useEffect(() => {
    function moveOn(event: SubmitEvent) {
      const item = event.target instanceof Element ? event.target.closest(".props > li") : null;
      const { submitter } = event;
      const isDecision =
        submitter instanceof HTMLButtonElement &&
        (/^(accepted|rejected|accept)$/.test(submitter.value) || /(?:^|\W)kind$/.test(submitter.name));
      const next = item?.nextElementSibling;
      if (!isDecision || !next) return;
      ahead.current = ordinalOf(next);
      mark(next);
    }
    document.addEventListener("submit", moveOn);
    return () => document.removeEventListener("submit", moveOn);
  }, []);

  useEffect(() => {
    const isBehind = current !== null && ahead.current !== null && current < ahead.current;
    if (isBehind) return;
    ahead.current = null;
    const item = current === null ? null : document.getElementById(`p${current}`);
    mark(item);
    showWords(current);
    // on arrival the page stands where its address says; after a decision the next one takes over, unless somebody has
    // gone on to write elsewhere
    if (!isFirst.current && item && !isTypingOutside(item)) {
      item.focus({ preventScroll: true });
      item.scrollIntoView({ block: "nearest" });
    }
    isFirst.current = false;
  }, [current]);
  return null;
}

function mark(item: Element | null): void {
  for (const marked of document.querySelectorAll("[data-list-at]")) marked.removeAttribute("data-list-at");
  item?.setAttribute("data-list-at", "");
}

function ordinalOf(item: Element): number | null {
  return /^p\d+$/.test(item.id) ? Number(item.id.slice(1)) : null;
}

function showWords(ordinal: number | null): void {
  const words = ordinal === null ? null : document.getElementById(`t${ordinal}`);
  const pane = words?.closest<HTMLElement>(".imp__text");
  if (!words || !pane || pane.scrollHeight <= pane.clientHeight) return;
  const away = words.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTop += away - pane.clientHeight / 3;
}
