"use client";

import type { Route } from "next";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { controlsHere } from "@/components/site/keyboard";
import { wordsOf } from "@/components/site/keys-here";
import { Drawing } from "@/components/ui/drawing";
import { SEARCH } from "@/components/ui/icon-path-search";
import { Kbd } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";
import type { Entry, Group } from "./entry";

// long enough not to ask at each letter of a fast writer
const PAUSE_MS = 80;

const LIST = "palette-list";

/** Where each option leads or what it presses, in the order of the list. */
type Option = Entry | { readonly label: string; readonly hint: string; readonly control: HTMLElement };

interface Answer {
  /** What it is the answer to. */
  readonly q: string;
  readonly groups: readonly Group[];
  readonly isAway: boolean;
}

/**
 * The palette: goes to anything whose words are being typed, and presses the controls of the page by their words. The input keeps the
 * focus and names the option that Enter opens. An answer is shown to what it answers and to nothing else.
 */
export function Palette({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [at, setAt] = useState(0);
  const [here, setHere] = useState<readonly Option[]>([]);
  const q = typed.trim();

  useEffect(() => {
    setHere(
      controlsHere().map((control) => ({
        label: wordsOf(control),
        hint: control.dataset.key ?? "",
        control,
      })),
    );
    dialog.current?.showModal();
  }, []);

  useEffect(() => {
    const stop = new AbortController();
    const timer = window.setTimeout(
      () => {
        void answerTo(q, stop.signal).then((given) => {
          // what is typed now is another question
          if (!stop.signal.aborted) setAnswer(given);
        });
      },
      q === "" ? 0 : PAUSE_MS,
    );
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [q]);

  const isAnswered = answer?.q === q;
  const pressed = here.filter(({ label }) => q !== "" && holds(label, q));
  const groups: readonly { readonly title: string; readonly entries: readonly Option[] }[] = [
    ...(isAnswered ? answer.groups : []),
    ...(pressed.length > 0 ? [{ title: "On this page", entries: pressed }] : []),
  ];
  const options = groups.flatMap(({ entries }) => entries);
  const marked = Math.min(at, options.length - 1);

  useEffect(() => {
    if (marked >= 0) document.getElementById(`${LIST}-${marked}`)?.scrollIntoView({ block: "nearest" });
  }, [marked]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) setAt((marked + step + options.length) % options.length);
    else if (event.key === "Enter" && marked >= 0) {
      const option = document.getElementById(`${LIST}-${marked}`);
      // as a link that is pressed with the same keys
      option?.dispatchEvent(
        new MouseEvent("click", {
          ...{ bubbles: true, cancelable: true, view: window },
          ...{ ctrlKey: event.ctrlKey, metaKey: event.metaKey, shiftKey: event.shiftKey },
        }),
      );
    } else return;
    event.preventDefault();
  };

  const close = () => dialog.current?.close();
  const drawn = (option: Option, nth: number) => {
    const common = {
      ...{ id: `${LIST}-${nth}`, role: "option", tabIndex: -1, className: "palette__one" },
      "aria-selected": nth === marked,
      onMouseMove: () => setAt(nth),
    };
    const words = <Words option={option} />;
    if ("control" in option)
      return (
        <button
          {...common}
          // what is about to be pressed stays when an answer comes above it
          key={`here ${here.indexOf(option)}`}
          type="button"
          onClick={() => {
            close();
            option.control.click();
          }}
        >
          {words}
        </button>
      );
    return (
      <Link
        {...common}
        key={option.href}
        href={option.href as Route}
        onClick={(event) => {
          if (!event.ctrlKey && !event.metaKey && !event.shiftKey) close();
        }}
      >
        {words}
      </Link>
    );
  };

  let nth = 0;
  return (
    <dialog className="dialog palette" ref={dialog} onClose={onClose} aria-label="Find anything">
      <form className="find find--lg" action="/search">
        <Drawing path={SEARCH} />
        <input
          className="input"
          role="combobox"
          name="q"
          type="text"
          enterKeyHint="go"
          aria-label="Words, a name or a printed id"
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={LIST}
          aria-activedescendant={marked >= 0 ? `${LIST}-${marked}` : undefined}
          placeholder="Words, a name or a printed id"
          {...{ dir: "auto", autoComplete: "off", spellCheck: false, autoCapitalize: "off", maxLength: 200 }}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </form>
      <div className="palette__list" role="listbox" id={LIST} aria-label="Found" aria-busy={!isAnswered}>
        {groups.map(({ title, entries }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options is no set of fields
          <div key={title} role="group" aria-label={title}>
            <div className="palette__kind" aria-hidden="true">
              {title}
            </div>
            {entries.map((option) => drawn(option, nth++))}
          </div>
        ))}
      </div>
      <p className="palette__foot">
        <span aria-live="polite">
          {told({ isAnswered, isAway: answer?.isAway === true, count: options.length })}
        </span>
        <span aria-hidden="true">
          <Kbd keys="↑ ↓" /> choose <Kbd keys="Enter" /> open <Kbd keys="Esc" /> close
        </span>
      </p>
    </dialog>
  );
}

function Words({ option: { label, hint, ...option } }: { option: Option }) {
  return (
    <>
      <bdi lang={"lang" in option ? option.lang : undefined}>{label}</bdi>
      {hint === "" ? null : "control" in option ? (
        <Kbd keys={hint} isDecoration />
      ) : (
        <small dir="auto">{hint}</small>
      )}
    </>
  );
}

function told({
  isAnswered,
  isAway,
  count,
}: {
  isAnswered: boolean;
  isAway: boolean;
  count: number;
}): string {
  if (!isAnswered) return "Looking…";
  if (isAway) return "The site does not answer. Enter searches as a page.";
  return count === 1 ? "1 found" : `${count} found`;
}

/** Whether each word that was typed begins a word of a control. */
function holds(label: string, q: string): boolean {
  const words = ` ${label.toLowerCase()}`;
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(` ${word}`));
}

async function answerTo(q: string, signal: AbortSignal): Promise<Answer> {
  try {
    const answer = await fetch(`/search.json?q=${encodeURIComponent(q)}`, { signal });
    if (answer.ok) return { q, ...((await answer.json()) as { groups: Group[] }), isAway: false };
  } catch {
    // said below; what was asked for another question is let go of
  }
  return { q, groups: [], isAway: true };
}
