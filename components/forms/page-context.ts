import { createContext } from "react";
import type { FormState, PageState } from "@/lib/forms";

/** A form on such a page, as the page knows it. */
export interface PagePart {
  /** What the page calls it. */
  readonly label: string;
  /** Sends it alone. */
  readonly send: (form: FormData) => void;
  /** Readies it to be sent with others; what it returns takes the answer. */
  readonly begin: (form: FormData) => (answer: FormState) => void;
  /** Until what is being kept of it is kept. */
  readonly pause: () => Promise<void>;
  /** Keeps at once what waits to be kept of it. */
  readonly keepNow: () => Promise<void>;
  readonly forget: () => void;
}

interface PageScope {
  readonly answer: PageState;
  /** Joins the page, in the step that draws the form, so that no press falls between; what it returns leaves it. */
  readonly join: (name: string, part: PagePart) => () => void;
  /** Says that the form was answered, so that the page looks again at what is not saved. */
  readonly changed: () => void;
  /** Keeps what is typed in the other forms before one is sent: its work may ask for it, or lead to another page. */
  readonly keepOthers: (name: string) => Promise<unknown>;
  /** Does work when every sending before it has been answered. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** The version to send when a form read `version`: those that this page moved on itself are no colleague's. */
  readonly versionNow: (form: string, version: number) => number;
  /** Says that a form was stored on `version`, which moved it on. */
  readonly moved: (form: string, version: number) => void;
}

/** Null where every form is sent by itself. */
export const PageContext = createContext<PageScope | null>(null);
