"use client";

import { useEffect, useRef } from "react";
import { useField } from "@/components/forms/form-context";
import { selectOverLinks } from "./draw-over.client";

/**
 * Takes words that are selected in the article into the form around it, with the place where they stand, and unfolds
 * it. Typing instead forgets the place; words that come back after they were kept stand where they were selected.
 */
export function SelectedWords({
  words,
  startUtf16,
}: {
  words?: string | undefined;
  startUtf16: number | null;
}) {
  const place = useRef<HTMLInputElement>(null);
  const kept = useField("startUtf16").text;
  const areBack = useField("wording", words).text !== undefined;
  const start = areBack ? kept : startUtf16?.toString();

  useEffect(selectOverLinks, []);
  useEffect(() => {
    // a part of a page whose forms are sent together, in which names have the part's before them
    const form = place.current?.closest("[data-part], form");
    const box = form?.querySelector<HTMLTextAreaElement>("textarea[name$=wording]");
    if (!box) return;
    function take() {
      const selected = selectedRange();
      if (!selected || !box || !place.current) return;
      box.value = selected.words;
      // it counts as typed
      box.dispatchEvent(new Event("input", { bubbles: true }));
      place.current.value = `${selected.startUtf16}`;
      place.current.disabled = false;
      const fold = box.closest("details");
      if (fold) fold.open = true;
    }
    // of a paragraph that is shortened the rest stands near its place still
    function forget() {
      if (place.current) place.current.disabled = startUtf16 === null;
    }
    // a finger selects after it was lifted
    let settled: ReturnType<typeof setTimeout> | undefined;
    function wait() {
      clearTimeout(settled);
      settled = setTimeout(take, SETTLED_MS);
    }
    document.addEventListener("selectionchange", wait);
    box.addEventListener("input", forget);
    return () => {
      clearTimeout(settled);
      document.removeEventListener("selectionchange", wait);
      box.removeEventListener("input", forget);
    };
  }, [startUtf16]);

  return (
    <input ref={place} type="hidden" name="startUtf16" defaultValue={start} disabled={start === undefined} />
  );
}

const SETTLED_MS = 200;

/** What is selected within one paragraph of the reader, and where it begins in the text. */
export function selectedRange(): { words: string; startUtf16: number } | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const paragraph = closest(range.startContainer, "[data-reader] [data-start]");
  if (!paragraph || paragraph !== closest(range.endContainer, "[data-reader] [data-start]")) return null;
  const words = printed(range);
  if (words.trim() === "") return null;
  const before = document.createRange();
  before.selectNodeContents(paragraph);
  before.setEnd(range.startContainer, range.startOffset);
  const start = Number(paragraph.dataset.start) + printed(before).length;
  return { words: words.trim(), startUtf16: start + (words.length - words.trimStart().length) };
}

/** The words of the text in a range: what is said before a mark, such as “[Denies:]”, is none of them. */
function printed(range: Range): string {
  const held = range.cloneContents();
  for (const said of held.querySelectorAll(".hl__before")) said.remove();
  return held.textContent ?? "";
}

function closest(node: Node, selector: string): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>(selector) ?? null;
}
