/** An object of a stranger's JSON, of which nothing is known. */
export type Json = Readonly<Record<string, unknown>>;

export interface Finding {
  /** E01 to E20 are errors, W01 to W14 warnings. */
  readonly code: string;
  readonly level: "error" | "warning";
  /** What is wrong and what to do, as a sentence. */
  readonly message: string;
}

/** A ClaimReview with what is known of the page that it stands on. */
export interface Placed {
  readonly review: Json;
  /** The address of the page; null when nobody said. */
  readonly page: string | null;
  /** The verdict as the page shows it; absent when nobody looked. */
  readonly shownVerdict?: string;
  /** Whether the verdicts of its scale have an order; absent when nobody knows. */
  readonly isOrdered?: boolean;
}

export interface Site {
  /** Whether readers can find how corrections are made; absent when nobody said. */
  readonly hasCorrectionsPolicy?: boolean;
}

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The values of a property: none, its one, or all of its list. */
export function valuesOf(of: Json, name: string): unknown[] {
  const value = of[name];
  return value === undefined || value === null || value === "" ? [] : [value].flat();
}

const MOST_STEPS = 3;

/** The text of a property, or of the `@id` or `url` of what stands there; empty when there is none. */
export function textOf(of: Json, name: string, steps = 0): string {
  const [value] = valuesOf(of, name);
  if (!isJson(value)) return wordOf(value);
  // words with their language are an object: https://www.w3.org/TR/json-ld11/#value-objects
  if ("@value" in value) return wordOf(value["@value"]);
  return steps === MOST_STEPS ? "" : textOf(value, "url", steps + 1) || textOf(value, "@id", steps + 1);
}

/** Words or a number as text; empty for anything else that a stranger wrote there. */
export function wordOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}

export function objectOf(of: Json, name: string): Json | null {
  return valuesOf(of, name).find(isJson) ?? null;
}

export function hasType(of: Json, type: string): boolean {
  return valuesOf(of, "@type").some(
    (one) => wordOf(one).replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/u, "") === type,
  );
}
