import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { sessionSecret } from "@/lib/env/server";

/** The cookie of a browser in which people have signed in: it opens nothing, and is only asked about limits on guessing. */
export const DEVICE_COOKIE = "verbatim.device";

/** A desk's shared computer knows several people. */
const MOST_PEOPLE = 8;

/** The mark of this browser for an account, when somebody has signed in to the account from it; else null. */
export function knownDevice(headers: Headers, email: string): string | null {
  return marksOf(headers).find((mark) => isMarkFor(mark, email)) ?? null;
}

/** What the cookie holds after signing in to an account: this account's mark first, then those of others. */
export function rememberedDevices(headers: Headers, email: string): string {
  const marks = marksOf(headers);
  const own = marks.find((mark) => isMarkFor(mark, email)) ?? newMark(email);
  return [own, ...marks.filter((mark) => mark !== own)].slice(0, MOST_PEOPLE).join("~");
}

/** Whether several people have signed in from this browser. */
export function isSharedDevice(headers: Headers): boolean {
  return marksOf(headers).length > 1;
}

function marksOf(headers: Headers): string[] {
  const pairs = (headers.get("cookie") ?? "").split(/;\s*/);
  const value = pairs.find((pair) => pair.startsWith(`${DEVICE_COOKIE}=`))?.slice(DEVICE_COOKIE.length + 1);
  const marks = value?.split("~", MOST_PEOPLE) ?? [];
  return marks.filter((mark) => /^[\w-]{22}\.[\w-]{43}$/.test(mark));
}

function newMark(email: string): string {
  const id = randomBytes(16).toString("base64url");
  return `${id}.${signatureOf(id, email)}`;
}

function isMarkFor(mark: string, email: string): boolean {
  const [id = "", signature = ""] = mark.split(".");
  return timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(id, email)));
}

function signatureOf(id: string, email: string): string {
  const named = `device\n${id}\n${email.trim().toLowerCase()}`;
  return createHmac("sha256", sessionSecret()).update(named).digest("base64url");
}
