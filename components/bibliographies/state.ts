import type { ReactNode } from "react";
import type { ShownBibliography } from "@/lib/bibliographies";

/** What the form of a bibliography shows. `text` refills it where the browser did not keep what was typed. */
export type BibliographyState =
  | { readonly status: "idle"; readonly text: string | null }
  | {
      readonly status: "refused";
      readonly text: string | null;
      readonly field: string;
      readonly message: string;
    }
  | { readonly status: "done"; readonly text: string | null; readonly report: ShownBibliography };

export const NOT_CHECKED: BibliographyState = { status: "idle", text: null };

/** An outcome with its drawing, which the page brings along. */
export interface OutcomeWords {
  readonly key: string;
  readonly label: string;
  readonly definition: string;
  readonly icon: ReactNode;
}
