"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { Drawing } from "@/components/ui/drawing";
import { KEYBOARD } from "@/components/ui/icon-paths-scripts";
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

/** Single-key shortcuts, and the dialog that lists them and turns them off. They never fire while typing. */
export function Keyboard() {
  const [dialog, setDialog] = useState<typeof import("./keys-dialog.client") | null>(null);
  const isOn = useRef(true);
  const [isOff, setOff] = useState(false);

  // few ask for it, so that it comes when it is asked for
  const showKeys = useCallback(async () => setDialog(await import("./keys-dialog.client")), []);

  useEffect(() => {
    isOn.current = localStorage.getItem(OFF) === null;
    setOff(!isOn.current);
    if (!isOn.current) void import("./keys-here").then(({ tellKeys }) => tellKeys(false));
    let chordUntil = 0;

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
      if (key === "?") void showKeys();
      return key === "?" || key === "g" || (key.length === 1 && pressKey(key));
    }

    function onKeyDown(event: KeyboardEvent) {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.repeat && !event.isComposing) {
        if (sendFormOf(event.target)) event.preventDefault();
        return;
      }
      const isModified = event.ctrlKey || event.metaKey || event.altKey;
      if (isModified || event.defaultPrevented || event.isComposing) return;
      if (document.querySelector("dialog[open]")) return;
      if (act(event)) event.preventDefault();
    }
    function onFocus({ target }: FocusEvent) {
      markFocused(target);
      // what was drawn since the keys were turned off promises none either
      if (!isOn.current && target instanceof Element) target.removeAttribute("aria-keyshortcuts");
    }
    document.addEventListener("keydown", onKeyDown);
    document.addEventListener("focusin", onFocus);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("focusin", onFocus);
    };
  }, [showKeys]);

  return (
    <>
      <button className="foot__keys js-only" type="button" onClick={() => void showKeys()}>
        <Drawing path={KEYBOARD} />
        {isOff ? (
          <span>Single keys are turned off</span>
        ) : (
          <span>
            Press <kbd>?</kbd> for the keys that work here
          </span>
        )}
      </button>
      {dialog === null ? null : (
        <dialog.KeysDialog isOn={isOn} onTurned={setOff} onClose={() => setDialog(null)} />
      )}
    </>
  );
}
