"use client";

import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import {
  type ReactNode,
  type SubmitEvent,
  startTransition,
  useActionState,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { takeFocus } from "@/components/ui/typing";
import {
  ALL_OF_PAGE,
  type FormState,
  isAmong,
  isTyped,
  movedOn,
  type PageState,
  PRESSED,
  readPressed,
  sectionsOf,
  UNSENT,
  UNSENT_PAGE,
} from "@/lib/forms";
import { useAddressed } from "./addressed.client";
import { AnsweredElsewhere } from "./answered-elsewhere.client";
import { KeptElsewhere } from "./kept-elsewhere.client";
import type { KeptOfPage } from "./kept-named";
import { PageContext, type PagePart } from "./page-context";
import { sendPage } from "./send.client";
import { type Saving, UnsavedBar, type UnsavedForm } from "./unsaved-bar.client";

export interface PageFormProps {
  /** Does the work of the form whose button was pressed, and keeps what was typed into the others. */
  action: (state: PageState, form: FormData) => Promise<PageState>;
  /** The forms that one press saves together, by name or by how their names begin. */
  together?: readonly string[] | undefined;
  /** Which view of the page this is, to come back to it: a query or a part of it. */
  here?: string | undefined;
  children: ReactNode;
}

/** The part of `PageForm` that lives in the browser. */
export function PageFormClient(
  props: PageFormProps & { kept: readonly KeptOfPage[]; autoComplete: "off" | undefined },
) {
  const { action, together = NONE, here = "", kept, autoComplete, children } = props;
  const [answer, sendWithoutScripts] = useActionState(action, UNSENT_PAGE);
  const sendAddressed = useAddressed(action, UNSENT_PAGE, sendWithoutScripts);
  const form = useRef<HTMLFormElement>(null);
  const parts = useRef(new Map<string, PagePart>());
  const [unsaved, setUnsaved] = useState<readonly UnsavedForm[]>([]);
  const [saving, setSaving] = useState<Saving>({ ...NOT_SAVING, ...(answer.labels ? answer : {}) });
  const isUnderway = useRef(false);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  // each version of the record that this page itself moved on by one
  const moves = useRef(new Set<number>());
  const router = useRouter();
  const place = usePathname();

  const look = useCallback(() => {
    if (form.current === null) return;
    const typed = [...sectionsOf(new FormData(form.current))].filter(([, section]) => isTyped(section));
    const now = typed.map(([name]) => ({
      name,
      label: parts.current.get(name)?.label ?? name,
      isTogether: isAmong(together, name),
    }));
    setUnsaved((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
  }, [together]);

  const scope = useMemo(
    () => ({
      answer,
      join(name: string, part: PagePart) {
        parts.current.set(name, part);
        return () => void parts.current.delete(name);
      },
      changed: look,
      keepOthers: (name: string) =>
        Promise.all([...parts.current].map(([other, part]) => (other === name ? null : part.keepNow()))),
      inTurn<T>(work: () => Promise<T>): Promise<T> {
        const done = turn.current.then(work);
        turn.current = done.catch(() => {});
        return done;
      },
      versionNow: (name: string, version: number) =>
        isAmong(together, name) ? movedOn(moves.current, version) : version,
      moved(name: string, version: number) {
        if (isAmong(together, name)) moves.current.add(version);
      },
    }),
    [answer, look, together],
  );

  useEffect(() => {
    const page = form.current;
    if (page === null || together.length === 0) return;
    let timer = 0;
    const lookSoon = () => {
      setSaving((before) => (before.isUnderway ? before : NOT_SAVING));
      window.clearTimeout(timer);
      timer = window.setTimeout(look, LOOK_AFTER_MS);
    };
    page.addEventListener("input", lookSoon);
    timer = window.setTimeout(look, LOOK_AFTER_MS);
    return () => {
      page.removeEventListener("input", lookSoon);
      window.clearTimeout(timer);
    };
  }, [look, together]);

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as globalThis.SubmitEvent;
    const page = event.currentTarget;
    const way = submitter?.getAttribute("formaction");
    if (way === "/typed/discard") {
      parts.current.get(partOf(submitter) ?? "")?.forget();
      return;
    }
    event.preventDefault();
    // Enter presses the page's first button, which only keeps
    const isFirst = submitter === page.querySelector("button[type=submit]");
    const to = submitter instanceof HTMLButtonElement && way && !isFirst ? submitter.value : "";
    if (to === "find") {
      const find = new FormData(page).get("find");
      router.push(`${place}?find=${encodeURIComponent(String(find))}#find` as Route, { scroll: false });
    } else if (to !== "") router.push(`${place}${to}` as Route, { scroll: false });
    else if (submitter?.hasAttribute("data-saves-all")) saveAll(page, submitter);
    else sendPart(page, way ? document.activeElement : submitter);
  }

  function sendPart(page: HTMLFormElement, from: Element | null) {
    // Enter presses the first button of a form; here that of the part that is written in
    const own = from instanceof HTMLButtonElement ? from : null;
    const button =
      own ?? from?.closest("[data-part]")?.querySelector<HTMLButtonElement>("button[type=submit]");
    const pressed = button ? readPressed(new FormData(page, button)) : null;
    setSaving(NOT_SAVING);
    if (pressed !== null) parts.current.get(pressed.name)?.send(pressed.sent);
  }

  const labelsOf = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, parts.current.get(name)?.label ?? name]));

  function saveAll(page: HTMLFormElement, button: HTMLElement) {
    if (isUnderway.current) return;
    isUnderway.current = true;
    startTransition(() =>
      scope.inTurn(async () => {
        const taking = new Map<string, (answer: FormState) => void>();
        const all = new FormData();
        all.set(PRESSED, ALL_OF_PAGE);
        for (const [name, section] of sectionsOf(new FormData(page))) {
          const part = parts.current.get(name);
          if (!part || !isAmong(together, name) || !isTyped(section)) continue;
          taking.set(name, part.begin(section));
          for (const [field, value] of section) all.append(field, value);
          await part.pause();
        }
        const names = [...taking.keys()];
        startTransition(() => setSaving({ ...NOT_SAVING, isUnderway: names.length > 0 }));
        const answers = names.length === 0 ? {} : await sendPage(names, () => action(UNSENT_PAGE, all));
        isUnderway.current = false;
        for (const [name, take] of taking) take(answers[name] ?? UNANSWERED);
        startTransition(() => setSaving({ isUnderway: false, answers, labels: labelsOf(names) }));
        takeFocus(button);
      }),
    );
  }

  return (
    <PageContext value={scope}>
      <form
        ref={form}
        action={sendAddressed}
        onSubmit={onSubmit}
        noValidate
        autoComplete={autoComplete}
        data-page
      >
        {/* the first button is what Enter presses without scripts: it keeps what was typed and decides nothing */}
        <button
          type="submit"
          formAction="/typed/rest"
          formMethod="post"
          name="to"
          value={here}
          className="vh"
          tabIndex={-1}
          aria-hidden="true"
        >
          Keep what is typed
        </button>
        <KeptElsewhere kept={kept} />
        {answer.labels ? null : <AnsweredElsewhere answers={answer.answers} />}
        {children}
        {together.length === 0 ? null : <UnsavedBar forms={unsaved} saving={saving} />}
      </form>
    </PageContext>
  );
}

const LOOK_AFTER_MS = 250;
const NONE: readonly string[] = [];
const NOT_SAVING: Saving = { isUnderway: false, answers: {}, labels: {} };
const UNANSWERED: FormState = {
  ...UNSENT,
  status: "failed",
  message:
    "No answer came for this form. What you typed stands below. Send it again: it will not be stored twice.",
};

function partOf(element: Element | null): string | null {
  return element?.closest("[data-part]")?.getAttribute("data-part") ?? null;
}
