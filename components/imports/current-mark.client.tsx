"use client";

import { useEffect, useRef } from "react";

/** Keeps the mark of the keyboard on the proposal that is looked at, and its words in sight in the article. */
export function CurrentMark({ current }: { current: number | null }) {
  const isFirst = useRef(true);
  useEffect(() => {
    for (const item of document.querySelectorAll("[data-list-at]")) item.removeAttribute("data-list-at");
    if (current === null) return;
    const item = document.getElementById(`p${current}`);
    item?.setAttribute("data-list-at", "");
    const words = document.getElementById(`t${current}`);
    const pane = words?.closest<HTMLElement>(".imp__text");
    if (words && pane && pane.scrollHeight > pane.clientHeight) {
      pane.scrollTop += words.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
    }
    // on arrival the page stands where its address says; after a decision the next one takes over
    if (!isFirst.current) {
      item?.focus({ preventScroll: true });
      item?.scrollIntoView({ block: "nearest" });
    }
    isFirst.current = false;
  }, [current]);
  return null;
}
