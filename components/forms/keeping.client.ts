"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import { type FormValues, TYPED_IN } from "@/lib/forms";
import { handOver } from "./handover.client";
import { isChanged, putBackEarly, standingIn, valuesOf } from "./standing.client";

const KEEP_AFTER_MS = 1500;
const KEEP_LONG_AFTER_MS = 15_000;
const LONG_CHARACTERS = 100_000;
// at three bytes a character, with room for what divides the fields
const OUTLIVES_CHARACTERS = 15_000;

// what was typed in this window, by person, page and form: the answer to a page that the router brings back from its memory
const memory = new Map<string, InWindow>();

interface InWindow {
  readonly values: FormValues;
  /** What the server knows this window by: a page that is drawn anew in it goes on with the same text. */
  readonly typedIn: string;
}

const inWindow = (standing: FormData): InWindow => ({
  values: valuesOf(standing),
  typedIn: String(standing.get(TYPED_IN) ?? ""),
});

const NOTHING = () => {};

const lengthOf = (sent: FormData) => [...sent.values()].reduce((sum, value) => sum + String(value).length, 0);

/** What was typed into this form in this window and not stored. */
export const remembered = (name: string) => memory.get(name) ?? null;

/**
 * Keeps what is typed into a form: on the server after a pause, and when the page goes out of sight. Leaving is asked
 * about only while something is typed that could not be kept. `name` tells person, page and form; null keeps nothing.
 */
export function useKeeping(ref: RefObject<HTMLElement | null>, name: string | null) {
  const state = useRef({
    ...{ isWaiting: false, isFragile: false, timer: 0 },
    ...{ underway: Promise.resolve(), keepSoon: NOTHING, keepNow: NOTHING },
  });

  // what stands in a form that leaves the page can be read only until it is gone
  useLayoutEffect(() => {
    const form = ref.current;
    if (form === null) return;
    putBackEarly(form);
    if (name === null) return;
    const now = state.current;
    const keep = (isLeaving: boolean) => {
      window.clearTimeout(now.timer);
      if (!now.isWaiting) return;
      const sent = standingIn(form);
      if (sent === null) return;
      memory.set(name, inWindow(sent));
      now.isWaiting = false;
      // beacons and requests that outlive their page carry 64 kB; more is sent in the ordinary way
      if (isLeaving && navigator.sendBeacon("/typed/keep", sent)) return;
      const keepalive = lengthOf(sent) < OUTLIVES_CHARACTERS;
      now.isFragile = !keepalive;
      now.underway = fetch("/typed/keep", { method: "POST", body: sent, keepalive })
        .then(
          // what is too much to keep is so again
          ({ ok, status }) => {
            if (!ok) wait(status === 422 ? null : KEEP_LONG_AFTER_MS);
          },
          () => wait(KEEP_LONG_AFTER_MS),
        )
        .finally(() => {
          now.isFragile = false;
        });
    };
    const wait = (pauseMs: number | null) => {
      now.isWaiting = true;
      window.clearTimeout(now.timer);
      if (pauseMs !== null) now.timer = window.setTimeout(keep, pauseMs, false);
    };
    const keepSoon = (length: number) => wait(length > LONG_CHARACTERS ? KEEP_LONG_AFTER_MS : KEEP_AFTER_MS);
    const onInput = ({ target }: Event) => keepSoon((target as HTMLTextAreaElement).value?.length ?? 0);
    const onHide = () => {
      if (document.visibilityState === "hidden") keep(true);
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      keep(true);
      const standing = memory.has(name) ? standingIn(form) : null;
      if (standing !== null) handOver(name, standing);
      // what could not be kept, or is on its way in a request that ends with the page
      if (now.isWaiting || now.isFragile) event.preventDefault();
    };
    now.keepSoon = () => keepSoon(0);
    now.keepNow = () => keep(false);
    // typed before the scripts came, or put there by the browser
    if (isChanged(form)) keepSoon(0);
    form.addEventListener("input", onInput);
    document.addEventListener("visibilitychange", onHide);
    window.addEventListener("beforeunload", onLeave);
    return () => {
      form.removeEventListener("input", onInput);
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("beforeunload", onLeave);
      keep(true);
    };
  }, [ref, name]);

  return {
    /** The form is on its way: what waits to be kept travels with it. */
    async pause() {
      window.clearTimeout(state.current.timer);
      await state.current.underway;
    },
    /** What waits to be kept is kept at once. */
    async keepNow() {
      state.current.keepNow();
      await state.current.underway;
    },
    /** It was handed on by the page before, and stands in the form. */
    takeUp(handed: FormData) {
      if (name !== null) memory.set(name, inWindow(handed));
    },
    /** It did not arrive, or more was typed meanwhile: what is typed waits again. */
    resume() {
      state.current.keepSoon();
    },
    /** It is stored, or let go. */
    forget() {
      state.current.isWaiting = false;
      window.clearTimeout(state.current.timer);
      if (name !== null) memory.delete(name);
    },
  };
}
