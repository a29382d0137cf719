"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import { type KeyMeaning, keysHere, tellKeys } from "./keys-here";
import { OFF } from "./keys-off";

interface KeysDialogProps {
  /** Whether single keys act. */
  isOn: RefObject<boolean>;
  onClose: () => void;
}

/** Lists the keys that work on the page as it stands, and turns them off and on. */
export function KeysDialog({ isOn, onClose }: KeysDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [keys, setKeys] = useState<readonly KeyMeaning[]>([]);
  useEffect(() => {
    setKeys(keysHere());
    dialog.current?.showModal();
  }, []);
  return (
    <dialog className="dialog" ref={dialog} onClose={onClose} aria-labelledby="keys-title">
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
              tellKeys(isOn.current);
              if (isOn.current) localStorage.removeItem(OFF);
              else localStorage.setItem(OFF, "yes");
            }}
          />
          <span>Shortcuts on</span>
        </label>
        <div className="btns">
          <button className="btn" type="submit">
            Close <Kbd keys="esc" isDecoration />
          </button>
        </div>
      </form>
    </dialog>
  );
}
