"use client";

import { type RefObject, useEffect, useRef } from "react";
import { type FormValues, sectionsOf, toKept } from "@/lib/forms";

const KEEP_AFTER_MS = 1500;
const KEEP_LONG_AFTER_MS = 15_000;
const LONG_CHARACTERS = 100_000;

// what was typed in this window, by page and form: the answer to a page that the router brings back from its memory
const memory = new Map<string, FormValues>();

/** What was typed into this form in this window and not stored. */
export const remembered = (name: string) => memory.get(name) ?? null;

/**
 * Keeps what is typed into a form: on the server after a pause, and when the page goes out of sight. Leaving is asked
 * about only while something is typed that could not be kept.
 */
export function useKeeping(ref: RefObject<HTMLElement | null>, name: string, isKept: boolean) {
  const state = useRef({ isWaiting: false, timer: 0, underway: Promise.resolve() });

  useEffect(() => {
    const form = ref.current;
    if (form === null || !isKept) return;
    const now = state.current;
    const keep = (isLeaving: boolean) => {
      window.clearTimeout(now.timer);
      if (!now.isWaiting) return;
      const sent = typedIn(form);
      if (sent === null) return;
      memory.set(name, valuesOf(sent));
      // keepalive and beacons carry 64 kB; more is sent in the ordinary way
      if (isLeaving && navigator.sendBeacon("/typed/keep", sent)) {
        now.isWaiting = false;
        return;
      }
      now.isWaiting = false;
      now.underway = fetch("/typed/keep", { method: "POST", body: sent })
        .then((answer) => {
          if (!answer.ok) now.isWaiting = true;
        })
        .catch(() => {
          now.isWaiting = true;
        });
    };
    const onInput = (event: Event) => {
      now.isWaiting = true;
      window.clearTimeout(now.timer);
      const length = (event.target as HTMLTextAreaElement).value?.length ?? 0;
      now.timer = window.setTimeout(
        keep,
        length > LONG_CHARACTERS ? KEEP_LONG_AFTER_MS : KEEP_AFTER_MS,
        false,
      );
    };
    const onHide = () => {
      if (document.visibilityState === "hidden") keep(true);
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      keep(true);
      // the answer of an ordinary request may come too late
      if (now.isWaiting) event.preventDefault();
    };
    form.addEventListener("input", onInput);
    document.addEventListener("visibilitychange", onHide);
    window.addEventListener("beforeunload", onLeave);
    return () => {
      form.removeEventListener("input", onInput);
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("beforeunload", onLeave);
      keep(true);
    };
  }, [ref, name, isKept]);

  return {
    /** The form is on its way: what waits to be kept travels with it. */
    async pause() {
      window.clearTimeout(state.current.timer);
      await state.current.underway;
    },
    /** It did not arrive: what is typed waits again. */
    resume() {
      state.current.isWaiting = true;
    },
    /** It is stored, or let go. */
    forget() {
      state.current.isWaiting = false;
      window.clearTimeout(state.current.timer);
      memory.delete(name);
    },
  };
}

/** What stands in a form, or in a part of a page whose forms are sent together; null when it left the page. */
function typedIn(form: HTMLElement): FormData | null {
  const all = form instanceof HTMLFormElement ? new FormData(form) : partOf(form);
  if (!all) return null;
  const sent = new FormData();
  for (const [name, value] of all) {
    const isSecret = /password|token|secret/i.test(name);
    if (typeof value === "string" && !isSecret && !name.startsWith("$ACTION_")) sent.append(name, value);
  }
  return sent;
}

function partOf(part: HTMLElement): FormData | undefined {
  const page = part.closest("form");
  return page ? sectionsOf(new FormData(page)).get(part.dataset.part ?? "") : undefined;
}

function valuesOf(sent: FormData): FormValues {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(sent.keys())) {
    const texts = sent.getAll(name).map(String);
    values[name] = texts.length === 1 ? (texts[0] ?? "") : texts;
  }
  return toKept(values);
}
