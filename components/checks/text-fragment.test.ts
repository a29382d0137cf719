import { expect, it } from "vitest";
import { textFragment } from "./text-fragment";

it.each([
  ["No toll, ever", "#:~:text=No%20toll%2C%20ever"],
  ["short-term & cheap", "#:~:text=short%2Dterm%20%26%20cheap"],
  [
    "We will close the north bridge to lorries in winter",
    "#:~:text=We%20will%20close%20the,to%20lorries%20in%20winter",
  ],
  ["One line\nand another", "#:~:text=One%20line,and%20another"],
  ["  ", ""],
])("the address of %j ends with %s", (words, end) => expect(textFragment(words)).toBe(end));
