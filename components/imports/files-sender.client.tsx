"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { send } from "@/components/forms/send.client";
import { ErrorSummary, type FieldError } from "@/components/ui/error-summary.client";
import { Progress } from "@/components/ui/table";
import { isMany, MOST, portionsOf } from "@/lib/batches";
import { type FormAction, readSending, SENDING, UNSENT, writeSending } from "@/lib/forms";

interface FilesSenderProps {
  action: FormAction;
  /** The batch that they join; left out, the first portion begins one. */
  batchId?: string;
}

interface Underway {
  readonly sent: number;
  readonly all: number;
}

/**
 * Sends the files of its form in portions where they are more than one sending takes, tells how many arrived, and leads to the batch.
 * What arrived is read also when the page is left meanwhile.
 */
export function FilesSender({ action, batchId = "" }: FilesSenderProps) {
  const place = useRef<HTMLDivElement>(null);
  const [underway, setUnderway] = useState<Underway | null>(null);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [kept, setKept] = useState("");
  const router = useRouter();

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let isSending = false;
    async function sendAll(form: HTMLFormElement, files: readonly File[]) {
      isSending = true;
      setErrors([]);
      let [batch, sent] = [batchId, 0];
      for (const portion of portionsOf(files)) {
        setUnderway({ sent, all: files.length });
        const part = partOf(form, portion, { batchId: batch, chosen: files.length });
        const state = await send(() => action(UNSENT, part));
        if (state.status !== "done") {
          setUnderway(null);
          isSending = false;
          // an answer without words leads to another page
          setErrors(wordsOf(state).map((message) => ({ name: "file", id: `${form.id}-f-file`, message })));
          setKept(
            batch === ""
              ? "No file was kept. Nothing you typed was lost."
              : `${sent} of ${files.length} files arrived and are being read. Choose the others again: what is known is told.`,
          );
          return;
        }
        batch = String(state.values.batchId);
        sent += portion.length;
      }
      setUnderway({ sent, all: files.length });
      isSending = false;
      form.reset();
      router.push(`/import/batch/${batch}` as Route);
      router.refresh();
    }
    function takeOver(event: SubmitEvent) {
      if (!form) return;
      const files = new FormData(form).getAll("file").filter((file) => file instanceof File);
      if (!isSending && !isTooMuchAtOnce(files)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!isSending) void sendAll(form, files);
    }
    function warn(event: BeforeUnloadEvent) {
      if (isSending) event.preventDefault();
    }
    // before React sees it
    form.addEventListener("submit", takeOver, { capture: true });
    window.addEventListener("beforeunload", warn);
    return () => {
      form.removeEventListener("submit", takeOver, { capture: true });
      window.removeEventListener("beforeunload", warn);
    };
  }, [action, batchId, router]);

  return (
    <div ref={place} className="js-only">
      <ErrorSummary errors={errors} kept={kept} />
      {underway === null ? null : (
        <div role="status">
          <p>
            Sending: {underway.sent} of {underway.all} files arrived. Stay on this page until all of them are
            there; what arrived is being read already.
          </p>
          <Progress label="Files that arrived" value={underway.sent} max={underway.all} />
        </div>
      )}
    </div>
  );
}

function isTooMuchAtOnce(files: readonly File[]): boolean {
  if (!isMany(files.map(({ name }) => name))) return false;
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return bytes > MOST.sendingBytes || files.length > MOST.sendingFiles;
}

/** What the form sends, with one portion of its files and a key of its own. */
function partOf(
  form: HTMLFormElement,
  files: readonly File[],
  { batchId, chosen }: { batchId: string; chosen: number },
): FormData {
  const part = new FormData(form);
  const sending = readSending(part);
  for (const name of ["file", "batchId"]) part.delete(name);
  if (sending) part.set(SENDING, writeSending({ ...sending, key: crypto.randomUUID() }));
  part.set("batchId", batchId);
  part.set("chosen", String(chosen));
  for (const file of files) part.append("file", file);
  return part;
}

function wordsOf({
  errors,
  message,
}: {
  errors: readonly { message: string }[];
  message?: string;
}): string[] {
  return [...errors.map((error) => error.message), ...(message === undefined ? [] : [message])];
}
