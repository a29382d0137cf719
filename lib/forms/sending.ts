import type { FormState, FormValues } from "./model";
import { plainNewlines } from "./newlines";

/** The hidden input that says which sending of which form this is. */
export const SENDING = "sending";

/** The hidden input that says for whom the page was drawn, signed; read when nobody is signed in any more. */
export const SENDER = "sender";

/** The name of the failure to keep what was typed, as it reaches the browser. */
export const NOT_KEPT = "VERBATIM_NOT_KEPT";

/** The hidden inputs that say what a field held when the page was drawn, and what the page calls it. */
export const WAS = "field-was";

/** The hidden input that says what the page calls the form. */
export const LABEL = "form-label";

/** The hidden input that says in which window a form is typed, and which kept text was filled in there. */
export const TYPED_IN = "typed-in";

/** A window, and the kept text that it goes on with, as that stood when the page was drawn. */
export interface TypedIn {
  readonly window: string;
  readonly from: { readonly id: string; readonly keptAt: Date } | null;
}

/** What the hidden input holds. */
export function writeTypedIn({ window, from }: TypedIn): string {
  return from === null ? window : `${window} ${from.id} ${from.keptAt.getTime()}`;
}

/** What a form says of its window; forms of an early build say nothing, and share one. */
export function readTypedIn(values: FormValues): TypedIn {
  const [, window = "", id, keptMs] = TYPED_IN_SHAPE.exec(textsOf(values[TYPED_IN]).at(-1) ?? "") ?? [];
  return { window, from: id && keptMs ? { id, keptAt: new Date(Number(keptMs)) } : null };
}

/** Whether a kept text is what stands in a form: typed there, or filled in there and not written on elsewhere since. */
export function isTypedIn(typedIn: string, kept: { id: string; window: string; keptAt: Date }): boolean {
  const { id, window, keptAt } = kept;
  return typedIn.split(" ")[0] === window || typedIn.endsWith(` ${id} ${keptAt.getTime()}`);
}

const TYPED_IN_SHAPE = /^([\w-]{1,64})(?: ([\w-]{1,64}) (\d{1,14}))?$/;

/** One sending of a form: the key that makes it one act, the form's name on its page, and the page's path. */
export interface Sending {
  readonly key: string;
  readonly form: string;
  readonly place: string;
}

/** What the hidden input holds. */
export function writeSending({ key, form, place }: Sending): string {
  return `${key} ${form} ${place}`;
}

/** The sending that a form names, or null when it names none, or none that this program wrote. */
export function readSending(form: FormData): Sending | null {
  const [, key, name, place] = SHAPE.exec(String(form.get(SENDING) ?? "")) ?? [];
  return key && name && place ? { key, form: name, place } : null;
}

