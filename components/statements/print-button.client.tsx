"use client";

import { BareButton } from "@/components/ui/button-face";
import { Drawing } from "@/components/ui/drawing";
import { PRINTER } from "@/components/ui/icon-paths-scripts";

/** Prints the page; the browser's own command does the same, so it is there only with scripts. */
export function PrintButton() {
  return (
    <span className="js-only">
      <BareButton variant="quiet" drawing={<Drawing path={PRINTER} />} onClick={() => window.print()}>
        Print
      </BareButton>
    </span>
  );
}
