"use client";

// a press held longer is none
const LONGEST_MS = 3000;

let press: { readonly ended: Promise<void>; readonly end: () => void } | null = null;

function begin() {
  press?.end();
  let settle = () => {};
  const ended = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const end = () => {
    window.clearTimeout(timer);
    if (press?.ended === ended) press = null;
    settle();
  };
  const timer = window.setTimeout(end, LONGEST_MS);
  press = { ended, end };
}

// the click comes in the same task, or in the one that the browser has ready
const endSoon = () => void (press && window.setTimeout(press.end, 0));

if (typeof document !== "undefined") {
  document.addEventListener("pointerdown", ({ button }) => button === 0 && begin(), true);
  document.addEventListener("keydown", ({ key, repeat }) => key === " " && !repeat && begin(), true);
  for (const name of ["pointerup", "pointercancel", "keyup"]) document.addEventListener(name, endSoon, true);
}

/**
 * When nothing is being pressed. A button that is made anew between the going down of a finger, a mouse or the space bar and its
 * coming up is not clicked by it, and what was pressed comes to nothing.
 */
export const released = async (): Promise<void> => press?.ended;
