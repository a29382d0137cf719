"use client";

import { useEffect, useRef, useState } from "react";
import { ErrorSummary, type FieldError } from "@/components/ui/error-summary.client";

interface SizeGuardProps {
  mostBytes: number;
  mostWords: string;
  /** What to do with more. */
  advice?: string;
}

const ADVICE = "Import the article alone, or split it and import the parts.";

/** Stops a text that is too large before it is sent, so that nothing typed is lost on the way; Ctrl Enter sends the form. */
export function SizeGuard({ mostBytes, mostWords, advice = ADVICE }: SizeGuardProps) {
  const place = useRef<HTMLDivElement>(null);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    function stopIfTooLarge(event: SubmitEvent) {
      if (!form) return;
      const found = tooLarge(form, { mostBytes, mostWords, advice });
      setErrors(found);
      if (found.length === 0) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    // Enter writes a line in the text; with Ctrl or ⌘ it is done
    function sendOnEnter(event: KeyboardEvent) {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      form?.querySelector<HTMLButtonElement>("button[type=submit]")?.click();
    }
    // before React sees it
    form.addEventListener("submit", stopIfTooLarge, { capture: true });
    form.addEventListener("keydown", sendOnEnter);
    return () => {
      form.removeEventListener("submit", stopIfTooLarge, { capture: true });
      form.removeEventListener("keydown", sendOnEnter);
    };
  }, [mostBytes, mostWords, advice]);

  return (
    <div ref={place} className="js-only">
      <ErrorSummary errors={errors} />
    </div>
  );
}

function tooLarge(
  form: HTMLFormElement,
  { mostBytes, mostWords, advice }: Required<SizeGuardProps>,
): FieldError[] {
  const sent = new FormData(form);
  const text = sent.get("text");
  // UTF-16 takes twice the bytes of what it becomes
  const large = sent.getAll("file").filter((file) => file instanceof File && file.size > 2 * mostBytes);
  if (large.length > 0) {
    const names = large.map((file) => (file instanceof File ? file.name : ""));
    const are = names.length === 1 ? "is" : "are";
    return [
      {
        name: "file",
        id: `${form.id}-f-file`,
        message: `${names.slice(0, 10).join(", ")} ${are} larger than ${Math.floor((2 * mostBytes) / 1024 ** 2)} MB. ${advice}`,
      },
    ];
  }
  if (typeof text === "string" && text.length > mostBytes) {
    return [
      {
        name: "text",
        id: `${form.id}-f-text`,
        message: `This is more than ${mostWords} of text. ${advice}`,
      },
    ];
  }
  return [];
}
