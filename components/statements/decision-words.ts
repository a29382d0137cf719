import { timeInWords } from "@/components/ui/time";
import { STANCES } from "@/lib/claims";
import { CHECKLIST, CORRECTABLE } from "@/lib/publication";
import { RELATION_TYPES, RESOLUTIONS } from "@/lib/relations";
import { CREDIBILITIES, FACETS, RELIABILITIES } from "@/lib/sourcing";
import { shortWording } from "@/lib/statements";
import { labelOf, type Term } from "@/lib/text";
import { AXES, valueLabel } from "@/lib/verdicts";

type Told = Readonly<Record<string, unknown>>;

/** What an audited decision changed, in words, value before and after: "Faithful?: exact → cosmetic". Empty when nothing did. */
export function decisionWords(action: string, before: string | null, after: string | null): string {
  const [was, now] = [read(before), read(after)];
  if (action.startsWith("verdict.")) return verdictWords(was, now);
  if (action === "sourcing.assessed") return sourcingWords(was, now);
  if (action === "review.checked") return checkWords(was, now);
  if (action.startsWith("position.")) return positionWords(was, now);
  if (action.startsWith("relation.")) return relationWords(was, now);
  if (action === "review.judge_again") return answerWords(now);
  if (action === "review.assign") return joined(steps(was, now, ASSIGNED));
  if (action === "review.propose_correction") return fieldWords(part(was.fields), part(now.fields));
  if (action === "notice.given") return noticeWords(now);
  if (/^statement\.\w+_story$/.test(action)) return joined(steps(was, now, [["story", "Story"]]));
  if (action === "statement.edited" || action === "statement.put_right") return fieldWords(was, now);
  return "";
}

function read(json: string | null): Told {
  try {
    const value: unknown = JSON.parse(json ?? "{}");
    return typeof value === "object" && value !== null ? (value as Told) : {};
  } catch {
    return {};
  }
}

function part(told: unknown): Told {
  return typeof told === "object" && told !== null ? (told as Told) : {};
}

const ASSIGNED = [
  ["assignee", "Reviewer"],
  ["dueOn", "Due"],
] as const;

/** What an editor changed in public besides the words. */
function noticeWords({ changes }: Told): string {
  const all = Array.isArray(changes) ? (changes as { what: string; before: string; after: string }[]) : [];
  return joined(
    all.map(({ what, before, after }) =>
      before === after ? what : step(what, textOf(before), textOf(after)),
    ),
  );
}

function verdictWords(was: Told, now: Told): string {
  const axis = String(now.axis ?? was.axis ?? "");
  const known = AXES.find(({ key }) => key === axis);
  const wordOf = ({ value, label }: Told) =>
    value === undefined
      ? ""
      : typeof label === "string"
        ? label
        : ((known && valueLabel(known.key, String(value))) ?? String(value).replaceAll("_", " "));
  return joined([
    stepOf(labelOf(AXES, axis), wordOf(was).toLowerCase(), wordOf(now).toLowerCase()),
    ...steps(was, now, [
      ["reasons", "Reasons"],
      ["uncertainty", "What is uncertain"],
      ["speakerAskedOn", "Speaker asked on"],
      ["speakerAnswered", "What the speaker answered"],
      ["asOf", "Holds as of"],
      ["evidence", "Evidence"],
    ]),
  ]);
}

function sourcingWords(was: Told, now: Told): string {
  const facetsOf = (told: Told, key: string, terms: readonly Term[]) => {
    const many = Array.isArray(told.facets) ? (told.facets as { facet: string; value: string }[]) : [];
    const one = told[key];
    const values =
      typeof one === "string" ? [one] : many.filter((row) => row.facet === key).map((row) => row.value);
    return values
      .map((value) => labelOf(terms, value).toLowerCase())
      .sort()
      .join(", ");
  };
  return joined([
    ...FACETS.map(({ key, label, terms }) =>
      step(label, facetsOf(was, key, terms), facetsOf(now, key, terms)),
    ),
    step("Reliability", gradeOf(RELIABILITIES, was.reliability), gradeOf(RELIABILITIES, now.reliability)),
    step("Credibility", gradeOf(CREDIBILITIES, was.credibility), gradeOf(CREDIBILITIES, now.credibility)),
    ...steps(was, now, [
      ["embargoedUntil", "Embargoed until"],
      ["note", "Note"],
    ]),
  ]);
}

function gradeOf(terms: readonly Term[], value: unknown): string {
  return value === undefined ? "" : `${value}, ${labelOf(terms, String(value)).toLowerCase()}`;
}

function checkWords(was: Told, now: Told): string {
  const wordOf = (told: unknown) => {
    const { isDone, note } = (told ?? {}) as { isDone?: boolean; note?: string };
    return isDone === undefined ? "" : `${isDone ? "done" : "not done"}${note ? ` (${note})` : ""}`;
  };
  // an item that the form left out stands as it was; a note left out too
  return joined(
    CHECKLIST.filter(({ key }) => now[key] !== undefined).map(({ key, label }) => {
      const kept = { ...(was[key] as object | undefined), ...(now[key] as object) };
      return step(label, wordOf(was[key]), wordOf(kept));
    }),
  );
}

function positionWords(was: Told, now: Told): string {
  const stanceOf = ({ stance }: Told) =>
    stance === undefined ? "" : labelOf(STANCES, String(stance)).toLowerCase();
  const claim = String(now.claim ?? was.claim ?? "");
  return joined([
    stepOf(`Position on ${claim}`, stanceOf(was), stanceOf(now)),
    ...steps(was, now, [["note", "Note"]]),
  ]);
}

