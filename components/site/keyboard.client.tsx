"use client";

import { useEffect, useRef, useState } from "react";
import { Drawing } from "@/components/ui/drawing";
import { KEYBOARD } from "@/components/ui/icon-paths-scripts";
import { Kbd } from "@/components/ui/kbd";
import { isTyping } from "@/components/ui/typing";
import {
  closeMenus,
  focusSearch,
  goTo,
  type KeyMeaning,
  keysHere,
  markFocused,
  moveInList,
  openItem,
  pressKey,
  tellKeys,
} from "./keyboard";

const OFF = "verbatim-keys-off";
const CHORD_MS = 1500;

/** Single-key shortcuts, and the dialog that lists them and turns them off. They never fire while typing. */
export function Keyboard() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [keys, setKeys] = useState<readonly KeyMeaning[]>([]);
  const isOn = useRef(true);
  const [isOff, setOff] = useState(false);

  function showKeys() {
    setKeys(keysHere());
    dialog.current?.showModal();
  }

  useEffect(() => {
    isOn.current = localStorage.getItem(OFF) === null;
    setOff(!isOn.current);
    if (!isOn.current) tellKeys(false);
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
      if (key === "?") {
        setKeys(keysHere());
        dialog.current?.showModal();
      }
      return key === "?" || key === "g" || (key.length === 1 && pressKey(key));
    }

    function onKeyDown(event: KeyboardEvent) {
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
  }, []);

  return (
    <>
      <button className="foot__keys js-only" type="button" onClick={showKeys}>
        <Drawing path={KEYBOARD} />
        {isOff ? (
          <span>Single keys are turned off</span>
        ) : (
          <span>
            Press <kbd>?</kbd> for the keys that work here
          </span>
        )}
      </button>
      <dialog className="dialog" ref={dialog} aria-labelledby="keys-title">
        <h2 id="keys-title">Keys that work here</h2>
        <dl className="keys">
          {keys.map(({ keys: sequence, meaning }) => (
            <div key={`${sequence} ${meaning}`}>
              <dt>{meaning}</dt>
              <dd>
                <Kbd keys={sequence} />
              </dd>
            </div>
          ))}
        </dl>
        <form method="dialog" className="above-4">
          <label className="check">
            <input
              type="checkbox"
              ref={(box) => {
                if (box) box.checked = isOn.current;
              }}
              onChange={(event) => {
                isOn.current = event.target.checked;
                setOff(!isOn.current);
                tellKeys(isOn.current);
                if (isOn.current) localStorage.removeItem(OFF);
                else localStorage.setItem(OFF, "yes");
              }}
            />
            <span>Single-key shortcuts on</span>
          </label>
          <div className="btns">
            <button className="btn" type="submit">
              Close <Kbd keys="esc" isDecoration />
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
