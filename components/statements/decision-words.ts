import { timeInWords } from "@/components/ui/time";
import { STANCES } from "@/lib/claims";
import { CHECKLIST, CORRECTABLE } from "@/lib/publication";
import { RESOLUTIONS } from "@/lib/relations";
import { CREDIBILITIES, FACETS, RELIABILITIES } from "@/lib/sourcing";
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
    step(labelOf(AXES, axis), wordOf(was).toLowerCase(), wordOf(now).toLowerCase()),
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
    step(`Position on ${claim}`, stanceOf(was), stanceOf(now)),
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
    ? (answers as { subject: string; outcome: string; reason: string }[])
    : [];
  return joined(
    all.map(
      ({ subject, outcome, reason }) =>
        `${subjectWord(subject)} ${OUTCOMES[outcome] ?? outcome}: ${textOf(reason)}`,
    ),
  );
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
  const fields = Object.keys(was).length > 0 ? (["rationale", "comparability"] as const) : [];
  const rows = fields
    .filter((field) => field in was && field in now)
    .map((field) => [field, TITLES[field]] as const);
  return joined([
    step("State", String(was.state ?? ""), String(now.state ?? was.state ?? "")),
    "resolution" in now ? step("How it comes out", outcomeOf(was), outcomeOf(now)) : "",
    ...steps(was, now, rows),
  ]);
}

const TITLES = { rationale: "Rationale", comparability: "Why comparable" } as const;

function fieldWords(was: Told, now: Told): string {
  const fields = Object.entries(CORRECTABLE).filter(([key]) => key in now && key in was);
  const explained =
    typeof now.anchorExplanation === "string" ? [`Difference explained: “${now.anchorExplanation}”`] : [];
  return joined([
    ...steps(
      was,
      now,
      fields.filter(([key]) => key !== "speakerId"),
    ),
    ...("speakerId" in now && now.speakerId !== was.speakerId ? ["Another speaker"] : []),
    ...explained,
  ]);
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
  const text = typeof value === "string" && INSTANT.test(value) ? instantInWords(value) : String(value);
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** An instant as the log holds it, in words; midnight stands for a day. */
function instantInWords(iso: string): string {
  return timeInWords(new Date(iso), iso.endsWith("T00:00:00.000Z") ? "day" : "time");
}

function step(label: string, was: string, now: string): string {
  if (was === now) return "";
  // a label that asks keeps its question mark before the colon, as the axes are called
  return was === "" ? `${label}: ${now}` : `${label}: ${was} → ${now || "none"}`;
}

function joined(parts: readonly string[]): string {
  return parts.filter(Boolean).join(" · ");
}
