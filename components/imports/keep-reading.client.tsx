"use client";

import { startTransition, useEffect } from "react";
import { type FormAction, SENDING, UNSENT, writeSending } from "@/lib/forms";

interface KeepReadingProps {
  draftId: string;
  /** Where the text begins that is not read yet, in UTF-16. */
  unreadFrom: number;
  readOn: FormAction;
}

/** Asks for the next steps of a long text while the page is looked at. After a failure the button is still there. */
export function KeepReading({ draftId, unreadFrom, readOn }: KeepReadingProps) {
  // once for every place that reading has come to
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further place is what asks for the next step
  useEffect(() => {
    let isAsked = false;
    function ask() {
      if (isAsked || document.hidden) return;
      isAsked = true;
      const form = new FormData();
      form.set("draftId", draftId);
      form.set("isByItself", "yes");
      const place = window.location.pathname;
      form.set(SENDING, writeSending({ key: crypto.randomUUID(), form: "read-on-by-itself", place }));
      startTransition(async () => {
        await readOn(UNSENT, form).catch(() => {});
      });
    }
    ask();
    document.addEventListener("visibilitychange", ask);
    return () => document.removeEventListener("visibilitychange", ask);
  }, [draftId, unreadFrom, readOn]);
  return null;
}
