import type { Actor, Role } from "@/lib/auth";
import { ROLES } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Forbidden } from "@/lib/errors";
import { hashKey, SCOPES, type Scope } from "./model";
import { rememberUse } from "./mutations";

export type OwnKey = Awaited<ReturnType<typeof listOwnKeys>>[number];

/** The actor's own keys, the newest first; those that ended half a year ago are left out. */
export async function listOwnKeys(actor: Actor) {
  if (actor.id === null) throw new Forbidden("key:own");
  const at = now();
  const found = await db.apiKey.findMany({
    where: {
      userId: actor.id,
      OR: [{ revokedAt: null }, { revokedAt: { gt: new Date(at.getTime() - HALF_YEAR_MS) } }],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
    select: {
      ...{ id: true, label: true, prefix: true, scopes: true, perMinute: true },
      ...{ createdAt: true, expiresAt: true, lastUsedAt: true, revokedAt: true },
    },
  });
  return found.map(({ scopes, ...key }) => ({
    ...key,
    scopes: scopesIn(scopes),
    isWorking: key.revokedAt === null && (key.expiresAt === null || key.expiresAt > at),
  }));
}

const HALF_YEAR_MS = 183 * 86_400_000;

/** Whom a key belongs to, as they stand now, and what it may be used for. */
export interface Keyed {
  readonly keyId: string;
  readonly actor: Actor & { readonly id: string; readonly role: Role };
  readonly scopes: readonly Scope[];
  readonly perMinute: number;
}

/** Whom a key belongs to; null when it was never made, was revoked or has expired, or its person's account was closed. */
export async function findKeyed(key: string): Promise<Keyed | null> {
  const found = await db.apiKey.findUnique({
    where: { keyHash: hashKey(key) },
    select: {
      ...{ id: true, scopes: true, perMinute: true, expiresAt: true, lastUsedAt: true, revokedAt: true },
      user: { select: { id: true, name: true, role: true, disabledAt: true } },
    },
  });
  if (!found || found.revokedAt || found.user.disabledAt) return null;
  if (found.expiresAt && found.expiresAt <= now()) return null;
  const { id, name, role } = found.user;
  if (!(ROLES as readonly string[]).includes(role)) return null;
  rememberUse(found.id, found.lastUsedAt);
  const { perMinute } = found;
  return {
    keyId: found.id,
    actor: { id, name, role: role as Role },
    scopes: scopesIn(found.scopes),
    perMinute,
  };
}

function scopesIn(stored: string): Scope[] {
  const held = stored.split(" ");
  return SCOPES.filter((scope) => held.includes(scope));
}
