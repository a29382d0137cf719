"use client";

import { useEffect, useRef } from "react";
import { Drawing } from "@/components/ui/drawing";
import { CIRCLE_X } from "@/components/ui/icon-paths-scripts";
import { takeFocus } from "@/components/ui/typing";

/** Says that something broke, whether it was stored as far as that is known, and what to do. */
export function FailedNote({ message }: { message: string | undefined }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => takeFocus(box.current), []);
  return (
    // biome-ignore lint/a11y/noAutofocus: after a failure this is where reading must begin, without JavaScript too
    <div ref={box} className="note note--stop" role="alert" tabIndex={-1} autoFocus data-opens>
      <Drawing path={CIRCLE_X} />
      <div>
        <b>Something failed on the way</b>
        <p>{message}</p>
      </div>
    </div>
  );
}
