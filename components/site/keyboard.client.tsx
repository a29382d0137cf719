"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { isTyping } from "@/components/ui/typing";
import {
  closeMenus,
  focusSearch,
  goTo,
  markFocused,
  moveInList,
  openItem,
  pressKey,
  sendFormOf,
} from "./keyboard";
import { OFF } from "./keys-off";

const CHORD_MS = 1500;

/** Shortcuts, the palette that one of them opens, and the dialog that lists them and turns them off. Single keys never fire while typing. */
export function Keyboard() {
  const [opened, setOpened] = useState<ReactNode>(null);
  const isOn = useRef(true);

  useEffect(() => {
    isOn.current = localStorage.getItem(OFF) === null;
    if (!isOn.current) void import("./dialogs.client").then(({ tellKeys }) => tellKeys(false));
    let chordUntil = 0;
    let openings = 0;

    // few ask for them, so that they come when one is asked for
    async function open(what: string | undefined) {
      const { Dialogs } = await import("./dialogs.client");
      const key = ++openings;
      // a dialog hears of its closing a moment later, when another may be open
      const onClose = () => setOpened((now) => (key === openings ? null : now));
      setOpened(<Dialogs key={key} {...{ what, isOn, onClose }} />);
    }

    function act(event: KeyboardEvent): boolean {
      const { key, target } = event;
      if (key === "Escape") return closeMenus();
      if (!isOn.current || isTyping(target)) return false;
      if (event.repeat && key !== "j" && key !== "k") return false;
      const isSecond = event.timeStamp < chordUntil;
      chordUntil = 0;
      if (isSecond && goTo(key)) return true;
      if (key === "/") return focusSearch();
      if (key === "Enter") return openItem(target);
      if (key === "j" || key === "k") return moveInList(key === "j" ? 1 : -1) || pressKey(key);
      if (key === "g") chordUntil = event.timeStamp + CHORD_MS;
      if (key === "?") void open("keys");
      return key === "?" || key === "g" || (key.length === 1 && pressKey(key));
    }

    function onKeyDown(event: KeyboardEvent) {
      const isCommand = event.ctrlKey || event.metaKey;
      if (event.isComposing) return;
      if (event.key === "Enter" && isCommand) {
        if (!event.repeat && sendFormOf(event.target)) event.preventDefault();
        return;
      }
      if (event.altKey || event.defaultPrevented || document.querySelector("dialog[open]")) return;
      if (isCommand) {
        // also while typing: no text has such a key
        if (event.key !== "k" || !isOn.current) return;
        if (!event.repeat) void open("palette");
      } else if (!act(event)) return;
      event.preventDefault();
    }
    function onClick(event: MouseEvent) {
      const opener = (event.target as Element).closest<HTMLElement>("[data-dialog]");
      // with another key it is a link, to a page of its own
      if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void open(opener.dataset.dialog);
    }
    function onFocus({ target }: FocusEvent) {
      markFocused(target);
      // what was drawn since the keys were turned off promises none either
      if (!isOn.current && target instanceof Element) target.removeAttribute("aria-keyshortcuts");
    }
    const listening = new AbortController();
    document.addEventListener("keydown", onKeyDown, listening);
    document.addEventListener("focusin", onFocus, listening);
    document.addEventListener("click", onClick, listening);
    return () => listening.abort();
  }, []);

  return opened;
}
