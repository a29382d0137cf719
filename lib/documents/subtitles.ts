import { TextBuilder } from "./builder";
import type { TimeMark } from "./model";

const TIMES =
  /^[ \t]*(?:(\d{1,6}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})[ \t]*-->[ \t]*(?:(\d{1,6}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})/u;
// times that no clock shows: what is said beneath them is said all the same
const ODD_TIMES = /^[ \t]*[-+\d:.,]{1,40}[ \t]*-->/u;
const VOICE = /<v(?:\.[^\s<>]{0,80})?[ \t]+([^<>\n]{1,120})>/u;
const LABEL = /^(?:>>|[-–—]\s?(?=\p{Lu})|\[?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}\]?:\s)/u;
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", nbsp: "\u00a0", lrm: "\u200e", rlm: "\u200f", quot: '"' },
};
// a speaker who says nothing for so long has ended a paragraph
const PAUSE_MS = 4_000;
const SENTENCE = /[.!?…؟۔。][)\]"”’»]*$/u;

interface Cue {
  /** Null where its times are none. */
  readonly fromMs: number | null;
  readonly toMs: number | null;
  readonly voice: string | null;
  readonly lines: readonly string[];
}

/** Whether lines hold the times of subtitles. */
export const hasTimes = (source: string) => source.split("\n", 2000).some((line) => TIMES.test(line));

/**
 * Reads subtitles (WebVTT, SubRip): the cues in one run of words, a paragraph for each voice, with the moment at which each
 * cue is shown. What rolling captions repeat is read once.
 */
export function readSubtitles(source: string) {
  const builder = new TextBuilder();
  let words = "";
  let marks: TimeMark[] = [];
  let voice: string | null = null;
  let before: Cue | null = null;
  const end = () => {
    builder.add(words, "prose", marks);
    words = "";
    marks = [];
  };
  for (const cue of cuesOf(source)) {
    const fresh = withoutRepeated(cue.lines, before?.lines ?? []);
    const isNewVoice = cue.voice !== null && cue.voice !== voice;
    const isPause = cue.fromMs !== null && before?.toMs != null && cue.fromMs - before.toMs > PAUSE_MS;
    const paused = isPause && SENTENCE.test(words);
    if (isNewVoice || paused) end();
    if (isNewVoice) voice = cue.voice;
    for (const [at, line] of fresh.entries()) {
      if (words !== "" && cue.voice === null && LABEL.test(line)) end();
      if (words === "" && cue.voice !== null && isNewVoice) words = `${cue.voice}: `;
      if (words !== "" && !/\s$/u.test(words)) words += " ";
      if (at === 0 && cue.fromMs !== null) marks.push({ startUtf16: words.length, ms: cue.fromMs });
      words += line;
    }
    before = cue;
  }
  end();
  return { ...builder.read, title: null };
}

function* cuesOf(source: string): Generator<Cue> {
  let times: Pick<Cue, "fromMs" | "toMs"> | null = null;
  let lines: string[] = [];
  let named: string | null = null;
  const cue = () => (times && lines.length > 0 ? { ...times, voice: named, lines } : null);
  for (const line of [...source.split("\n"), ""]) {
    const match = TIMES.exec(line);
    const isOdd = !match && ODD_TIMES.test(line);
    if (match || isOdd || line.trim() === "") {
      const found = cue();
      if (found) yield found;
      lines = [];
      named = null;
      times = match ? timesOf(match) : isOdd ? { fromMs: null, toMs: null } : null;
    } else if (times) {
      named = VOICE.exec(line)?.[1]?.trim() ?? named;
      const plain = plainLine(line);
      if (plain !== "") lines.push(plain);
    }
  }
}

function timesOf([, h1, m1, s1, f1, h2, m2, s2, f2]: readonly (string | undefined)[]) {
  const ms = (h = "0", m = "0", s = "0", f = "0") =>
    (Number(h) * 3600 + Number(m) * 60 + Number(s)) * 1000 + Number(f.padEnd(3, "0"));
  return { fromMs: ms(h1, m1, s1, f1), toMs: ms(h2, m2, s2, f2) };
}

function plainLine(line: string): string {
  return line
    .replace(/<\/?[^<>\n]{0,200}>|\{\\[^{}\n]{0,100}\}/gu, "")
    .replace(/&(\w{2,4});/gu, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/gu, " ")
    .trim();
}

/** The lines of a cue that the cue before did not end with. */
function withoutRepeated(lines: readonly string[], before: readonly string[]): readonly string[] {
  const most = Math.min(lines.length, before.length);
  for (let count = most; count > 0; count -= 1)
    if (lines.slice(0, count).join("\n") === before.slice(-count).join("\n")) return lines.slice(count);
  return lines;
}