// a path as an address has it, so that it can be gone back to
const SHAPE = /^([\w-]{16,64}) ([\w.:-]{1,120}) (\/(?!\/)(?:(?![?#\\])[!-~]){0,300})$/;

/**
 * Whether anything in a form differs from what its fields held when the page was drawn. Only fields say what they held;
 * hidden values never count as typed.
 */
export function isTyped(form: FormData): boolean {
  return form.getAll(WAS).some((entry) => {
    const [name, mark] = String(entry).split(" ");
    return name !== undefined && markOf(form.getAll(name).map(String)) !== mark;
  });
}

/**
 * How what was kept of a field stands to what the field holds now: nothing was typed into it, or something was, or
 * something was and another text has been saved since, which what was typed must not hide.
 */
export function standingOf(kept: FormValues, name: string, held: Held): "untouched" | "typed" | "overtaken" {
  const marks = textsOf(kept[WAS]).map((entry) => entry.split(" "));
  const was = marks.find(([field]) => field === name)?.[1];
  const [typed, now] = [markOf(textsOf(kept[name])), markOf(textsOf(held))];
  if (was === undefined) return name in kept ? "typed" : "untouched";
  if (typed === was || typed === now) return "untouched";
  return was === now ? "typed" : "overtaken";
}

/** The hidden inputs that hold what had been typed into a field before another text was saved, while that is shown. */
export const OVERTAKEN = "field-overtaken";

/** What such an input holds. */
export function writeOvertaken(name: string, typed: readonly string[]): string {
  return JSON.stringify([name, ...typed]);
}

/**
 * What is kept of a form: what was typed and what its fields held, without what the form carries for itself. Not the
 * version, because it is filled in again upon the page of its day.
 */
export function toKept(values: FormValues): FormValues {
  const { [SENDING]: _key, [SENDER]: _who, [TYPED_IN]: _where, version: _version, ...more } = values;
  const { [OVERTAKEN]: overtaken, ...rest } = more;
  const kept: Record<string, string | readonly string[]> = rest;
  const marks = new Map(textsOf(kept[WAS]).map((entry) => [entry.split(" ")[0] ?? "", entry]));
  for (const entry of textsOf(overtaken)) {
    const [name, ...typed] = readOvertaken(entry);
    // typed anew since: that counts
    if (name === undefined || markOf(textsOf(kept[name])) !== marks.get(name)?.split(" ")[1]) continue;
    kept[name] = typed;
    const [, , ...called] = marks.get(name)?.split(" ") ?? [];
    marks.set(name, [name, "overtaken", ...called].join(" "));
  }
  return marks.size === 0 ? kept : { ...kept, [WAS]: [...marks.values()] };
}

function readOvertaken(entry: string): string[] {
  try {
    const read: unknown = JSON.parse(entry);
    return Array.isArray(read) ? read.map(String) : [];
  } catch {
    return [];
  }
}

/** What a field holds: one text, several, or none. */
export type Held = string | readonly string[] | null | undefined;

function textsOf(held: Held): readonly string[] {
  return held === null || held === undefined ? [] : typeof held === "string" ? [held] : held;
}

/** What the page calls a field, and whether one of several is chosen there instead of something being written. */
interface Called {
  readonly label: string;
  readonly isChoice: boolean;
}

/** What the hidden input beside a field holds. */
export function writeWas(name: string, held: Held, called?: Called): string {
  const more = called === undefined ? "" : ` ${called.isChoice ? "choice" : "text"} ${called.label}`;
  return `${name} ${markOf(textsOf(held))}${more}`;
}

/** What was typed into the fields of a form that is kept, each with what its page called it, in the order of the page. */
export function typedFields(kept: FormValues): (Called & { name: string; texts: readonly string[] })[] {
  return textsOf(kept[WAS]).flatMap((entry) => {
    const [name = "", was, kind, ...label] = entry.split(" ");
    const texts = textsOf(kept[name]);
    if (markOf(texts) === was) return [];
    return [{ name, label: label.join(" "), isChoice: kind === "choice", texts }];
  });
}

/** A short mark of some texts, the same for none and for empty ones, which a field cannot tell apart (FNV-1a). */
function markOf(texts: readonly string[]): string {
  const text = texts
    .filter((one) => one !== "")
    .map(plainNewlines)
    .sort()
    .join("\u0000");
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/**
 * The forms that one sending brings, by name: one, or all of a page whose forms are sent together. Each begins with its
 * own `SENDING`; what comes before the first is the page's own. Names of fields lose what told them apart on the page.
 */
export function sectionsOf(form: FormData): Map<string, FormData> {
  const sections = new Map<string, FormData>();
  let name = "";
  let section: FormData | null = null;
  for (const [key, value] of form) {
    if (key === SENDING) {
      const alone = new FormData();
      alone.set(SENDING, value);
      name = readSending(alone)?.form ?? "";
      section = sections.get(name) ?? alone;
      sections.set(name, section);
    } else if (section !== null && !key.startsWith("$ACTION_")) {
      const plain = key.startsWith(`${name}~`) ? key.slice(name.length + 1) : key;
      section.append(plain, value);
    }
  }
  return sections;
}

/** The name of a field on a page whose forms are sent together. */
export function nameInPage(section: string | null, name: string): string {
  return section === null ? name : `${section}~${name}`;
}

/** The name of the buttons of a page whose forms are sent together: which form is meant, and the button's own value. */
export const PRESSED = "pressed";

/** What the button sends that saves every form of a page in which something was typed. */
export const ALL_OF_PAGE = "*";

/** What such a button sends. */
export function writePressed(section: string, name: string | undefined, value: string | undefined): string {
  return name === undefined ? section : `${section} ${name} ${value ?? ""}`;
}

/** The form whose button was pressed, as if it had been sent alone; null when none of its forms was meant. */
export function readPressed(form: FormData): { readonly name: string; readonly sent: FormData } | null {
  const [name = "", button, ...value] = String(form.get(PRESSED) ?? "").split(" ");
  const sent = sectionsOf(form).get(name);
  if (!sent) return null;
  sent.delete(PRESSED);
  if (button) sent.append(button, value.join(" "));
  return { name, sent };
}

/**
 * The version of a record that a form was read on, or null when it names none. The last of several counts, because the
 * tick of the stale note adds one.
 */
export function versionOf(sent: FormData): number | null {
  const version = sent.getAll("version").at(-1);
  return typeof version === "string" && /^\d{1,9}$/.test(version) ? Number(version) : null;
}

/**
 * The version that an answered form moved on by one, or null when it moved none. What had been stored already moved on
 * the version of that time, which the page may have been drawn after.
 */
export function movedBy({ status, storedOn }: FormState, sent: FormData): number | null {
  if (status !== "done" && status !== "idle") return null;
  return storedOn === undefined ? versionOf(sent) : storedOn;
}

/** The version that `read` has become by moves of one's own. */
export function movedOn(moves: ReadonlySet<number>, read: number): number {
  let version = read;
  while (moves.has(version)) version += 1;
  return version;
}

/** Whether a form is among some that are named, or whose names begin alike: "verdict-" means each of them. */
export function isAmong(names: readonly string[], form: string): boolean {
  return names.some((name) => form === name || (name.endsWith("-") && form.startsWith(name)));
}