const OUTCOMES: Readonly<Record<string, string>> = {
  holds: "still holds",
  anew: "judged anew",
  falls: "no longer holds",
};

/** What somebody answered for a correction that waits, each with its reason. */
function answerWords({ answers }: Told): string {
  const all = Array.isArray(answers)
    ? (answers as { subject: string; outcome: string; reason: string; given?: Told }[])
    : [];
  return joined(
    all.map(({ subject, outcome, reason, given }) => {
      const anew = outcome === "anew" ? givenWord(subject, part(given)) : "";
      return `${subjectWord(subject)} ${OUTCOMES[outcome] ?? outcome}${anew && `, ${anew}`}: ${cut(reason)}`;
    }),
  );
}

/** What is given anew, in a word; sourcing has many, which the log tells when the correction is confirmed. */
function givenWord(subject: string, { value, stance, isDone }: Told): string {
  if (typeof stance === "string") return labelOf(STANCES, stance).toLowerCase();
  if (typeof isDone === "boolean") return isDone ? "done" : "not done";
  if (typeof value !== "string") return "";
  const axis = AXES.find(({ key }) => subject === `verdict:${key}`);
  return ((axis && valueLabel(axis.key, value)) ?? value.replaceAll("_", " ")).toLowerCase();
}

function subjectWord(subject: string): string {
  const [kind = "", key = ""] = subject.split(/:(.*)/su);
  if (kind === "verdict") return labelOf(AXES, key);
  if (kind === "check") return `“${labelOf(CHECKLIST, key)}”`;
  if (kind === "position") return `Position on ${key}`;
  return kind === "relation" ? `Relation ${key}` : "Sourcing";
}

function relationWords(was: Told, now: Told): string {
  const outcomeOf = ({ resolution }: Told) =>
    typeof resolution === "string" ? labelOf(RESOLUTIONS, resolution).toLowerCase() : "";
  const which = [
    typeof now.type === "string" ? labelOf(RELATION_TYPES, now.type) : "",
    typeof now.publicId === "string" ? now.publicId : "",
  ];
  return joined([
    which.filter(Boolean).join(" "),
    step("State", String(was.state ?? ""), String(now.state ?? was.state ?? "")),
    "resolution" in now ? step("How it comes out", outcomeOf(was), outcomeOf(now)) : "",
    ...steps(
      was,
      now,
      WORDS_OF_TIE.filter(([field]) => field in now),
    ),
  ]);
}

const WORDS_OF_TIE = [
  ["rationale", "Rationale"],
  ["comparability", "Why comparable"],
  ["valueFrom", "Value of the first"],
  ["valueTo", "Value of the second"],
  ["unit", "Unit"],
  ["period", "Period"],
] as const;

function fieldWords(was: Told, now: Told): string {
  const fields = Object.entries(CORRECTABLE).filter(([key]) => key in now && key in was);
  const isAnother = "speakerId" in now && now.speakerId !== was.speakerId;
  const [former, speaker] = [textOf(was.speaker), textOf(now.speaker)];
  return joined([
    ...steps(
      was,
      now,
      fields.filter(([key]) => key !== "speakerId"),
    ),
    // entries of an early build do not name them
    isAnother ? (former === speaker ? "Another speaker" : step("Speaker", former, speaker)) : "",
    "anchorExplanation" in now
      ? step("Difference explained", quoted(was.anchorExplanation), quoted(now.anchorExplanation))
      : "",
  ]);
}

function quoted(text: unknown): string {
  return typeof text === "string" && text !== "" ? `“${text}”` : "";
}

function steps(was: Told, now: Told, fields: readonly (readonly [string, string])[]): string[] {
  return fields.map(([key, label]) => step(label, textOf(was[key]), textOf(now[key])));
}

/** Long words are cut: the record has them whole. */
const MOST = 160;

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(textOf).join("; ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" && INSTANT.test(value) ? instantInWords(value) : String(value);
}

function cut(text: string, from = 0): string {
  const short = shortWording(text.slice(from), MOST);
  return from === 0 ? short : `…${short}`;
}

/** Where two long texts are begun, so that what differs is in what is shown: at a word before it, where there are words. */
function cutFrom(was: string, now: string): number {
  let same = 0;
  while (same < was.length && was[same] === now[same]) same += 1;
  if (same < MOST / 2) return 0;
  const near = same - MOST / 4;
  const word = was.lastIndexOf(" ", near) + 1;
  if (same - word < MOST / 2) return word;
  return /^[\udc00-\udfff]/.test(was.slice(near)) ? near - 1 : near;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** An instant as the log holds it, in words; midnight stands for a day. */
function instantInWords(iso: string): string {
  return timeInWords(new Date(iso), iso.endsWith("T00:00:00.000Z") ? "day" : "time");
}

function step(label: string, was: string, now: string): string {
  if (was === now) return "";
  // a label that asks keeps its question mark before the colon, as the axes are called
  if (was === "") return `${label}: ${cut(now)}`;
  const from = cutFrom(was, now);
  return `${label}: ${cut(was, from)} → ${now === "" ? "none" : cut(now, from)}`;
}

/** What a decision is about, which is told also where it was decided as before. */
function stepOf(label: string, was: string, now: string): string {
  return was === now && now !== "" ? `${label}: ${cut(now)}, as before` : step(label, was, now);
}

function joined(parts: readonly string[]): string {
  return parts.filter(Boolean).join(" · ");
}
