import { spokenKey } from "@/components/ui/button-face";
import { controlsHere } from "./keyboard";
import { PALETTE_KEYS } from "./palette-keys";

/** What the keyboard can do on the page as it stands: keys and the words of the controls that they press. */
export interface KeyMeaning {
  keys: string;
  meaning: string;
}

/** Lists the keys that work here, in the order of the page. */
export function keysHere(): KeyMeaning[] {
  const list = document.querySelector("[data-list-item]")
    ? [
        { keys: "j k", meaning: "Next, previous in the list" },
        { keys: "enter", meaning: "Open" },
      ]
    : [];
  const controls = new Map<string, string>();
  for (const control of controlsHere()) {
    const { key } = control.dataset;
    if (key && !controls.has(key)) controls.set(key, wordsOf(control));
  }
  const places = [...document.querySelectorAll<HTMLElement>("[data-go]")].map((place) => ({
    keys: `g ${place.dataset.go?.split(" ")[0]}`,
    meaning: wordsOf(place),
  }));
  return [
    { keys: "/", meaning: "Search" },
    { keys: "ctrl k", meaning: "Find anything" },
    ...list,
    ...[...controls].map(([keys, meaning]) => ({ keys, meaning })),
    ...places,
    ...(document.querySelector("textarea")
      ? [{ keys: "ctrl enter", meaning: "Send the form you are in" }]
      : []),
    { keys: "?", meaning: "These keys" },
  ];
}

/** Says in the tree of accessibility which keys press what, or, where they are turned off, that none do. */
export function tellKeys(isOn: boolean): void {
  document.documentElement.toggleAttribute("data-keys-off", !isOn);
  for (const control of document.querySelectorAll<HTMLElement>("[data-dialog=palette]")) {
    if (isOn) control.setAttribute("aria-keyshortcuts", PALETTE_KEYS);
    else control.removeAttribute("aria-keyshortcuts");
  }
  for (const control of document.querySelectorAll<HTMLElement>("[data-key]")) {
    const { key = "" } = control.dataset;
    if (isOn) control.setAttribute("aria-keyshortcuts", spokenKey(key));
    else control.removeAttribute("aria-keyshortcuts");
  }
}

export function wordsOf(element: HTMLElement): string {
  const label = element.getAttribute("aria-label");
  if (label) return label;
  const copy = element.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return "";
  for (const key of copy.querySelectorAll("kbd")) key.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}
