"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { Drawing } from "@/components/ui/drawing";
import { TRIANGLE_ALERT } from "@/components/ui/icon-paths-scripts";
import { takeFocus } from "@/components/ui/typing";

interface StaleNoteProps {
  message: string | undefined;
  /** The version that was on screen when the form was filled in. */
  read: string | undefined;
  /** The version that is stored now. */
  saved: string | undefined;
}

/** Says that a colleague saved first, and that saving over it is a decision of its own. */
export function StaleNote({ message, read, saved }: StaleNoteProps) {
  const here = usePathname();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => takeFocus(box.current), []);
  return (
    // biome-ignore lint/a11y/noAutofocus: after a stale save this is where reading must begin, without JavaScript too
    <div ref={box} className="note note--care" role="alert" tabIndex={-1} autoFocus>
      <Drawing path={TRIANGLE_ALERT} />
      <div>
        <b>A colleague saved this first</b>
        <p>{message} What you typed is kept below.</p>
        <p>
          <a href={here} target="_blank" rel="noopener">
            See what was saved (opens a new tab)
          </a>
        </p>
        {saved === undefined || saved === read ? null : (
          <label className="check">
            {/* the last of two versions counts, so ticking it sends the one that the colleague made */}
            <input type="checkbox" name="version" value={saved} />
            <span>I have seen it: save mine over it</span>
          </label>
        )}
      </div>
    </div>
  );
}
