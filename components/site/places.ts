import type { Route } from "next";
import type { Viewer } from "./viewer";

export interface Place {
  href: Route;
  label: string;
  /** What may follow `g` on the keyboard. */
  keys: string;
}

/** Open to every reader. */
export const READING: readonly Place[] = [
  { href: "/speakers", label: "Speakers", keys: "s" },
  { href: "/statements", label: "Statements", keys: "t" },
  { href: "/claims", label: "Claims", keys: "l" },
  { href: "/contradictions", label: "Contradictions", keys: "c" },
  { href: "/sources", label: "Sources", keys: "o" },
  { href: "/stories", label: "Stories", keys: "d" },
];

const IMPORT: Place = { href: "/import", label: "Import", keys: "i" };
const REVIEW: Place = { href: "/review", label: "Review", keys: "r q" };
const ADMIN: Place = { href: "/admin", label: "Admin", keys: "a" };

const DESK: Readonly<Record<string, readonly Place[]>> = {
  reporter: [IMPORT, REVIEW],
  reviewer: [IMPORT, REVIEW],
  editor: [IMPORT, REVIEW],
  admin: [ADMIN],
};

/** The desk's pages that this viewer works in: a convenience, for each page guards itself. */
export function deskOf(viewer: Viewer | null): readonly Place[] {
  return (viewer && DESK[viewer.role]) ?? [];
}
