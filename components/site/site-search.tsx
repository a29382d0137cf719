import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { PALETTE_KEYS } from "./palette-keys";

/** The search that every page carries; `/` on the keyboard comes here. Beside it the palette, without scripts a page. */
export function SiteSearch({ id }: { id: string }) {
  return (
    <search className="sitefind">
      <form className="find" action="/statements" aria-label="Site">
        <Icon name="search" />
        <label className="vh" htmlFor={id}>
          Search statements
        </label>
        <input
          className="input"
          id={id}
          type="search"
          name="q"
          placeholder="Search"
          dir="auto"
          autoComplete="off"
          data-search
        />
        <Kbd keys="/" isDecoration />
      </form>
      <a
        className="find__any"
        href="/search"
        title="Find anything (Ctrl K)"
        aria-keyshortcuts={PALETTE_KEYS}
        data-dialog="palette"
      >
        <Icon name="command" />
        <span>Find anything</span>
      </a>
    </search>
  );
}
