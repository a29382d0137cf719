import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ChangedFields } from "./changed-words";

/** What is drawn, with what was taken out in braces and what was put in between slashes. */
const drawn = (was: string, now: string) =>
  renderToStaticMarkup(<ChangedFields changes={[{ label: "Words", was, now }]} />)
    .replace(/<span class="vh">.*?<\/span>/g, "")
    .replace(/<del[^>]*>(.*?)<\/del>/g, "{$1}")
    .replace(/<ins[^>]*>(.*?)<\/ins>/g, "/$1/")
    .replace(/<dt>.*?<\/dt>|<[^>]+>/g, "");

test.each([
  [
    "words are woven where they share some",
    "carry no lorries",
    "carry few lorries",
    "carry {no}/few/ lorries",
  ],
  [
    "nothing in common is read one after the other",
    "No denial",
    "The speaker denies it",
    "{No denial}/The speaker denies it/",
  ],
  ["what was not there", "", "Upper town", "{(none)}/Upper town/"],
])("%s", (_, was, now, expected) => expect(drawn(was, now)).toBe(expected));
