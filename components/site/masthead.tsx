import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Account } from "./account";
import { FoldedMenu, Nav } from "./nav.client";
import { deskOf, READING } from "./places";
import { SiteSearch } from "./site-search";
import type { Viewer } from "./viewer";

/** Wordmark, places, search and who is signed in. Works without JavaScript. */
export function Masthead({ viewer }: { viewer: Viewer | null }) {
  const desk = deskOf(viewer);
  return (
    <header className="mast">
      <div className="mast__in">
        <Link className="wordmark" href="/" aria-label="Verbatim, home" data-go="h">
          <i aria-hidden="true">“</i>Verbatim
        </Link>
        <Nav className="nav nav--bar" label="Main" reading={READING} desk={desk} isMain />
        <div className="mast__tools">
          <SiteSearch id="site-find" />
          <Account viewer={viewer} />
          <FoldedMenu summary={<MenuWord />}>
            <SiteSearch id="find-folded" />
            <Nav className="nav" label="Main, folded" reading={READING} desk={desk} />
            <Account viewer={viewer} />
          </FoldedMenu>
        </div>
      </div>
    </header>
  );
}

function MenuWord() {
  return (
    <>
      <Icon name="menu" large /> Menu
    </>
  );
}
