import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { createContext, Script } from "node:vm";
import { now } from "@/lib/env";
import { absoluteUrl } from "@/lib/http";
import { companyInWords } from "@/lib/statements";
import { askThread, Endless } from "@/lib/threads/server";
import { type Ask, type SettingQuestion, setInAdded } from "./added-engine";
import {
  type CitedStatement,
  type CslItem,
  isLocal,
  isOwnWork,
  LOCAL_NOTE,
  toCslItem,
  toRecordItem,
} from "./csl-item";
import {
  type Citation,
  type CitationForm,
  capitalised,
  citeSource,
  citeStatement,
  inOwnCase,
  surnameOf,
  voiceOf,
} from "./format";
import { hidden, type Stretch, stretchesOf, withoutMarkup } from "./markup";
import { isolated, prepareItem } from "./prepare";
import { type AddedStyle, type Style, USUAL_STYLE } from "./style-names";
import type { SettingAnswer } from "./thread";

// the largest style of the public collection takes 3 s to read and 30 ms for a reference on an idle machine
const LIMITS = { timeMs: 20_000, memoryMb: 1024 };
/** How long nothing is asked of a style that did not come to its end. */
const ASIDE_MS = 600_000;

/** A style that could not set what was asked of it. */
export class Unset extends Error {}

const asides = new Map<string, number>();

/** Cites a statement in any style. One that cannot be set in an added style is set in Chicago, and says so. */
export async function citeIn(statement: CitedStatement, style: Style): Promise<Citation> {
  if (typeof style === "string") return citeStatement(statement, style);
  try {
    return await citeInAdded(statement, style);
  } catch (error) {
    if (!(error instanceof Unset)) throw error;
    const [main, ...others] = citeStatement(statement, USUAL_STYLE);
    const told = ({ place, stretches }: CitationForm) => ({
      place,
      stretches: [...stretches, failed(style)],
    });
    return [told(main), ...others.map(told)];
  }
}

/** The source of a statement as a style's bibliography has it; in an added style that cannot set it, in Chicago, and says so. */
export async function citeSourceIn(statement: CitedStatement, style: Style): Promise<readonly Stretch[]> {
  if (typeof style === "string") {
    // some milliseconds, and a memo has thousands of them: whoever waits for something else has a turn between
    await setImmediate();
    return citeSource(statement, style);
  }
  try {
    const source = titled(statement);
    const asks = [{ entry: source.id }, { note: [{ id: source.id }] }];
    const [entry = [], note = []] = await setApart(style, [source], asks);
    // a style of notes alone has no list of works
    const set = entry.length > 0 ? entry : note;
    if (set.length === 0) throw new Unset("It prints nothing of this source.");
    return set;
  } catch (error) {
    if (!(error instanceof Unset)) throw error;
    return [...citeSource(statement, USUAL_STYLE), failed(style)];
  }
}

function failed({ name }: AddedStyle): Stretch {
  return { text: ` [Set in Chicago: the style “${name}” could not set it.]`, isItalic: false };
}

async function citeInAdded(statement: CitedStatement, style: AddedStyle): Promise<Citation> {
  const source = titled(statement);
  const address = absoluteUrl(`/statements/${statement.publicId}`);
  const own = withoutMarkup({
    ...toRecordItem(statement, address),
    id: `${statement.publicId}-record`,
  });
  const record = inOwnCase({ ...own, title: isolated(own.title) });
  const prefix = isOwnWork(statement) ? "" : voiceIn(statement, style);
  const cited = { id: source.id, ...(prefix ? { prefix: hidden(prefix) } : {}) };
  const isNote = style.format === "note";
  const asks: Ask[] = [
    { note: isNote ? [cited, { id: record.id }] : [cited] },
    { entry: source.id },
    { entry: record.id },
    { note: [{ id: record.id }] },
    { note: [{ id: source.id }] },
  ];
  const [inText = [], entry = [], recordEntry = [], recordNote = [], bare = []] = await setApart(
    style,
    [source, record],
    asks,
  );
  const local = isLocal(address) ? [{ text: ` [${LOCAL_NOTE}]`, isItalic: false }] : [];
  const company = companyInWords(statement);
  const first = company ? [{ text: `[${company}] `, isItalic: false }] : [];
  const formOf = (place: string, stretches: readonly Stretch[]) => ({
    place,
    stretches: [...first, ...stretches],
  });
  const text = formOf(isNote ? "Note" : "In the text", isNote ? [...inText, ...local] : inText);
  const works = entry.length > 0 ? [formOf(isNote ? "Bibliography" : "Reference", entry)] : [];
  const ofRecord = recordEntry.length > 0 ? recordEntry : recordNote;
  const [main, ...others] = isNote ? [text, ...works] : [...works, text];
  // words that lead to nothing: the style prints none of what is known of this source
  if (!main || bare.length === 0) throw new Unset("It prints nothing of this source.");
  return [main, ...others, formOf("This record", [...ofRecord, ...local])];
}

