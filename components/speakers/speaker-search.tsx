import type { Route } from "next";
import { speakerKindWord } from "@/components/statements/words";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/choice-field";
import { Hidden } from "@/components/ui/form";
import { Icon, withDrawing } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";

interface SpeakerSearchProps {
  filter: {
    readonly q?: string | undefined;
    readonly letter?: string | undefined;
    readonly kind?: readonly string[] | undefined;
    readonly role?: string | undefined;
    readonly outlet?: string | undefined;
    readonly story?: string | undefined;
  };
  /** The list without its outlet and story, which come with an address. */
  everywhere: string;
  /** The list under one letter, or under none. */
  addressOf: (letter: string | undefined) => string;
  kinds: readonly string[];
  /** The letters under which there is somebody. */
  letters: readonly string[];
}

/** A name, a kind, a letter: one plain form, and the letters as links. */
export function SpeakerSearch({ filter, everywhere, addressOf, kinds, letters }: SpeakerSearchProps) {
  const { q, letter, kind = [], role, outlet, story } = filter;
  return (
    <search className="noprint below-5" aria-label="Speakers">
      <form action="/speakers" method="get" className="stack">
        <Hidden values={{ letter, outlet, story }} />
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
        <div className="kinds">
          <div className="field kinds__role">
            <label htmlFor="speaker-role">Role</label>
            <input
              className="input"
              id="speaker-role"
              name="role"
              type="search"
              defaultValue={role}
              placeholder="Held at any time, or a part of it"
              maxLength={200}
              dir="auto"
            />
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
        </div>
      </form>
      {outlet || story ? (
        <p className="meta">
          Only who is quoted {story ? "in a story" : ""}
          {story && outlet ? " and " : ""}
          {outlet ? "by an outlet" : ""}. <Link href={everywhere as Route}>Everywhere</Link>
        </p>
      ) : null}
      <nav className="letters" aria-label="By letter">
        <Link href={addressOf(undefined) as Route} aria-current={letter ? undefined : "true"}>
          All
        </Link>
        {ALPHABET.map((each) =>
          letters.includes(each) ? (
            <Link
              key={each}
              href={addressOf(each) as Route}
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
