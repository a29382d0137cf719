import type { Route } from "next";
import { type Action, can } from "@/lib/auth";
import type { Viewer } from "./viewer";

export interface Place {
  href: Route;
  label: string;
  /** What may follow `g` on the keyboard. */
  keys: string;
  /** Addresses besides its own that are part of it. */
  holds?: readonly string[];
}

/** Open to every reader. */
export const READING: readonly Place[] = [
  { href: "/speakers", label: "Speakers", keys: "s", holds: ["/doubles"] },
  { href: "/statements", label: "Statements", keys: "t" },
  { href: "/claims", label: "Claims", keys: "l" },
  { href: "/contradictions", label: "Contradictions", keys: "c" },
  { href: "/sources", label: "Sources", keys: "o", holds: ["/outlets"] },
  { href: "/stories", label: "Stories", keys: "d" },
];

const DESK: readonly { place: Place; needs: Action }[] = [
  { place: { href: "/import", label: "Import", keys: "i" }, needs: "source:import" },
  { place: { href: "/check", label: "Check", keys: "k" }, needs: "check:work" },
  { place: { href: "/review", label: "Review", keys: "r q" }, needs: "review:comment" },
  { place: { href: "/admin", label: "Admin", keys: "a" }, needs: "user:manage" },
];

/** The desk's pages that this viewer works in: a convenience, for each page guards itself. */
export function deskOf(viewer: Viewer | null): readonly Place[] {
  if (!viewer) return [];
  return DESK.filter(({ needs }) => can({ id: null, ...viewer }, needs)).map(({ place }) => place);
}
