"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import type { IconName } from "@/components/ui/icon";

interface CopyButtonProps {
  text: string;
  /** One of the two is the page's main act. */
  isPlain?: boolean;
  icon?: IconName;
  shortcut?: string;
  children: ReactNode;
}

const SAID_FOR_MS = 3000;

/** Copies a text and says so. Without scripts it is not shown: the text beside it can be selected. */
export function CopyButton({ text, isPlain = false, icon, shortcut, children }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
    } catch {
      // a page that is not served securely may not write to the clipboard
      setOutcome("refused");
    }
    setTimeout(() => setOutcome(null), SAID_FOR_MS);
  }

  return (
    <span className="js-only">
      <Button
        variant={isPlain ? "plain" : "main"}
        icon={icon ?? (isPlain ? "quote" : "copy")}
        shortcut={shortcut}
        onClick={() => void copy()}
      >
        {outcome === "copied" ? "Copied" : children}
      </Button>
      <span className="vh" role="status">
        {outcome === "copied" ? "Copied" : ""}
        {outcome === "refused" ? "The browser does not let this page copy. Select the citation instead." : ""}
      </span>
    </span>
  );
}
