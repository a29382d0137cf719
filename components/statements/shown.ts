import type { Worded } from "@/lib/statements";
import type { SaidAtLatest } from "./said-at-latest";

/** The fields that a statement in a list is drawn from. */
export interface ShownStatement extends Worded {
  readonly publicId: string;
  readonly attribution: string;
  readonly roleThen: string;
  readonly cue: string;
  readonly addressee: string;
  readonly saidOn: Date | null;
  readonly saidOnPrecision: string | null;
  readonly saidOnNote: string;
  readonly speaker: { readonly slug: string; readonly name: string; readonly kind: string } | null;
  readonly source: { readonly publishedOn: Date | null; readonly publishedOnPrecision: string | null };
  readonly grade: { readonly reliability: string; readonly credibility: number } | null;
  readonly verdicts: readonly ShownVerdict[];
  readonly ties: readonly ShownTie[];
}

export interface ShownVerdict {
  readonly axis: string;
  readonly value: string;
  readonly label: string | null;
}

/** A relation as seen from one statement. */
export interface ShownTie {
  readonly publicId: string;
  readonly type: string;
  readonly state: string;
  readonly resolution: string | null;
  readonly isFrom: boolean;
  readonly other: SaidAtLatest & {
    readonly publicId: string;
    readonly form: string;
    readonly attribution: string;
    readonly speaker: { readonly name: string; readonly slug: string } | null;
  };
}
