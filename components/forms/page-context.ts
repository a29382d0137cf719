import { createContext } from "react";
import type { PageState } from "@/lib/forms";

/** A form on such a page, as the page knows it. */
export interface PagePart {
  readonly send: (form: FormData) => void;
  readonly forget: () => void;
}

interface PageScope {
  readonly answer: PageState;
  /** Joins the page; what it returns leaves it. */
  readonly join: (name: string, part: PagePart) => () => void;
}

/** Null where every form is sent by itself. */
export const PageContext = createContext<PageScope | null>(null);
