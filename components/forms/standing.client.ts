"use client";

import { type FormValues, sectionsOf, toKept, WAS } from "@/lib/forms";

/** What stands in a form, or in a part of a page whose forms are sent together; null when it left the page. */
export function standingIn(form: HTMLElement): FormData | null {
  const all = form instanceof HTMLFormElement ? new FormData(form) : partOf(form);
  return all ? withoutSecrets(all) : null;
}

/** What may be kept of what a form holds: no password, no file, nothing of the framework's. */
export function withoutSecrets(all: FormData): FormData {
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

/** What stands in a form, as it is kept. */
export function valuesOf(standing: FormData): FormValues {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(standing.keys())) {
    const texts = standing.getAll(name).map(String);
    values[name] = texts.length === 1 ? (texts[0] ?? "") : texts;
  }
  return toKept(values);
}

/** What was typed into a form while it was on its way, by field; null when nothing was. */
export function typedSince(sent: FormData, standing: FormData): FormValues | null {
  const later: Record<string, readonly string[]> = {};
  for (const name of new Set(standing.getAll(WAS).map((entry) => String(entry).split(" ")[0] ?? ""))) {
    const [before, now] = [sent, standing].map((form) => form.getAll(name).map(unbroken));
    if (now !== undefined && JSON.stringify(before) !== JSON.stringify(now)) later[name] = now;
  }
  return Object.keys(later).length === 0 ? null : later;
}

// a browser sends other line ends than it shows
const unbroken = (text: FormDataEntryValue) => String(text).replace(/\r\n?/g, "\n");

/** Whether an input of a form holds something else than the page wrote into it. */
export function isChanged(form: HTMLElement): boolean {
  return [...form.querySelectorAll("input, textarea, select")].some((one) => {
    if (one instanceof HTMLSelectElement) {
      // without a default of its own a list of choices begins with its first
      const first = [...one.options].find((option) => option.defaultSelected) ?? one.options[0];
      return one.selectedOptions[0] !== first;
    }
    if (one instanceof HTMLTextAreaElement) return one.value !== one.defaultValue;
    if (!(one instanceof HTMLInputElement) || one.type === "hidden") return false;
    return one.type === "checkbox" || one.type === "radio"
      ? one.checked !== one.defaultChecked
      : one.value !== one.defaultValue;
  });
}

/**
 * Where somebody is in a form, so that they can go on there when its inputs are made anew; null when nowhere. Whoever is
 * typing goes on before anything else may take focus; a button that was pressed has it again when nothing else wants it.
 */
export function placeIn(form: HTMLElement, isTyped: boolean): (() => void) | null {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || !form.contains(at)) return null;
  const isText = at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type === "text");
  const [start, end] = isText ? [at.selectionStart, at.selectionEnd] : [null, null];
  const find = at.id === "" ? sameOf(form, at) : () => document.getElementById(at.id);
  return () => {
    if (!isTyped && document.activeElement !== document.body) return;
    const now = find();
    now?.focus({ preventScroll: true });
    if (isText && (now instanceof HTMLTextAreaElement || now instanceof HTMLInputElement))
      now.setSelectionRange(start, end);
  };
}

/** Finds again what has no name of its own: by its place among those that are called the same. */
function sameOf(form: HTMLElement, at: HTMLElement): () => HTMLElement | null {
  const called = (one: Element) => `${one.tagName} ${one.getAttribute("name")} ${one.getAttribute("value")}`;
  const alike = () =>
    [...form.querySelectorAll<HTMLElement>(at.tagName)].filter((one) => called(one) === name);
  const name = called(at);
  const place = alike().indexOf(at);
  return () => alike()[place] ?? null;
}

// React writes a text that the page holds over what was typed into it before the scripts came; so it is noted here, from
// the moment that this file is read, which is before
const early = new WeakMap<Element, string>();

function note(one: EventTarget | null) {
  if (one instanceof HTMLTextAreaElement && one.value !== one.defaultValue) early.set(one, one.value);
}

if (typeof document !== "undefined") {
  for (const one of document.querySelectorAll("textarea")) note(one);
  document.addEventListener("input", ({ target }) => note(target), true);
}

/** Puts back what was typed into a form before the page's scripts took it over. */
export function putBackEarly(form: HTMLElement): void {
  for (const one of form.querySelectorAll("textarea")) {
    const typed = early.get(one);
    if (typed !== undefined && one.value === one.defaultValue) one.value = typed;
  }
}
