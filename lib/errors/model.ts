/** A failure that the domain expects and names; `lib/http` and forms turn it into words and codes. */
export abstract class DomainError extends Error {
  abstract readonly kind: "not_found" | "conflict" | "forbidden" | "refused" | "unavailable";
}

/** The thing does not exist, or the actor may not see it: the two are never told apart. */
export class NotFound extends DomainError {
  readonly kind = "not_found";
  constructor(what: string) {
    super(`${what} was not found.`);
    this.name = "NotFound";
  }
}

/** Somebody saved since the actor read the thing. */
export class Conflict extends DomainError {
  readonly kind = "conflict";
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
  /** The framework hands it to the page that tells of a failure, which is given nothing else of an error. */
  readonly digest = "unavailable";
  constructor(
    options?: ErrorOptions,
    message = "The database does not answer just now. Nothing was stored by this; try again in a minute.",
  ) {
    super(message, options);
    this.name = "Unavailable";
  }
}

/** One rule that is not met. `field` names the input to mend, when there is one. */
export interface Refusal {
  readonly rule: string;
  readonly message: string;
  readonly field?: string;
}

/** A rule of the domain says no; `refusals` lists every reason at once. */
export class Refused extends DomainError {
  readonly kind = "refused";
  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.message).join(" "));
    this.name = "Refused";
  }
}

/** Throws when any rule refused. @throws {Refused} */
export function refuseUnlessEmpty(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new Refused(refusals);
}
