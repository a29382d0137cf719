import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";

/** The search that every page carries; `/` on the keyboard comes here. */
export function SiteSearch({ id }: { id: string }) {
  return (
    <search>
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
    </search>
  );
}
