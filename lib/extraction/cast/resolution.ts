import type { Bearer, Span, SpeakerKind } from "../model";

/** Who a mention stands for within the article, and the reason in one plain clause. */
export interface Resolution {
  /** The name within the article, or null when resolving would be a guess. */
  readonly canonical: string | null;
  readonly kind: SpeakerKind;
  /** The description printed with the name anywhere in the article, or null. */
  readonly role: string | null;
  readonly because: string;
  /** The earlier words the tie rests on, or null when the mention stands for itself. */
  readonly antecedent: Span | null;
  /** Person or body, when the article shows it. */
  readonly bearer?: Bearer | null;
  /** Somebody else in the article bears the name, or could be meant by the pronoun. */
  readonly isAmbiguous?: boolean;
  /** The words are those of a document of the speaker's. */
  readonly document?: Span;
}

/** A voice that is known only as it is printed. */
export function label(canonical: string, kind: Resolution["kind"], because: string): Resolution {
  return { canonical, kind, role: null, because, antecedent: null };
}

/** Nobody, and why. */
export function unresolved(kind: Resolution["kind"], because: string): Resolution {
  return { canonical: null, kind, role: null, because, antecedent: null };
}
