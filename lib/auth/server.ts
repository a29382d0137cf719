import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { env } from "@/lib/env/server";
import { DEVICE_COOKIE, isSharedDevice, rememberedDevices } from "./devices";
import { type Actor, PATH_HEADER, VISITOR } from "./model";
import { type Credentials, closeSession, openSession } from "./mutations";
import { findSignedIn, type SignedIn } from "./queries";

export type { Credentials } from "./mutations";
export { findSignedIn, type SignedIn } from "./queries";
export { signInSchema } from "./schema";

const YEAR_S = 365 * 24 * 60 * 60;

/** Who is signed in and in which session, or null. Asked of the database once a request. */
export const findSession: () => Promise<SignedIn | null> = cache(async () => findSignedIn(await headers()));

/** Who looks: the person signed in, else the visitor. For the parts that every page shows; never redirects. */
export async function findActor(): Promise<Actor> {
  return (await findSession())?.actor ?? VISITOR;
}

/** Who looks at a page or asks a route. On a site that is not public a visitor is sent to sign in. */
export async function getActor(): Promise<Actor> {
  const actor = await findActor();
  if (actor === VISITOR && !env().isPublicSiteOn) return sendToSignIn();
  return actor;
}

/** The person who acts; a visitor is sent to sign in, and comes back here afterwards. */
export async function requireActor(): Promise<SignedIn["actor"]> {
  const found = await findSession();
  return found === null ? sendToSignIn() : found.actor;
}

/**
 * Opens a session and sets its cookie, and the one by which this browser is known to the account; for server actions.
 * @throws {Refused} as `openSession` does
 */
export async function signIn(credentials: Credentials, proof: { isProven?: boolean } = {}): Promise<void> {
  const sent = await headers();
  await openSession(sent, credentials, proof);
  (await cookies()).set(DEVICE_COOKIE, rememberedDevices(sent, credentials.email), {
    ...{ httpOnly: true, sameSite: "lax", path: "/", maxAge: YEAR_S },
    secure: env().baseUrl.startsWith("https:"),
  });
}

/** Whether several people have signed in from this browser: then what it remembers by itself may be another's. */
export async function isBrowserShared(): Promise<boolean> {
  return isSharedDevice(await headers());
}

/** Ends this session and removes its cookie; for server actions and route handlers. */
export async function signOut(): Promise<void> {
  await closeSession(await headers());
}

async function sendToSignIn(): Promise<never> {
  const path = (await headers()).get(PATH_HEADER);
  redirect(path && path !== "/" ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in");
}
