import type { Page } from "@playwright/test";
import type { Role } from "@/lib/auth";
import type { Colleagues } from "../newsroom";

/** A screen in one of its states, as one role sees it. */
export interface Screen {
  readonly name: string;
  readonly who: Role | "visitor";
  /** Opens it: an address, or the steps that lead there. */
  readonly open: (page: Page, colleagues: Colleagues) => Promise<string | undefined>;
}

/** A screen that stands at an address from the start. */
export const at = (path: string) => async () => path;
