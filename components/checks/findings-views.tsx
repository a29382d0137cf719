import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { type FindingsView, queryOfView } from "@/lib/checks";

interface FindingsViewsProps {
  publicId: string;
  show: FindingsView["show"];
  open: number;
  all: number;
}

/** All findings, or those alone that somebody has to look at. */
export function FindingsViews({ publicId, show, open, all }: FindingsViewsProps) {
  const views = [
    { key: "all", label: `All ${all.toLocaleString("en-GB")}` },
    { key: "open", label: `To look at ${open.toLocaleString("en-GB")}` },
  ] as const;
  return (
    <nav className="styles noprint" aria-label="Views of the findings">
      {views.map(({ key, label }) => (
        <Link
          key={key}
          href={addressOf(publicId, { show: key })}
          aria-current={key === show ? "page" : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

interface FindingsPartsProps {
  publicId: string;
  show: FindingsView["show"];
  part: number;
  parts: number;
  /** The numbers of the first and the last finding that are shown. */
  first: number;
  last: number;
}

/** The parts of a long list of findings; nothing where there is one part. */
export function FindingsParts({ publicId, show, part, parts, first, last }: FindingsPartsProps) {
  if (parts === 1) return null;
  const to = (there: number) => addressOf(publicId, { show, part: there });
  return (
    <nav className="bar pager" aria-label="Parts of the findings">
      <span className="meta">
        Findings {first} to {last}, part {part} of {parts}
        <span className="print-only">. “One page” has all of them.</span>
      </span>
      <span className="push btns noprint">
        {part > 1 ? (
          <Link className="btn btn--sm" href={to(part - 1)} rel="prev">
            Earlier
          </Link>
        ) : null}
        {part < parts ? (
          <Link className="btn btn--sm" href={to(part + 1)} rel="next">
            Next findings
          </Link>
        ) : null}
      </span>
    </nav>
  );
}

function addressOf(publicId: string, view: FindingsView): Route {
  return `/check/${publicId}${queryOfView(view)}#h-found` as Route;
}
