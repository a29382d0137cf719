"use client";

import { usePathname, useSearchParams } from "next/navigation";

/**
 * Where a form of this page is sent without scripts: the page itself. React writes an empty `action` unless it is told,
 * which is no valid HTML; and of two forms with one action it gives both the answer unless their addresses differ, which
 * `id` sees to. No element has that fragment: one that had it would keep the answer from taking the focus.
 */
export function useAddress(id?: string): string {
  const query = useSearchParams().toString();
  return `${usePathname()}${query === "" ? "" : `?${query}`}${id === undefined ? "" : `#to-${id}`}`;
}
