import type { ExportEntry } from "@/lib/exports";
import { namesInByline, storeNames } from "@/lib/names";

/** Texts that are hard on one format or another. */
const HARD = [
  '=HYPERLINK("https://evil.example")',
  "a } brace { and \\ ~ ^ & % $ # _ sign",
  "line one\r\nline two\ttab",
  "ER  - \r\nTY  - NEWS",
  '“Marks” — ‘within’ <b>markup</b> &amp; "quotes"',
  "د بغلان ولایت کې جګړه",
  "Kabul’s Žižek naïve façade 日本語 😀👩‍👩‍👧",
  "\u202eturned round",
  "bell \u0007 and null-like \u0001 signs",
  "_x0041_ as text; one, two; three",
  "- a list\n1. another *star* [link](x) `code` # head",
  "@article{x, title={y}}",
];
const NAMES = [
  "Jane Roe",
  "Sami Yousafzai",
  "Human Rights Watch",
  "Jan van der Berg",
  "Kim Jong Un",
  "Sally Smith Jr.",
];
const KINDS = [
  "article",
  "broadcast",
  "interview",
  "hearing",
  "speech",
  "post",
  "report",
  "dataset",
  "press_release",
  "book",
  "other",
  "transcript",
];

/** The statement of that number as a format gets it, always the same; every third one is hard. */
export function makeEntry(number: number): ExportEntry {
  const pick = <T>(list: readonly T[], salt: number) =>
    list[Math.floor(seeded(number * 31 + salt) * list.length)] as T;
  const hard = number % 3 === 0 ? ` ${pick(HARD, 1)}` : "";
  const day = new Date(Date.UTC(2015 + (number % 10), number % 12, 1 + (number % 28)));
  const name = pick(NAMES, 2);
  const title = `Report ${number} on the talks${hard}`;
  const wording = `“The talks of day ${number} went on${hard}”`;
  const isRetracted = number % 50 === 0;
  const retractions = isRetracted ? [{ reason: `It was not said.${hard}`, confirmedAt: day }] : [];
  return {
    publicId: `st-${number.toString(36).padStart(6, "0")}`,
    ...{ wording, form: pick(["direct", "mixed", "indirect"], 3), language: pick(["en", "ps", "fr"], 4) },
    ...{ isDenial: number % 20 === 0, state: isRetracted ? "retracted" : "published", editMarks: "[]" },
    ...{ introduction: null, originalWording: null, originalLanguage: null, translatedBy: null },
    hops: number % 7 === 0 ? [{ name: "Reuters" }] : [],
    verdicts: number % 5 === 0 ? [{ axis: "said", value: "confirmed" }] : [],
    corrections: [],
    retractions,
    speaker: { name, slug: "a-speaker", kind: name === "Human Rights Watch" ? "organisation" : "person" },
    ...{
      roleThen: "minister",
      attribution: `${name}, a minister`,
      cue: "said",
      addressee: number % 4 ? "" : "Al Jazeera",
    },
    ...{ saidOn: day, saidOnPrecision: pick(["day", "month", "year"], 5), saidOnNote: "" },
    ...{ place: "Kabul", event: "", context: `About the border.${hard}` },
    source: {
      publicId: `src-${number % 100}`,
      ...{ title, kind: pick(KINDS, 6), language: "en", ...bylineOf(pick(NAMES, 7), pick(NAMES, 8)) },
      address: `https://news.example/a_b/${number}?c=1&d=%C3%A9#e`,
      outlet: { name: "The Example Times & Post", slug: "the-example-times", kind: "newspaper" },
      ...{ publishedOn: day, publishedOnPrecision: pick(["day", "day", "month", "year"], 9) },
    },
    anchor: {
      ...{ state: "exact", startUtf16: 10, endUtf16: 10 + wording.length, exact: wording, explanation: "" },
      ...{ prefix: "He said: ", suffix: " to us.", pieces: [[10, 10 + wording.length]] },
      edition: { number: 1, sha256: "0".repeat(64), retrievedAt: day },
    },
    ...{ story: null, publishedVersion: 1, publishedAt: day, grade: { reliability: "B", credibility: 2 } },
  };
}

/** A number from 0 to 1 that is the same for the same seed (mulberry32). */
function seeded(seed: number): number {
  let state = (seed + 0x6d2b79f5) | 0;
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / 4294967296;
}

/** A byline with its names kept beside it, as a source has them. */
function bylineOf(one: string, other: string) {
  const author = one === other ? one : `${one} and ${other}`;
  const kept = BYLINES.get(author) ?? storeNames(namesInByline(author));
  BYLINES.set(author, kept);
  return { author, authorNames: kept };
}

const BYLINES = new Map<string, string>();
