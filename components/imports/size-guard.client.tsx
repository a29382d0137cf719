"use client";

import { useEffect, useRef, useState } from "react";
import { ErrorSummary, type FieldError } from "@/components/ui/error-summary.client";

interface SizeGuardProps {
  mostBytes: number;
  mostWords: string;
}

/** Stops a text that is too large before it is sent, so that nothing typed is lost on the way; Ctrl Enter sends the form. */
export function SizeGuard({ mostBytes, mostWords }: SizeGuardProps) {
  const place = useRef<HTMLDivElement>(null);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    function stopIfTooLarge(event: SubmitEvent) {
      const found = tooLarge(new FormData(form ?? undefined), mostBytes, mostWords);
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
  }, [mostBytes, mostWords]);

  return (
    <div ref={place} className="js-only">
      <ErrorSummary errors={errors} />
    </div>
  );
}

function tooLarge(form: FormData, mostBytes: number, mostWords: string): FieldError[] {
  const [file, text] = [form.get("file"), form.get("text")];
  const advice = "Import the article alone, or split it and import the parts.";
  // UTF-16 takes twice the bytes of what it becomes
  if (file instanceof File && file.size > 2 * mostBytes) {
    return [
      {
        name: "file",
        id: "import-form-f-file",
        message: `${file.name} is larger than ${mostWords}. ${advice}`,
      },
    ];
  }
  if (typeof text === "string" && text.length > mostBytes) {
    return [
      {
        name: "text",
        id: "import-form-f-text",
        message: `This is more than ${mostWords} of text. ${advice}`,
      },
    ];
  }
  return [];
}
