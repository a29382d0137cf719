import { APIError } from "better-auth";
import { accountKey, addressKey, countAttempt, forgetAttempts, forgiveAttempt } from "@/lib/attempts/server";
import { Refused } from "@/lib/errors";
import { ACCOUNT_DISABLED, betterAuthApi } from "./better-auth";
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/**
 * Opens a session for the right email and password and returns the headers that carry its cookie; inside Next the
 * cookie is set as well.
 * @throws {Refused} `attempts.too_many`, `sign_in.wrong` (which of the two is wrong is not told), `sign_in.disabled`
 */
export async function openSession(headers: Headers, { email, password }: Credentials): Promise<Headers> {
  const address = addressKey(headers);
  const account = accountKey(email);
  await countAttempt(address);
  await countAttempt(account);
  try {
    const opened = await betterAuthApi().signInEmail({
      body: { email: email.trim(), password: password.normalize("NFKC") },
      headers,
      returnHeaders: true,
    });
    await forgetAttempts(account);
    await forgiveAttempt(address);
    return opened.headers;
  } catch (error) {
    throw refusalOf(error);
  }
}

/** Ends the session of a request, if it has one. */
export async function closeSession(headers: Headers): Promise<void> {
  await betterAuthApi().signOut({ headers });
}

function refusalOf(error: unknown): unknown {
  if (!(error instanceof APIError)) return error;
  if (error.body?.code === ACCOUNT_DISABLED) {
    return new Refused([
      { rule: "sign_in.disabled", message: "This account is closed. An administrator can open it again." },
    ]);
  }
  if (error.statusCode >= 500) return error;
  return new Refused([{ rule: "sign_in.wrong", message: "This email and password do not belong together." }]);
}
