type Kind = "not_found" | "conflict" | "forbidden" | "refused" | "unavailable";

/** The kind of a failure, under a name that every copy of this file knows. */
const KIND = Symbol.for("verbatim.failure");

/** Whether a failure is of this kind, by what it bears; any named failure where no kind is given. */
function isOfKind(value: unknown, kind?: Kind): boolean {
  const borne = typeof value === "object" && value !== null && KIND in value ? value[KIND] : undefined;
  return kind === undefined ? borne !== undefined : borne === kind;
}

/**
 * A failure that the domain expects and names; `lib/http` and forms turn it into words and codes. `instanceof` asks what a
 * failure bears and not who made it: a bundler gives each pack a copy of this file, and a failure thrown in one is caught
 * in another.
 */
export abstract class DomainError extends Error {
  abstract readonly kind: Kind;
  get [KIND](): Kind {
    return this.kind;
  }
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isOfKind(value);
  }
}

/** The thing does not exist, or the actor may not see it: the two are never told apart. */
export class NotFound extends DomainError {
  readonly kind = "not_found";
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isOfKind(value, "not_found");
  }
  constructor(what: string, { isMany = false } = {}) {
    super(`${what} ${isMany ? "were" : "was"} not found.`);
    this.name = "NotFound";
  }
}

/** Somebody saved since the actor read the thing. */
export class Conflict extends DomainError {
  readonly kind = "conflict";
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isOfKind(value, "conflict");
  }
  constructor(
    message = "A colleague saved this while you were working on it. Nothing of yours was stored yet.",
  ) {
    super(message);
    this.name = "Conflict";
  }
}

/** The actor sees the thing but may not do this with it. */
export class Forbidden extends DomainError {
  readonly kind = "forbidden";
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isOfKind(value, "forbidden");
  }
  constructor(
    readonly action: string,
    message = "Your role does not allow this.",
  ) {
    super(message);
    this.name = "Forbidden";
  }
}

/** The database does not answer now; nothing was stored by what met this. */
export class Unavailable extends DomainError {
  readonly kind = "unavailable";
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isOfKind(value, "unavailable");
  }
  /** The framework hands it to the page that tells of a failure, which is given nothing else of an error. */
  readonly digest: "unavailable" | "unreadable";
  constructor(
    options?: ErrorOptions,
    message = "The database does not answer just now. Nothing was stored by this; try again in a minute.",
    digest: "unavailable" | "unreadable" = "unavailable",
  ) {
    super(message, options);
    this.digest = digest;
    this.name = "Unavailable";
  }
}

/** One rule that is not met. `field` names the input to mend, when there is one; `there` is the address of what stands already. */
export interface Refusal {
  readonly rule: string;
  readonly message: string;
  readonly field?: string;
  readonly there?: string;
}

/** A rule of the domain says no; `refusals` lists every reason at once. */
export class Refused extends DomainError {
  readonly kind = "refused";
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isOfKind(value, "refused");
  }
  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.message).join(" "));
    this.name = "Refused";
  }
}

/** Throws when any rule refused. @throws {Refused} */
export function refuseUnlessEmpty(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new Refused(refusals);
}
