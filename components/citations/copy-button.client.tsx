"use client";

import { type ReactNode, useState } from "react";
import { BareButton } from "@/components/ui/button-face";
import { Drawing } from "@/components/ui/drawing";
import { COPY, LINK, QUOTE } from "@/components/ui/icon-paths-scripts";
import { copyWords } from "./clipboard";

interface CopyButtonProps {
  text: string;
  /** The same for a word processor. */
  html?: string;
  /** One of the two is the page's main act. */
  isPlain?: boolean;
  /** The drawing beside the word: what is copied. */
  copies?: keyof typeof DRAWINGS;
  shortcut?: string;
  children: ReactNode;
}

const DRAWINGS = { citation: COPY, quotation: QUOTE, address: LINK };
const SAID_FOR_MS = 3000;

/** Copies a text and says so. Without scripts it is not shown: the text beside it can be selected. */
export function CopyButton({
  text,
  html,
  isPlain = false,
  copies = "citation",
  shortcut,
  children,
}: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);

  async function copy() {
    setOutcome((await copyWords(text, html)) ? "copied" : "refused");
    setTimeout(() => setOutcome(null), SAID_FOR_MS);
  }

  return (
    <span className="js-only">
      <BareButton
        variant={isPlain ? "plain" : "main"}
        drawing={<Drawing path={DRAWINGS[copies]} />}
        shortcut={shortcut}
        onClick={() => void copy()}
      >
        {outcome === "copied" ? "Copied" : children}
      </BareButton>
      <span className="vh" role="status">
        {outcome === "copied" ? "Copied" : ""}
        {outcome === "refused" ? "The browser does not let this page copy. Select the citation instead." : ""}
      </span>
    </span>
  );
}
