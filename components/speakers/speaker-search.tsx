import type { Route } from "next";
import { speakerKindWord } from "@/components/statements/words";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/choice-field";
import { Icon, withDrawing } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";

interface SpeakerSearchProps {
  filter: {
    readonly q?: string | undefined;
    readonly letter?: string | undefined;
    readonly kind?: readonly string[] | undefined;
  };
  kinds: readonly string[];
  /** The letters under which there is somebody. */
  letters: readonly string[];
}

/** A name, a kind, a letter: one plain form, and the letters as links. */
export function SpeakerSearch({ filter, kinds, letters }: SpeakerSearchProps) {
  const { q, letter, kind = [] } = filter;
  return (
    <search className="noprint below-5" aria-label="Speakers">
      <form action="/speakers" method="get" className="stack">
        {letter ? <input type="hidden" name="letter" value={letter} /> : null}
        <div className="qbox__row">
          <div className="find find--lg">
            <Icon name="search" />
            <label className="vh" htmlFor="speaker-q">
              Search speakers
            </label>
            <input
              className="input"
              id="speaker-q"
              name="q"
              type="search"
              defaultValue={q}
              placeholder="A name, or a part of it"
              maxLength={200}
              spellCheck={false}
              dir="auto"
              data-search
            />
          </div>
          <Button type="submit" variant="main">
            Search
          </Button>
        </div>
        <fieldset className="kinds">
          <legend className="vh">Kind</legend>
          {kinds.map((value) => (
            <Check
              key={value}
              type="checkbox"
              id={`kind-${value}`}
              name="kind"
              choice={{ value, ...withDrawing(speakerKindWord(value)) }}
              isChosen={kind.includes(value)}
            />
          ))}
        </fieldset>
      </form>
      <nav className="letters" aria-label="By letter">
        <Link href="/speakers" aria-current={letter ? undefined : "true"}>
          All
        </Link>
        {ALPHABET.map((each) =>
          letters.includes(each) ? (
            <Link
              key={each}
              href={`/speakers?letter=${each}` as Route}
              aria-current={each === letter ? "true" : undefined}
            >
              {each.toUpperCase()}
            </Link>
          ) : (
            <span key={each} aria-hidden="true">
              {each.toUpperCase()}
            </span>
          ),
        )}
      </nav>
    </search>
  );
}

const ALPHABET = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
