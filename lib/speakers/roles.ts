import { normaliseName, typedDate } from "@/lib/text";

/** A role as it is recorded of a speaker. */
export interface HeldRole {
  readonly role: string;
  readonly body: string;
  readonly heldFrom: Date | null;
  readonly heldFromPrecision: string | null;
  readonly heldTo: Date | null;
  readonly heldToPrecision: string | null;
}

/** “deputy mayor, City of Osthaven (2023-05 to 2025)”: on a page, in a list and in a notice. */
export function roleInWords({ role, body, ...held }: HeldRole): string {
  const from = typedDate(held.heldFrom, held.heldFromPrecision);
  const to = typedDate(held.heldTo, held.heldToPrecision);
  const period = from && to ? `${from} to ${to}` : from ? `since ${from}` : to ? `until ${to}` : "";
  return [[role, body].filter(Boolean).join(", "), period ? `(${period})` : ""].filter(Boolean).join(" ");
}

/** A statement's own word of the speaker's role, and when it was said. */
export interface RoleOnDay {
  readonly roleThen: string;
  readonly saidOn: Date | null;
  readonly saidOnPrecision: string | null;
}

/**
 * What the record says of a role on the day: what was surely held then; whether the printed one is none of what may have been
 * held, and why that is a conflict and not only another word for it.
 */
export interface RoleByRecord<R extends HeldRole = HeldRole> {
  readonly held: readonly R[];
  /** The recorded role that the printed one names, of another time; or of another rank on that day. */
  readonly conflict: { readonly why: "another_time" | "another_rank"; readonly role: R } | null;
}

/** The first and the last moment of what a date of some precision may mean. */
function spanOf(on: Date, precision: string | null): readonly [number, number] {
  const [year, month, day] = [on.getUTCFullYear(), on.getUTCMonth(), on.getUTCDate()];
  if (precision === "year") return [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1) - 1];
  if (precision === "month") return [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1) - 1];
  return [Date.UTC(year, month, day), Date.UTC(year, month, day + 1) - 1];
}

/**
 * Whether a role was held through all of the day: surely, perhaps, or not. A role with a beginning and no end is still held;
 * one without a beginning may have begun at any time, and on the days of which a date of it speaks it may or may not be held.
 */
function isHeld(role: HeldRole, [first, last]: readonly [number, number]): "surely" | "perhaps" | "not" {
  const from = role.heldFrom && spanOf(role.heldFrom, role.heldFromPrecision);
  const to = role.heldTo && spanOf(role.heldTo, role.heldToPrecision);
  if ((from && last < from[0]) || (to && first > to[1])) return "not";
  if (from && first >= from[1] - DAY && (!to || last <= to[0] + DAY)) return "surely";
  return "perhaps";
}

// of a role that began on a day, that whole day counts: nobody records the hour
const DAY = 86_400_000 - 1;

// words that make another rank of the same office
const RANKS = new Set(
  "deputy vice acting assistant associate junior interim under shadow co elect designate honorary".split(" "),
);
// words that say that it is no longer, or was then
const FORMER = new Set("former ex formerly onetime late retired outgoing".split(" "));
const SMALL = new Set(
  "a an and at de del der des die du for from in la le of on s the then to und y et with his her their its".split(
    " ",
  ),
);

interface Words {
  readonly office: ReadonlySet<string>;
  readonly ranks: string;
  readonly isFormer: boolean;
}

/** A role as words to compare: what office, what rank, and whether it is a former one. */
function wordsOf(text: string): Words {
  const words = normaliseName(text.replace(/[-–—/]/gu, " "))
    .split(" ")
    .filter(Boolean);
  return {
    office: new Set(words.filter((word) => !RANKS.has(word) && !FORMER.has(word) && !SMALL.has(word))),
    ranks: words
      .filter((word) => RANKS.has(word))
      .sort()
      .join(" "),
    isFormer: words.some((word) => FORMER.has(word)),
  };
}

/** Whether the printed role names the office that the record has: the whole title of it. */
function isNamed(printed: Words, role: HeldRole): boolean {
  const title = wordsOf(role.role).office;
  return title.size > 0 && [...title].every((word) => printed.office.has(word));
}

/** Whether it may mean that office: “minister” is said of a foreign minister too. */
function mayMean(printed: Words, role: HeldRole): boolean {
  const whole = wordsOf(`${role.role} ${role.body}`).office;
  return (
    isNamed(printed, role) ||
    (printed.office.size > 0 && [...printed.office].every((word) => whole.has(word)))
  );
}

/**
 * What the record says of the role in which something was said. Where the day or a role of it is not known nothing is; other
 * words for what was held are no conflict, for an office has many names.
 */
export function roleByRecord<R extends HeldRole>(
  { roleThen, saidOn, saidOnPrecision }: RoleOnDay,
  roles: readonly R[],
): RoleByRecord<R> {
  if (!saidOn) return { held: [], conflict: null };
  const day = spanOf(saidOn, saidOnPrecision);
  const timed = roles.map((role) => ({ role, when: isHeld(role, day) }));
  const held = timed.flatMap(({ role, when }) => (when === "surely" ? [role] : []));
  const printed = wordsOf(roleThen);
  const named = timed.filter(({ role }) => isNamed(printed, role));
  const rankOf = (role: R) => wordsOf(role.role).ranks;
  const [exact] = named.filter(({ role }) => rankOf(role) === printed.ranks);
  const may = timed.filter(
    ({ role, when }) => when !== "not" && mayMean(printed, role) && rankOf(role) === printed.ranks,
  );
  if (printed.isFormer) {
    // somebody's former office, which the record has as held on that day and never before
    const [still] = named.filter(({ role, when }) => when === "surely" && rankOf(role) === printed.ranks);
    const isOver = named.some(({ when }) => when !== "surely");
    return { held, conflict: still && !isOver ? { why: "another_time", role: still.role } : null };
  }
  if (may.length > 0) return { held, conflict: null };
  if (exact) return { held, conflict: { why: "another_time", role: exact.role } };
  const [rank] = named.filter(({ when }) => when === "surely");
  return { held, conflict: rank ? { why: "another_rank", role: rank.role } : null };
}
