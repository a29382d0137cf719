import { appendAudit } from "@/lib/audit/server";
import type { Actor } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { foldForSearch } from "@/lib/text";
import { MOST_KEYS, newKey, SCOPES } from "./model";
import type { MakeKeyInput } from "./schema";

const DAY_MS = 86_400_000;

/**
 * Makes a key for the actor, which is told this once: only its hash is kept.
 * @throws {Forbidden} for whoever is no person. @throws {Refused} without a scope, with too many keys that work, or where one of them bears the name.
 */
export async function makeKey(actor: Actor, input: MakeKeyInput): Promise<{ key: string; prefix: string }> {
  const userId = ownerOf(actor);
  const scopes = SCOPES.filter((scope) => input.scopes.includes(scope));
  if (scopes.length === 0)
    throw new Refused([{ rule: "key.scope", message: "Tick what it may be used for.", field: "scopes" }]);
  const at = now();
  const { key, prefix, keyHash } = newKey();
  await transact(async (tx) => {
    const working = await tx.apiKey.findMany({
      where: { userId, revokedAt: null, expiresAt: { gt: at } },
      select: { label: true, prefix: true },
      orderBy: { id: "asc" },
    });
    const name = foldForSearch(input.label.trim());
    const twin = working.find(({ label }) => foldForSearch(label.trim()) === name);
    if (twin) throw named(twin);
    if (working.length >= MOST_KEYS)
      throw new Refused([
        {
          rule: "key.many",
          message: `You have ${MOST_KEYS} keys that work. Revoke one first.`,
          field: "label",
        },
      ]);
    const expiresAt = new Date(at.getTime() + Number(input.days) * DAY_MS);
    const kept = { label: input.label, scopes: scopes.join(" "), expiresAt };
    const { id } = await tx.apiKey.create({
      data: { ...kept, userId, prefix, keyHash, createdAt: at },
      select: { id: true },
    });
    // neither the key nor its hash
    const after = { ...kept, prefix };
    await appendAudit(tx, { actor, action: "key.made", subjectType: "key", subjectId: id, after });
  });
  return { key, prefix };
}

/**
 * Ends a key of the actor's; from the next request on it opens nothing. To end an ended one does nothing.
 * @throws {Forbidden} @throws {NotFound} also somebody else's.
 */
export async function revokeKey(actor: Actor, { keyId }: { keyId: string }): Promise<void> {
  const userId = ownerOf(actor);
  await transact(async (tx) => {
    const found = await tx.apiKey.findFirst({ where: { id: keyId, userId } });
    if (!found) throw new NotFound("This key");
    if (found.revokedAt) return;
    await tx.apiKey.update({ where: { id: keyId }, data: { revokedAt: now() } });
    const { prefix, label } = found;
    await appendAudit(tx, {
      ...{ actor, action: "key.revoked", subjectType: "key", subjectId: keyId },
      before: { prefix, label },
    });
  });
}

/**
 * Remembers that a key was used, at most once a minute. A read waits for no write, and is answered also where nothing can
 * be written: when the disk is full, or another program writes for long. The next use remembers then.
 */
export function rememberUse(keyId: string, lastUsedAt: Date | null): void {
  const at = now();
  if (lastUsedAt && at.getTime() - lastUsedAt.getTime() < 60_000) return;
  db.apiKey.updateMany({ where: { id: keyId }, data: { lastUsedAt: at } }).catch(() => {});
}

/** What made it may never have shown it: a key is told once, and nobody can be told it again. */
function named({ label, prefix }: { readonly label: string; readonly prefix: string }): Refused {
  const message = `You have a key of this name that works: “${label}”, which begins with ${prefix}. No other was made. A key is shown once: if you did not copy it, revoke it and make another, or give this one another name.`;
  return new Refused([{ rule: "key.twin", message, field: "label" }]);
}

/** @throws {Forbidden} */
function ownerOf(actor: Actor): string {
  if (actor.id === null) throw new Forbidden("key:own");
  return actor.id;
}
