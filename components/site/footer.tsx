import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Keyboard } from "./keyboard.client";
import { THEMES, type Theme } from "./theme";

/** What Verbatim is, the choice of light, and the keys. */
export function Footer({ theme }: { theme: Theme }) {
  return (
    <footer className="foot noprint">
      <div className="foot__in">
        <span>Verbatim keeps what was said beside what it competes with.</span>
        <form className="foot__theme" action="/theme" method="post" aria-label="Colours">
          {THEMES.map(({ value, label }) => (
            <button key={value} type="submit" name="theme" value={value} aria-pressed={value === theme}>
              {label}
            </button>
          ))}
        </form>
        <Link href="/about">About</Link>
        <button className="foot__keys js-only" type="button" data-dialog="keys">
          <Icon name="keyboard" />
          <span className="foot__on">
            Press <kbd>?</kbd> for the keys that work here
          </span>
          <span className="foot__off">Shortcuts are turned off</span>
        </button>
        <Keyboard />
      </div>
    </footer>
  );
}
