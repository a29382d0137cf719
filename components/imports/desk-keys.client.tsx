"use client";

import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { startTransition, useContext, useEffect, useRef, useState } from "react";
import { PageContext } from "@/components/forms/page-context";
import { send } from "@/components/forms/send.client";
import { Drawing } from "@/components/ui/drawing";
import { CIRCLE_X } from "@/components/ui/icon-paths-scripts";
import { isTypingOutside } from "@/components/ui/typing";
import {
  type FormAction,
  isTyped,
  PRESSED,
  SENDER,
  SENDING,
  sectionsOf,
  UNSENT,
  writeSending,
} from "@/lib/forms";
import {
  asksIn,
  type Desk,
  type DeskItem,
  KINDS,
  marked as markedAt,
  markedIn,
  meaningOf,
  openDesk,
  type Press,
  pressed,
  renewed,
} from "./desk";

interface DeskKeysProps {
  draftId: string;
  order: string;
  /** The proposal that is unfolded. */
  current: number | null;
  items: readonly DeskItem[];
  /** These are all of the import, not a page of them. */
  isWhole: boolean;
  press: FormAction;
}

/**
 * Keeps the mark of the keyboard, and what was pressed before the server answered: every press acts on the desk as it
 * stands then, at once, and is sent in its order. The words of the marked proposal stay in sight in the article.
 */
