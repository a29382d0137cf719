"use client";

import { useEffect, useId, useRef } from "react";
import { Drawing } from "@/components/ui/drawing";
import { CIRCLE_CHECK, TRIANGLE_ALERT } from "@/components/ui/icon-paths-scripts";
import { takeFocus } from "@/components/ui/typing";
import type { FormReceipt } from "@/lib/forms";

/** Says that a form's work was done, and holds out what there is to copy. */
export function Receipt({ title, text, value, tone }: FormReceipt) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [face, path] = tone === "care" ? ["note--care", TRIANGLE_ALERT] : ["note--pass", CIRCLE_CHECK];
  useEffect(() => takeFocus(box.current), []);
  return (
    // biome-ignore lint/a11y/noAutofocus: what the form did is where reading must begin, without JavaScript too
    <div ref={box} className={`note ${face}`} role="status" tabIndex={-1} autoFocus>
      <Drawing path={path} />
      <div className="stack stack--tight">
        <b>{title}</b>
        {text ? <p id={`${id}-text`}>{text}</p> : null}
        {value ? (
          <input
            className="input"
            value={value}
            readOnly
            aria-label={title}
            aria-describedby={text ? `${id}-text` : undefined}
            onFocus={(event) => event.currentTarget.select()}
          />
        ) : null}
      </div>
    </div>
  );
}
