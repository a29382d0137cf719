"use client";

import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, type SubmitEvent, useActionState, useMemo, useRef } from "react";
import { type PageState, readPressed, UNSENT_PAGE } from "@/lib/forms";
import { PageContext, type PagePart } from "./page-context";

interface PageFormProps {
  /** Does the work of the form whose button was pressed, and keeps what was typed into the others. */
  action: (state: PageState, form: FormData) => Promise<PageState>;
  children: ReactNode;
}

/**
 * One form around a page of many: a browser without scripts sends only the form whose button is pressed and throws the
 * others away, so here all travel together. Each part is an `ActionForm` and answers by itself.
 */
export function PageForm({ action, children }: PageFormProps) {
  const [answer, send] = useActionState(action, UNSENT_PAGE);
  const parts = useRef(new Map<string, PagePart>());
  const router = useRouter();
  const place = usePathname();
  const scope = useMemo(
    () => ({
      answer,
      join(name: string, part: PagePart) {
        parts.current.set(name, part);
        return () => void parts.current.delete(name);
      },
    }),
    [answer],
  );

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as globalThis.SubmitEvent;
    const page = event.currentTarget;
    const way = submitter?.getAttribute("formaction");
    if (way === "/typed/discard") {
      parts.current.get(partOf(submitter) ?? "")?.forget();
      return;
    }
    event.preventDefault();
    const to = submitter instanceof HTMLButtonElement && way ? submitter.value : "";
    if (to === "find") {
      const find = new FormData(page).get("find");
      router.push(`${place}?find=${encodeURIComponent(String(find))}#find` as Route, { scroll: false });
    } else if (to !== "") router.push(`${place}${to}` as Route, { scroll: false });
    else sendPart(page, way ? document.activeElement : submitter);
  }

  function sendPart(page: HTMLFormElement, from: Element | null) {
    const name = partOf(from);
    // Enter presses the first button of a form; here that of the part that is written in
    const own = from instanceof HTMLButtonElement ? from : null;
    const button =
      own ?? from?.closest("[data-part]")?.querySelector<HTMLButtonElement>("button[type=submit]");
    const pressed = button ? readPressed(new FormData(page, button)) : null;
    if (name !== null && pressed !== null) parts.current.get(name)?.send(pressed.sent);
  }

  return (
    <PageContext value={scope}>
      <form action={send} onSubmit={onSubmit} noValidate>
        {/* the first button is what Enter presses without scripts: it keeps what was typed and decides nothing */}
        <button
          type="submit"
          formAction="/typed/rest"
          formMethod="post"
          className="vh"
          tabIndex={-1}
          aria-hidden="true"
        >
          Keep what is typed
        </button>
        {children}
      </form>
    </PageContext>
  );
}

function partOf(element: Element | null): string | null {
  return element?.closest("[data-part]")?.getAttribute("data-part") ?? null;
}
