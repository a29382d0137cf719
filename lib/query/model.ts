import type { FieldName, FieldValue } from "./fields";

/** Words in a row, as a search has them; the last may be only begun. */
export interface WordsTerm {
  readonly kind: "words";
  readonly words: readonly string[];
  readonly isPrefix: boolean;
  /** As typed, without its marks. */
  readonly typed: string;
}

/** A field of the record and what it must be. */
export type FieldTerm = { readonly [Name in FieldName]: FieldOf<Name> }[FieldName];

interface FieldOf<Name extends FieldName> {
  readonly kind: "field";
  readonly field: Name;
  readonly value: FieldValue<Name>;
}

export type Term = (WordsTerm | FieldTerm) & { readonly isNot: boolean };

/** What was typed as what must hold: of each group one of its terms. */
export interface Query {
  readonly all: readonly (readonly Term[])[];
}

/** What cannot be understood, where it stands in what was typed (UTF-16), and what to do. */
export interface Problem {
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly message: string;
}
