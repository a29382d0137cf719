import { expect, it } from "vitest";
import { addressAt, textFragment } from "./text-fragment";

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

it.each([
  ["https://post.example/a", "“We left,”", "https://post.example/a#:~:text=We%20left"],
  ["https://post.example/a#part-2", "We left", "https://post.example/a#part-2:~:text=We%20left"],
  [
    "https://post.example/a",
    "»Ну вот« – ",
    "https://post.example/a#:~:text=%D0%9D%D1%83%20%D0%B2%D0%BE%D1%82",
  ],
  ["https://post.example/a", "We [words withheld] left", "https://post.example/a"],
  ["https://post.example/a", "“…”", "https://post.example/a"],
])("%s leads to %j at %s", (address, words, there) => expect(addressAt(address, words)).toBe(there));
