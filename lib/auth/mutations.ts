import { APIError } from "better-auth";
import { Refused } from "@/lib/errors";
import { ACCOUNT_DISABLED, betterAuthApi } from "./better-auth";
import {
  accountKey,
  addressKey,
  countAttempt,
  forgetAttempts,
  forgiveAttempt,
  PER_ACCOUNT,
  PER_ADDRESS,
} from "./throttle";

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/**
 * Opens a session for the right email and password and returns the headers that carry its cookie; inside Next the
 * cookie is set as well.
 * @throws {Refused} `sign_in.too_many`, `sign_in.wrong` (which of the two is wrong is not told), `sign_in.disabled`
 */
export async function openSession(headers: Headers, { email, password }: Credentials): Promise<Headers> {
  const address = addressKey(headers);
  const account = accountKey(email);
  await assertMayTry(address, PER_ADDRESS);
  await assertMayTry(account, PER_ACCOUNT);
  try {
    const opened = await betterAuthApi().signInEmail({
      body: { email: email.trim(), password },
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

async function assertMayTry(key: string, allowance: typeof PER_ACCOUNT): Promise<void> {
  const waitS = await countAttempt(key, allowance);
  if (waitS === 0) return;
  const minutes = Math.ceil(waitS / 60);
  const message = `Too many attempts. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`;
  throw new Refused([{ rule: "sign_in.too_many", message }]);
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
