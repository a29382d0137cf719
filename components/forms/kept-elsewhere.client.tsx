"use client";

import { useEffect, useRef, useState } from "react";
import { KeptNamed, type KeptOfPage } from "./kept-named";

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
          <KeptNamed kept={missing}>
            What you typed here is kept, in a form that this page does not show now
          </KeptNamed>
        )}
      </div>
      {kept.length === 0 ? null : (
        <noscript>
          <KeptNamed kept={kept}>What you typed on this page is kept, and not stored yet</KeptNamed>
        </noscript>
      )}
    </>
  );
}
