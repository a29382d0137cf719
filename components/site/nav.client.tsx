"use client";

import { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import type { Place } from "./places";

interface NavProps {
  className: string;
  label: string;
  reading: readonly Place[];
  desk: readonly Place[];
  /** The one whose links the keyboard presses. */
  isMain?: boolean | undefined;
}

/** The places of the site, with the present one marked. In the browser only because a layout does not learn its path. */
export function Nav({ className, label, reading, desk, isMain }: NavProps) {
  const path = usePathname();
  const link = (place: Place) => (
    <Link
      key={place.href}
      href={place.href}
      aria-current={currentness(path, place)}
      data-go={isMain ? place.keys : undefined}
    >
      {place.label}
      <Waiting />
    </Link>
  );
  return (
    <nav className={className} aria-label={label}>
      {reading.map(link)}
      {desk.length > 0 ? <span className="sep" aria-hidden="true" /> : null}
      {desk.map(link)}
    </nav>
  );
}

function Waiting() {
  const { pending } = useLinkStatus();
  return <span className={pending ? "wait is-on" : "wait"} aria-hidden="true" />;
}

/** The menu of narrow screens; keyed by path, so that it closes on arrival. */
export function FoldedMenu({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  const path = usePathname();
  return (
    <details className="mast__menu" key={path}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}

/** What `aria-current` says of a place on a page: the page itself, or a part of the place. */
export function currentness(path: string, { href, holds = [] }: Place) {
  if (path === href) return "page";
  return [href, ...holds].some((at) => path === at || path.startsWith(`${at}/`)) ? "true" : undefined;
}
