"use client";

import { Button } from "@/components/ui/button";

/** Prints the page; the browser's own command does the same, so it is there only with scripts. */
export function PrintButton() {
  return (
    <span className="js-only">
      <Button variant="quiet" icon="printer" onClick={() => window.print()}>
        Print
      </Button>
    </span>
  );
}
