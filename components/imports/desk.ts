/** A proposal as the keys of the desk know it. */
export interface DeskItem {
  readonly ordinal: number;
  readonly decision: "pending" | "accepted" | "rejected" | "known";
  /** Stored already: nothing is decided about it any more. */
  readonly isStored: boolean;
  /** The new speaker that it names, and whether it asks what that is. */
  readonly name: string | null;
  readonly asks: boolean;
  /** Several known speakers have the name: it is edited first. */
  readonly isBlocked: boolean;
  /** In no doubt: neither the signs of the find nor who spoke. */
  readonly isSure: boolean;
}

type Choice = "pending" | "accepted" | "rejected";
export type Kind = "person" | "organisation" | "collective" | "anonymous";
export const KINDS: readonly Kind[] = ["person", "organisation", "collective", "anonymous"];

/** One press of the desk, as the server takes it. */
export type Press =
  | { readonly act: "decide"; readonly ordinal: number; readonly decision: Choice; readonly kind?: Kind }
  | { readonly act: "accept"; readonly run: "all" | "sure" | number }
  | { readonly act: "undo" };

interface Act {
  readonly was: readonly DeskItem[];
  readonly answered: string | null;
}

/** The desk of an import: what is decided, which proposal is marked, and what can be taken back, the last at the end. */
export interface Desk {
  /** In the order of the list. */
  readonly items: readonly DeskItem[];
  readonly at: number | null;
  readonly acts: readonly Act[];
  /** The names of whose bearers somebody said what they are since the server told, and those of whom that was taken back. */
  readonly answered: readonly string[];
  readonly reopened: readonly string[];
}

export function openDesk(items: readonly DeskItem[], at: number | null): Desk {
  return { items, at, acts: [], answered: [], reopened: [] };
}

/** What a key of the desk means for the marked proposal; null when it means nothing there. */
export function meaningOf(desk: Desk, key: string): Press | null {
  if (key === "u") return { act: "undo" };
  if (key === "A") return { act: "accept", run: "sure" };
  const item = markedIn(desk);
  if (!item) return null;
  const { ordinal } = item;
  if (key === "t") return { act: "accept", run: ordinal };
  const kind = KINDS[Number(key) - 1];
  if (kind !== undefined)
    return asksIn(desk, item) ? { act: "decide", ordinal, decision: "accepted", kind } : null;
  const decision = key === "a" ? "accepted" : key === "r" ? "rejected" : null;
  return decision === null ? null : { act: "decide", ordinal, decision };
}

/** The desk after a press, or null when it changes nothing, and need not be sent. */
export function pressed(desk: Desk, press: Press): Desk | null {
  if (press.act === "undo") return undone(desk);
  if (press.act === "accept") {
    const end = typeof press.run === "number" ? placeIn(desk, press.run) + 1 : desk.items.length;
    const those = desk.items.slice(0, end).filter((item) => {
      const isMeant = isOpen(item) && item.decision === "pending" && !item.isBlocked && !asksIn(desk, item);
      return isMeant && (press.run !== "sure" || item.isSure);
    });
    return those.length === 0 ? null : moved(decided(desk, those, "accepted", null));
  }
  const { ordinal, decision, kind } = press;
  const item = desk.items[placeIn(desk, ordinal)];
  if (!item || !isOpen(item) || item.decision === decision) return null;
  const isAsked = decision === "accepted" && asksIn(desk, item);
  if ((decision === "accepted" && item.isBlocked) || (isAsked && kind === undefined)) return null;
  const next = decided(desk, [item], decision, isAsked ? item.name : null);
  return decision === "pending" ? { ...next, at: ordinal } : moved({ ...next, at: ordinal });
}

/** The desk with another proposal marked. */
export function marked(desk: Desk, at: number): Desk {
  return placeIn(desk, at) === -1 ? desk : { ...desk, at };
}

/** The desk as the server has it now; the mark stays, and so does what can be taken back. */
export function renewed(desk: Desk, items: readonly DeskItem[], current: number | null): Desk {
  const isThere = items.some(({ ordinal }) => ordinal === desk.at);
  return { ...desk, items, answered: [], reopened: [], at: isThere ? desk.at : current };
}

export function asksIn({ answered, reopened }: Desk, { name, asks, decision }: DeskItem): boolean {
  if (name === null || decision === "accepted" || answered.includes(name)) return false;
  return asks || reopened.includes(name);
}

export function markedIn({ items, at }: Desk): DeskItem | undefined {
  return items.find(({ ordinal }) => ordinal === at);
}

function isOpen({ decision, isStored }: DeskItem): boolean {
  return decision !== "known" && !isStored;
}

function placeIn({ items }: Desk, ordinal: number): number {
  return items.findIndex((item) => item.ordinal === ordinal);
}

function decided(desk: Desk, those: readonly DeskItem[], decision: Choice, answered: string | null): Desk {
  return {
    ...desk,
    items: desk.items.map((item) => (those.includes(item) ? { ...item, decision } : item)),
    acts: [...desk.acts, { was: those, answered }],
    answered: answered === null ? desk.answered : [...desk.answered, answered],
    reopened: desk.reopened.filter((name) => name !== answered),
  };
}

/** A decision moves the mark to the next that waits, from the top when none is behind it. */
function moved(desk: Desk): Desk {
  const place = desk.at === null ? -1 : placeIn(desk, desk.at);
  if (desk.items[place]?.decision === "pending") return desk;
  const waits = ({ decision }: DeskItem) => decision === "pending";
  const next = desk.items.slice(place + 1).find(waits) ?? desk.items.find(waits);
  return next ? { ...desk, at: next.ordinal } : desk;
}

function undone(desk: Desk): Desk | null {
  const last = desk.acts.at(-1);
  if (!last) return null;
  const { was, answered } = last;
  return {
    items: desk.items.map((item) => {
      const before = was.find(({ ordinal }) => ordinal === item.ordinal);
      return before && !item.isStored ? { ...item, decision: before.decision } : item;
    }),
    at: was[0]?.ordinal ?? desk.at,
    acts: desk.acts.slice(0, -1),
    answered: desk.answered.filter((name) => name !== answered),
    reopened: answered === null ? desk.reopened : [...desk.reopened, answered],
  };
}