export function DeskKeys({ draftId, order, current, items, isWhole, press }: DeskKeysProps) {
  const page = useContext(PageContext);
  const router = useRouter();
  const place = usePathname();
  const [told, setTold] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const desk = useRef<Desk>(openDesk(items, current));
  // what is pressed joins it until it is sent
  const batch = useRef<Press[] | null>(null);
  const underway = useRef(0);
  const latest = useRef({ items, current });
  latest.current = { items, current };
  const isFirst = useRef(true);
  // the page is drawn anew because of what was pressed here
  const isOwn = useRef(false);
  // keys that move an edge while the last move is on its way
  const edges = useRef<string[]>([]);

  function show(isMoved: boolean) {
    const { at } = desk.current;
    markDecided(desk.current);
    const item = at === null ? null : document.getElementById(`p${at}`);
    markItem(item);
    showWords(at);
    if (isMoved && item && !isTypingOutside(item)) {
      item.focus({ preventScroll: true });
      item.scrollIntoView({ block: "nearest" });
    }
  }

  /** Does one press, and says whether it meant anything here. */
  function act(what: Press): void {
    const next = pressed(desk.current, what);
    // runs, and what is taken back, reach what this page does not hold
    if (next === null && what.act === "decide") return;
    if (next !== null) desk.current = next;
    setRefusal(null);
    setTold(wordsFor(what, desk.current, isWhole));
    show(true);
    if (batch.current !== null) {
      batch.current.push(what);
      return;
    }
    const presses = [what];
    batch.current = presses;
    underway.current += 1;
    startTransition(() => (page === null ? sendBatch(presses) : page.inTurn(() => sendBatch(presses))));
  }

  async function sendBatch(presses: readonly Press[]) {
    const closed = batch.current === presses;
    if (closed) batch.current = null;
    const form = new FormData();
    form.set("draftId", draftId);
    form.set("presses", JSON.stringify(presses));
    form.set(SENDING, writeSending({ key: crypto.randomUUID(), form: "desk", place }));
    const sender = document.querySelector<HTMLInputElement>(`input[name="${SENDER}"]`);
    if (sender) form.set(SENDER, sender.value);
    const answer = await send(() => press(UNSENT, form));
    underway.current -= 1;
    const wrong = [answer.message ?? [], answer.errors.map(({ message }) => message)].flat(2);
    if (answer.status !== "idle") setRefusal(wrong.join(" ") || "It was not stored.");
    // what is pressed meanwhile asks again
    if (underway.current === 0 || answer.status !== "idle") await askAgain();
  }

  /** The page as the server has it, with the marked proposal unfolded, unless something is typed in another. */
  async function askAgain() {
    const { at } = desk.current;
    const isLeft = at !== null && at !== latest.current.current && !isTypedIn(latest.current.current);
    await page?.keepOthers("desk");
    isOwn.current = true;
    const sorted = order === "text" ? "" : `&order=${order}`;
    startTransition(() => {
      if (isLeft) router.replace(`${place}?at=${at}${sorted}` as Route, { scroll: false });
      else router.refresh();
    });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: each drawing of the page brings what the server has
  useEffect(() => {
    if (underway.current === 0) desk.current = renewed(desk.current, items, current);
    // on arrival the page stands where its address says; a link to a proposal moves the mark there
    if (isFirst.current || window.location.hash === `#p${current}`) {
      if (underway.current === 0 && current !== null) desk.current = markedAt(desk.current, current);
    }
    // what was decided here goes on here; whatever else drew the page gives focus back to where it was
    show(isOwn.current && document.activeElement === document.body);
    isOwn.current = false;
    // what was unfolded at the foot of the window is brought up
    if (!isFirst.current && current !== null && current === desk.current.at) bringUp(current);
    isFirst.current = false;
    const [next] = edges.current;
    const button = next === undefined ? null : edgeButton(desk.current.at, next);
    if (button?.getAttribute("aria-disabled") === "true") return;
    edges.current.shift();
    button?.click();
  }, [items, current]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what they call reads what is pressed from where it is kept
  useEffect(() => {
    function onKey(event: Event) {
      if (!(event instanceof CustomEvent)) return;
      const key = String(event.detail);
      if (edgeButton(desk.current.at, key)?.getAttribute("aria-disabled") === "true") {
        edges.current.push(key);
        event.preventDefault();
        return;
      }
      // in another order than that of the text nothing is "up to here"
      const what = key === "t" && order !== "text" ? null : meaningOf(desk.current, key);
      if (what === null) return;
      const { at } = desk.current;
      // what is typed in the proposal is accepted with it, by its form
      const isOwnForm =
        what.act === "decide" && what.decision === "accepted" && at === latest.current.current;
      if (isOwnForm && isTypedIn(at)) return;
      event.preventDefault();
      act(what);
    }
    function onSubmit(event: SubmitEvent) {
      const { submitter } = event;
      if (!(submitter instanceof HTMLButtonElement) || submitter.name !== PRESSED) return;
      const [part = "", name = "", ...value] = submitter.value.split(" ");
      const what = pressOf(part, name, value.join(" "));
      if (what === null) {
        // whatever else is sent comes behind what was pressed before it
        batch.current = null;
        return;
      }
      const isEdit = part.startsWith("proposal-");
      if (what.act === "decide") desk.current = markedAt(desk.current, what.ordinal);
      if (isEdit && what.act === "decide" && isTypedIn(what.ordinal)) {
        batch.current = null;
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      act(what);
    }
    function onFocus({ target }: FocusEvent) {
      const item = target instanceof Element ? target.closest(".props > li") : null;
      const ordinal = item ? ordinalOf(item) : null;
      if (ordinal === null || ordinal === desk.current.at) return;
      desk.current = markedAt(desk.current, ordinal);
      show(false);
    }
    document.addEventListener("verbatim:key", onKey);
    document.addEventListener("submit", onSubmit, { capture: true });
    document.addEventListener("focusin", onFocus);
    return () => {
      document.removeEventListener("verbatim:key", onKey);
      document.removeEventListener("submit", onSubmit, { capture: true });
      document.removeEventListener("focusin", onFocus);
    };
  }, []);

  return (
    <>
      <p className="vh" role="status">
        {told}
      </p>
      {refusal === null ? null : (
        <div className="note note--stop" role="status">
          <Drawing path={CIRCLE_X} />
          <div>
            <b>Not all of it could be done</b>
            <p>{refusal}</p>
          </div>
        </div>
      )}
    </>
  );
}

/** The press that a button of the desk stands for, in a form of that name; null for every other button. */
function pressOf(part: string, name: string, value: string): Press | null {
  const [, ordinal] = /^(?:decide|proposal)-(\d+)$/.exec(part) ?? [];
  if (part === "undo") return { act: "undo" };
  if (part === "accept-all" && name === "run") {
    return { act: "accept", run: value === "all" || value === "sure" ? value : Number(value) };
  }
  if (ordinal === undefined) return null;
  const at = Number(ordinal);
  const kind = KINDS.find((one) => name === "kind" && one === value);
  if (kind) return { act: "decide", ordinal: at, decision: "accepted", kind };
  if (name === "intent" && value === "accept") return { act: "decide", ordinal: at, decision: "accepted" };
  const isDecision = value === "accepted" || value === "rejected" || value === "pending";
  return name === "decision" && isDecision ? { act: "decide", ordinal: at, decision: value } : null;
}

/** Whether something is typed in the form of a proposal. */
function isTypedIn(ordinal: number | null): boolean {
  const form = document.querySelector<HTMLElement>(`[data-part="proposal-${ordinal}"]`)?.closest("form");
  const section = form ? sectionsOf(new FormData(form)).get(`proposal-${ordinal}`) : undefined;
  return section !== undefined && isTyped(section);
}

/** Draws what was decided and is not answered yet; what the server draws says the same. */
function markDecided(desk: Desk): void {
  for (const item of desk.items) {
    const shown = document.getElementById(`p${item.ordinal}`);
    shown?.setAttribute("data-decided", item.decision);
    shown?.toggleAttribute("data-asks", asksIn(desk, item));
  }
}

/** The button that moves an edge of the marked proposal by this key, where it is unfolded. */
function edgeButton(ordinal: number | null, key: string): HTMLElement | null {
  if (!/^[zxnm]$/i.test(key)) return null;
  return document.querySelector<HTMLElement>(`#p${ordinal} .nudge [data-key="${key}"]`);
}

/** Shows an unfolded proposal from its head, unless all of it is in sight or somebody writes elsewhere. */
function bringUp(ordinal: number): void {
  const item = document.getElementById(`p${ordinal}`);
  if (!item || isTypingOutside(item)) return;
  const { top, bottom } = item.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight) item.scrollIntoView({ block: "start" });
}

function markItem(item: Element | null): void {
  for (const marked of document.querySelectorAll("[data-list-at]")) {
    if (marked !== item) marked.removeAttribute("data-list-at");
  }
  item?.setAttribute("data-list-at", "");
}

function ordinalOf(item: Element): number | null {
  return /^p\d+$/.test(item.id) ? Number(item.id.slice(1)) : null;
}

function showWords(ordinal: number | null): void {
  for (const at of document.querySelectorAll(".imp__text [data-at]")) at.removeAttribute("data-at");
  const words = ordinal === null ? null : document.getElementById(`t${ordinal}`);
  words?.setAttribute("data-at", "");
  const pane = words?.closest<HTMLElement>(".imp__text");
  if (!words || !pane || pane.scrollHeight <= pane.clientHeight) return;
  const [there, here] = [words.getBoundingClientRect(), pane.getBoundingClientRect()];
  const isSeen =
    there.top >= here.top + pane.clientHeight / 8 && there.bottom <= here.bottom - pane.clientHeight / 4;
  if (!isSeen) pane.scrollTop += there.top - here.top - pane.clientHeight / 3;
}

function wordsFor(what: Press, desk: Desk, isWhole: boolean): string {
  const left = desk.items.filter(({ decision }) => decision === "pending").length;
  const next = markedIn(desk);
  const done =
    what.act === "undo"
      ? "Taken back."
      : what.act === "accept"
        ? "Accepted."
        : `Proposal ${what.ordinal} ${what.decision === "pending" ? "is open" : what.decision}.`;
  // of a longer import the page does not know how many wait
  return `${done} ${isWhole ? `${left} to decide` : left > 0 ? "More to decide" : "None to decide on this page"}${next ? `; at proposal ${next.ordinal}` : ""}.`;
}
