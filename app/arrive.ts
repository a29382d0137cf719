import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";

/**
 * Leads to a page as it is after the act. Where that page shows already, and only the place on it differs, a redirect alone
 * moves to the place and leaves the page as it was before.
 */
export function arriveAt(address: string): never {
  refresh();
  redirect(address as Route);
}