/** "Sami Yousafzai, to Al Jazeera, October 27, 2025, quoted in ": the voice, before the source in which its words stand. */
function voiceIn(statement: CitedStatement, { format }: AddedStyle): string {
  const quoted = statement.form === "indirect" ? "cited" : "quoted";
  if (format === "note") return `${isolated(capitalised(voiceOf(statement)))}, ${quoted} in `;
  const year = statement.saidOn && format === "author-date" ? `, ${statement.saidOn.getUTCFullYear()}` : "";
  return `${isolated(surnameOf(statement))}${year}, ${quoted} in `;
}

/** The source in which the words stand; the words of a post are its title, and stand as they were written. */
function titled(statement: CitedStatement): CslItem {
  const source = prepared(toCslItem(statement), statement);
  return statement.source.kind === "post" ? inOwnCase(source) : source;
}

// what a manual asks for beside its style is not known here: the item is as its kind and its data are
function prepared(item: CslItem, statement?: CitedStatement): CslItem {
  return withoutMarkup(prepareItem(item, "added", statement));
}

/** Sets these items, to see whether the style can. @throws {Unset} */
export async function tryStyle(style: AddedStyle, items: readonly CslItem[]): Promise<void> {
  asides.delete(style.sha256);
  const asks = items.flatMap(({ id }) => [{ entry: id }, { note: [{ id }] }]);
  const made = await setApart(
    style,
    items.map((item) => prepared(item)),
    asks,
  );
  if (!made.flat().some(({ text }) => /\p{L}/u.test(text)))
    throw new Unset("It sets nothing: no word of a source stands in its citations.");
}

/** @throws {Unset} */
async function setApart(
  style: AddedStyle,
  items: readonly CslItem[],
  asks: readonly Ask[],
): Promise<Stretch[][]> {
  const until = asides.get(style.sha256);
  if (until !== undefined && until > now().getTime()) throw new Unset("It is set aside.");
  const { sha256, text, words } = style;
  const answer = await answerOf({ style: { sha256, text, words }, items, asks });
  // what citeproc writes where a style sets nothing
  if ("set" in answer) return answer.set.map((html) => stretchesOf(html.replace(NOTHING, "")));
  throw new Unset(answer.fault);
}

const NOTHING = /\[(?:CSL STYLE ERROR|NO_PRINTED_FORM)[^\]]*\]/gu;

async function answerOf(question: SettingQuestion): Promise<SettingAnswer> {
  try {
    // set by the bundler in what it makes for the site
    if (process.env.NEXT_RUNTIME === "nodejs")
      return await askThread<SettingAnswer>(
        path.join(process.cwd(), ".cache/program/citing-thread.mjs"),
        question,
        LIMITS,
      );
    return { set: withinTime(() => setInAdded(question), LIMITS.timeMs) };
  } catch (error) {
    const isEndless =
      error instanceof Endless || (error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
    if (isEndless) asides.set(question.style.sha256, now().getTime() + ASIDE_MS);
    return { fault: isEndless ? "It took too long, or too much memory." : String(error).slice(0, 300) };
  }
}

const inside = createContext(Object.create(null));
const RUN = new Script("run()");

/** What `work` gives; V8 ends it after that time, wherever it is. A command has nobody waiting behind it, but must come to an end. */
export function withinTime<T>(work: () => T, timeMs: number): T {
  inside.run = work;
  return RUN.runInContext(inside, { timeout: timeMs }) as T;
}
