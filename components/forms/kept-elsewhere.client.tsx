"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Drawing } from "@/components/ui/drawing";
import { PENCIL } from "@/components/ui/icon-paths-scripts";

/** What was typed into a form of the page and is not stored. */
export interface KeptOfPage {
  readonly id: string;
  readonly form: string;
  readonly label: string;
}

/**
 * Names what was typed into forms that the page does not show now, because a colleague's decision closed them or another
 * record stands in their place: it is kept, but nothing else here would say so. Without scripts nobody compares what is
 * kept with what is drawn: all of it is named.
 */
export function KeptElsewhere({ kept }: { kept: readonly KeptOfPage[] }) {
  const place = useRef<HTMLDivElement>(null);
  const [missing, setMissing] = useState<readonly KeptOfPage[]>([]);
  useEffect(() => {
    const page = place.current?.closest("form");
    setMissing(kept.filter(({ form }) => page?.querySelector(`[data-part="${CSS.escape(form)}"]`) === null));
  }, [kept]);
  return (
    <>
      <div ref={place} role="status">
        {missing.length === 0 ? null : (
          <Named kept={missing}>
            What you typed here is kept, in a form that this page does not show now
          </Named>
        )}
      </div>
      {kept.length === 0 ? null : (
        <noscript>
          <Named kept={kept}>What you typed on this page is kept, and not stored yet</Named>
        </noscript>
      )}
    </>
  );
}

function Named({ kept, children }: { kept: readonly KeptOfPage[]; children: ReactNode }) {
  return (
    <div className="note above-5 below-4">
      <Drawing path={PENCIL} />
      <div>
        <b>{children}</b>
        <ul>
          {kept.map(({ id, label }) => (
            <li key={id}>
              {label}: <a href={`/account/typed?id=${id}`}>read it, take it up or discard it</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
