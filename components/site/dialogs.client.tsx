"use client";

import type { RefObject } from "react";
import { Palette } from "@/components/palette/palette.client";
import { KeysDialog } from "./keys-dialog.client";

// from here, so that what every page fetches names one thing that may come later
export { tellKeys } from "./keys-here";

interface DialogsProps {
  /** "keys" or "palette", as the control that opens it says. */
  what: string | undefined;
  /** Whether shortcuts act. */
  isOn: RefObject<boolean>;
  onClose: () => void;
}

/** What the keyboard opens over a page: fetched when the first of them is asked for. */
export function Dialogs({ what, ...keys }: DialogsProps) {
  return what === "keys" ? <KeysDialog {...keys} /> : <Palette onClose={keys.onClose} />;
}
