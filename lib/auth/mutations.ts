import { APIError } from "better-auth";
import {
  type AttemptKind,
  type AttemptLimit,
  accountKey,
  addressKey,
  aheadOfStrangers,
  countAttempt,
  deviceKey,
  forgetAttempts,
  forgiveAttempt,
  kindOf,
  newcomerKey,
  pairKey,
} from "@/lib/attempts/server";
import { Refused } from "@/lib/errors";
import { ACCOUNT_DISABLED, betterAuthApi } from "./better-auth";
import { knownDevice } from "./devices";

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/**
 * Opens a session for the right email and password and returns the headers that carry its cookie; inside Next the
 * cookie is set as well. A browser that has signed in to the account before is counted by itself: whatever others fail
 * at, it may try. `isProven` counts nothing, for who has just proven themselves in another way.
 * @throws {Refused} `attempts.too_many`, `sign_in.wrong` (which of the two is wrong is not told), `sign_in.disabled`
 */
export async function openSession(
  headers: Headers,
  { email, password }: Credentials,
  { isProven = false }: { isProven?: boolean } = {},
): Promise<Headers> {
  const limits = isProven ? [] : limitsOf(headers, email);
  const counted = await countAttempt(...limits);
  // what others share is forgiven this one attempt only, what is one's own is forgotten
  const shared = counted.filter((key) => SHARED.includes(kindOf(key)));
  const own = counted.filter((key) => !shared.includes(key));
  try {
    const open = () =>
      betterAuthApi().signInEmail({
        body: { email: email.trim(), password: password.normalize("NFKC") },
        headers,
        returnHeaders: true,
      });
    // strangers at many addresses keep no colleague from signing in
    const opened = await (shared.length === 0 ? aheadOfStrangers(open) : open());
    await forgetAttempts(...own);
    await forgiveAttempt(...shared);
    return opened.headers;
  } catch (error) {
    // turned away by the crowd, no password was tried
    if (error instanceof Refused) await forgiveAttempt(...counted);
    throw refusalOf(error);
  }
}

const SHARED: readonly AttemptKind[] = ["address", "account"];

/** What an attempt counts against. */
function limitsOf(headers: Headers, email: string): AttemptLimit[] {
  const device = knownDevice(headers, email);
  if (device !== null) return [deviceKey(device)];
  const everywhere = { first: accountKey(email), beyond: newcomerKey(email, headers) };
  return [pairKey(email, headers), addressKey(headers), everywhere];
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
