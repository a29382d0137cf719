import { betterAuthApi } from "./better-auth";
import { type Actor, ROLES, type Role } from "./model";

/** A person who is signed in, and which of their sessions this is. */
export interface SignedIn {
  readonly sessionId: string;
  readonly actor: Actor & { readonly id: string; readonly role: Role };
}

/** Who the cookies of a request belong to, or null: no session, an ended one, or an account that was closed. */
export async function findSignedIn(headers: Headers): Promise<SignedIn | null> {
  const found = await betterAuthApi().getSession({ headers });
  if (found === null || found.user.disabledAt) return null;
  const { id, name, role } = found.user;
  if (!isRole(role)) return null;
  return { sessionId: found.session.id, actor: { id, name, role } };
}

function isRole(role: unknown): role is Role {
  return (ROLES as readonly unknown[]).includes(role);
}
