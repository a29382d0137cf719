import type { Role } from "@/lib/auth";

/** A person who may sign in, as an administrator sees them. */
export interface User {
  readonly id: string;
  readonly name: string;
  /** In lower case; the name to sign in with. */
  readonly email: string;
  readonly role: Role;
  readonly isDisabled: boolean;
  /** False until they have used their first sign-in link. */
  readonly hasPassword: boolean;
  readonly createdAt: Date;
}

/** A colleague, as everyone on the desk sees them. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** An address that lets one person set a password, once. */
export interface SignInLink {
  readonly url: string;
  readonly expiresAt: Date;
}

/** How long a sign-in link may be used: over a long weekend, and no longer. */
export const LINK_LIVES_MS = 4 * 24 * 60 * 60 * 1000;

const FEWEST_CHARACTERS = 5;

/** Why a password is too easily guessed, or null. Length is the schema's affair. */
export function weaknessOf(
  password: string,
  { email, name }: { email: string; name: string },
): string | null {
  const lower = password.toLowerCase();
  if (new Set(lower).size < FEWEST_CHARACTERS) return "Use more different characters.";
  const own = [email, email.split("@")[0] ?? "", name].map((part) => part.toLowerCase());
  // as long as the password is mostly one's own name, it is the first guess
  if (own.some((part) => part.length >= 4 && lower.replace(part, "").length < 6)) {
    return "This is too close to your name or address.";
  }
  return null;
}
