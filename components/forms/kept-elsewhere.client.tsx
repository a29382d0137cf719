"use client";

import { useEffect, useRef, useState } from "react";
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
 * record stands in their place: it is kept, but nothing else here would say so.
 */
export function KeptElsewhere({ kept }: { kept: readonly KeptOfPage[] }) {
  const place = useRef<HTMLDivElement>(null);
  const [missing, setMissing] = useState<readonly KeptOfPage[]>([]);
  useEffect(() => {
    const page = place.current?.closest("form");
    setMissing(kept.filter(({ form }) => page?.querySelector(`[data-part="${CSS.escape(form)}"]`) === null));
  }, [kept]);
  return (
    <div ref={place} role="status">
      {missing.length === 0 ? null : (
        <div className="note below-4">
          <Drawing path={PENCIL} />
          <div>
            <b>What you typed here is kept, in a form that this page does not show now</b>
            <ul>
              {missing.map(({ id, label }) => (
                <li key={id}>
                  {label}: <a href={`/account/typed?id=${id}`}>read it, take it up or discard it</a>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </div>
  );
}
