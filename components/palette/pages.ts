import { deskOf, READING } from "@/components/site/places";
import type { Viewer } from "@/components/site/viewer";
import { type Action, can } from "@/lib/auth";
import { hasWords } from "@/lib/forms";
import { normaliseName } from "@/lib/text";
import type { Entry } from "./entry";

interface Page {
  readonly href: string;
  readonly label: string;
  /** Other words by which it is looked for. */
  readonly words?: string;
  /** Who works in it; a convenience, for each page guards itself. */
  readonly needs?: Action | "account" | "visit";
}

/** What can be done and is no place of the masthead. */
const DOING: readonly Page[] = [
  { href: "/import", label: "Import an article", words: "paste file address new", needs: "source:import" },
  { href: "/import/table", label: "Import a spreadsheet", words: "table csv xlsx", needs: "source:import" },
  { href: "/import/work", label: "Imports under way", words: "drafts batches", needs: "source:import" },
  { href: "/check", label: "Check a draft", words: "proof sheet new", needs: "check:work" },
  { href: "/check/bibliography", label: "Check a bibliography", words: "references zotero" },
  { href: "/outlets", label: "Outlets", words: "publishers newspapers agencies broadcasters" },
  { href: "/stories/new", label: "Open a story", words: "new dossier start make", needs: "story:edit" },
  { href: "/review", label: "Review what is mine", words: "queue assigned", needs: "review:comment" },
  {
    href: "/review?view=unassigned",
    label: "Review what nobody has taken",
    words: "queue unassigned",
    needs: "review:comment",
  },
  { href: "/review?view=due", label: "Review what is due", words: "queue deadline", needs: "review:comment" },
  { href: "/doubles", label: "Likely double speakers", words: "merge duplicates", needs: "speaker:edit" },
  { href: "/contradictions?open", label: "Open contradictions", words: "undecided queue" },
  { href: "/exports", label: "Export or cite statements", words: "download csv bibtex ris word citation" },
  { href: "/searches", label: "Saved searches", words: "followed feeds", needs: "account" },
  { href: "/account", label: "Your account", words: "password keys profile", needs: "account" },
  { href: "/account/typed", label: "What you typed and did not send", words: "kept lost", needs: "account" },
  { href: "/admin/people", label: "People and roles", words: "users admin invite", needs: "user:manage" },
  { href: "/admin/styles", label: "Citation styles", words: "csl admin", needs: "setting:change" },
  { href: "/admin/webhooks", label: "Webhooks", words: "admin", needs: "setting:change" },
  { href: "/about", label: "About Verbatim", words: "help version" },
  { href: "/about/accessibility", label: "Accessibility", words: "help keyboard" },
  { href: "/api", label: "For programs", words: "api machine interface" },
  { href: "/sign-in", label: "Sign in", words: "log in", needs: "visit" },
];

/** The pages that fit what was typed, all of them where nothing was: those of the masthead, and what can be done. */
export function pagesFor(viewer: Viewer | null, q: string): { places: Entry[]; doing: Entry[] } {
  const typed = normaliseName(q);
  const fits = ({ label, words = "" }: Page) => typed === "" || hasWords(`${label} ${words}`, typed);
  const isFor = ({ needs }: Page) => {
    if (needs === undefined) return true;
    if (needs === "account" || needs === "visit") return (viewer !== null) === (needs === "account");
    return viewer !== null && can({ id: null, ...viewer }, needs);
  };
  const asEntry = ({ href, label }: Page) => ({ href, label, hint: "" });
  return {
    places: [...READING, ...deskOf(viewer)].filter(fits).map(asEntry),
    doing: DOING.filter((page) => isFor(page) && fits(page)).map(asEntry),
  };
}
