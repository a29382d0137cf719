"use client";

import { type ComponentProps, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { TextField } from "./fields.client";

interface Offer {
  readonly value: string;
  readonly hint: string;
}

interface ComboFieldProps extends ComponentProps<typeof TextField> {
  /** What is offered while somebody types: the last part of `/pick/…`. */
  of: "speakers" | "outlets" | "claims" | "statements" | "stories" | "reviewers";
}

// long enough not to ask at each letter of a fast writer
const PAUSE_MS = 120;

/**
 * A line of text that offers what is on record while somebody types. What is typed counts, chosen or not: without scripts,
 * and where nothing is offered, it is a plain field whose words are looked up when the form is sent.
 */
export function ComboField({ of, ...field }: ComboFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  const listId = useId();
  const [offers, setOffers] = useState<readonly Offer[]>([]);
  const [at, setAt] = useState(-1);
  const asked = useRef<{ timer: number; stop: AbortController } | null>(null);
  const isOpen = offers.length > 0;

  const input = () => box.current?.querySelector("input");
  useEffect(() => {
    const field = input();
    field?.setAttribute("role", "combobox");
    field?.setAttribute("aria-autocomplete", "list");
    field?.setAttribute("aria-controls", listId);
    field?.setAttribute("aria-expanded", String(isOpen));
    field?.setAttribute("autocomplete", "off");
    if (at < 0) field?.removeAttribute("aria-activedescendant");
    else field?.setAttribute("aria-activedescendant", `${listId}-${at}`);
  });
  useEffect(() => () => forget(asked.current), []);

  const close = () => {
    forget(asked.current);
    setOffers([]);
    setAt(-1);
  };
  const ask = (typed: string) => {
    forget(asked.current);
    setAt(-1);
    if (typed.trim() === "") return setOffers([]);
    const stop = new AbortController();
    const offer = async () => {
      const found = await offersFor(of, typed, stop.signal);
      if (!stop.signal.aborted) setOffers(found.length === 1 && found[0]?.value === typed ? [] : found);
    };
    const timer = window.setTimeout(() => void offer(), PAUSE_MS);
    asked.current = { timer, stop };
  };
  const choose = (offer: Offer) => {
    const field = input();
    if (!field) return;
    // as a hand would: React and the keeper of typed text hear of it
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, offer.value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    close();
    field.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const offer = offers[at];
    if (step !== undefined && isOpen) {
      // one place before the first is the text itself
      setAt((now) => ((now + 1 + step + offers.length + 1) % (offers.length + 1)) - 1);
    } else if (step === 1) ask(input()?.value ?? "");
    else if (event.key === "Enter" && offer) choose(offer);
    else if (event.key === "Escape" && isOpen) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the input inside is the control, and says so
    <div
      className="combo"
      ref={box}
      onInput={(event) => ask((event.target as HTMLInputElement).value)}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!box.current?.contains(event.relatedTarget)) close();
      }}
    >
      <TextField {...field} />
      <div role="listbox" id={listId} className="combo__list" aria-label="On record" hidden={!isOpen}>
        {offers.map((offer, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the input
          // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names the option
          <div
            key={offer.value}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            // the input keeps the caret
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(offer)}
          >
            <bdi>{offer.value}</bdi>
            {offer.hint === "" ? null : <small dir="auto">{offer.hint}</small>}
          </div>
        ))}
      </div>
      {/* no role=status: that is the answer to a form, which opens the fold it stands in */}
      <span className="vh" aria-live="polite">
        {isOpen ? `${offers.length} on record; choose with the arrow keys` : ""}
      </span>
    </div>
  );
}

function forget(asked: { timer: number; stop: AbortController } | null) {
  if (asked === null) return;
  window.clearTimeout(asked.timer);
  asked.stop.abort();
}

/** What is on record with these words; nothing when it cannot be asked. */
async function offersFor(of: string, typed: string, signal: AbortSignal): Promise<readonly Offer[]> {
  try {
    const answer = await fetch(`/pick/${of}?q=${encodeURIComponent(typed.trim())}`, { signal });
    return answer.ok ? ((await answer.json()) as { items: Offer[] }).items : [];
  } catch {
    return [];
  }
}
