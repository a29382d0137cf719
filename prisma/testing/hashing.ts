import { createHash } from "node:crypto";

/**
 * In place of `better-auth/crypto` in tests of data: a password hashed at once. By design the real one takes a processor
 * for a twentieth of a second, some thousand times a run; every journey signs in with that.
 */
export async function hashPassword(password: string): Promise<string> {
  return createHash("sha256").update(password.normalize("NFKC")).digest("hex");
}

/** Whether a password is the one that `hashPassword` hashed. */
export async function verifyPassword({
  hash,
  password,
}: {
  hash: string;
  password: string;
}): Promise<boolean> {
  return hash === (await hashPassword(password));
}
