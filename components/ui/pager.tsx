import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { shortcutProps } from "./button-face";
import { Kbd } from "./kbd";

interface PagerProps {
  /** The address of the next page, or null on the last one. */
  next: string | null;
  /** The address of the first page, when this is not it. */
  first?: string | null | undefined;
  /** What this page shows: "25 statements, newest first". */
  summary: string;
}

/** Pages by keyset: forward from here, or back to the beginning. */
export function Pager({ next, first, summary }: PagerProps) {
  // this page under another query, which the compiler cannot know
  const page = (address: string) => address as Route;
  return (
    <nav className="bar pager noprint" aria-label="Pages">
      <span className="meta">{summary}</span>
      <span className="push btns">
        {first ? (
          <Link className="btn btn--sm" href={page(first)} rel="first">
            First page
          </Link>
        ) : null}
        {next ? (
          <Link className="btn btn--sm" href={page(next)} rel="next" {...shortcutProps("n")}>
            Next page <Kbd keys="n" isDecoration />
          </Link>
        ) : (
          <span className="small">The end of the list</span>
        )}
      </span>
    </nav>
  );
}
