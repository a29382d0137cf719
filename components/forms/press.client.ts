"use client";

// a press held longer is none
const LONGEST_MS = 3000;

let press = Promise.resolve();
let end = () => {};

function begin() {
  end();
  press = new Promise((resolve) => {
    end = resolve;
    setTimeout(resolve, LONGEST_MS);
  });
}

if (typeof document !== "undefined") {
  // of a key as well: the space bar presses when it comes up
  for (const name of ["pointerdown", "keydown"]) addEventListener(name, begin, true);
  // the click comes in the same task, or in the one that the browser has ready
  for (const name of ["pointerup", "pointercancel", "keyup"])
    addEventListener(name, () => setTimeout(end), true);
}

/**
 * When nothing is being pressed. A button that is made anew between the going down of a finger, a mouse or the space bar and its
 * coming up is not clicked by it, and what was pressed comes to nothing.
 */
export const released = (): Promise<void> => press;
