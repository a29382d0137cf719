import {
  accountKey,
  aheadOfStrangers,
  countAttempt,
  forgetAttempts,
  hashPassword,
  verifyPassword,
} from "@/lib/attempts/server";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { db, type Tx, transact } from "@/lib/db/server";
import { NotFound, Refused } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import { findLinkOwner, useUpLink, voidLinks } from "./links";
import { weaknessOf } from "./model";
import { toUser, USER_FIELDS } from "./queries";
import {
  type ChangePasswordInput,
  changePasswordSchema,
  type SetPasswordInput,
  setPasswordSchema,
} from "./schema";

const CREDENTIAL = "credential";

/**
 * Sets a password with a one-time link, ends the link and every session of the account, and returns the email to sign
 * in with.
 * @throws {Refused} `link.ended` when it was used, replaced or has expired; `password.weak`; or what the input lacks
 */
export async function setPasswordByLink(input: SetPasswordInput): Promise<{ email: string }> {
  const { token, password } = acceptInput(setPasswordSchema, input);
  const owner = await findLinkOwner(token);
  if (owner === null) throw linkEnded();
  assertStrong(password, owner);
  const hash = await aheadOfStrangers(() => hashPassword(password));
  await transact(async (tx) => {
    if (!(await useUpLink(tx, token))) throw linkEnded();
    const user = await tx.user.findFirst({ where: { id: owner.id, disabledAt: null }, select: USER_FIELDS });
    if (user === null) throw linkEnded();
    await storePassword(tx, owner.id, hash);
    const { count } = await tx.session.deleteMany({ where: { userId: owner.id } });
    await appendAudit(tx, {
      actor: toUser(user),
      action: "user.password_set",
      subjectType: "user",
      subjectId: owner.id,
      after: { by: "link", sessionsEnded: count },
    });
  });
  // whoever was guessing at the old password has to begin again
  await forgetAttempts(accountKey(owner.email));
  return { email: owner.email };
}

/**
 * Changes one's own password and ends every other session; `sessionId` is the one to keep. Guesses at the present
 * password are counted.
 * @throws {Refused} `password.wrong`, `password.weak`, `attempts.too_many`
 */
export async function changePassword(
  actor: Actor,
  { sessionId, ...input }: ChangePasswordInput & { sessionId: string },
): Promise<void> {
  const { currentPassword, password } = acceptInput(changePasswordSchema, input);
  const user = actor.id === null ? null : await db.user.findUnique({ where: { id: actor.id } });
  if (user === null) throw new NotFound("Your account");
  await confirmPassword(user, currentPassword);
  assertStrong(password, user);
  const hash = await aheadOfStrangers(() => hashPassword(password));
  await transact(async (tx) => {
    await storePassword(tx, user.id, hash);
    await voidLinks(tx, user.id);
    const { count } = await tx.session.deleteMany({ where: { userId: user.id, id: { not: sessionId } } });
    const after = { by: "self", sessionsEnded: count };
    await appendAudit(tx, {
      actor,
      action: "user.password_set",
      subjectType: "user",
      subjectId: user.id,
      after,
    });
  });
}

/** Ends every session of one's own, or of somebody else when one may manage people. @throws {Forbidden} */
export async function endSessions(actor: Actor, { userId }: { userId: string }): Promise<number> {
  if (actor.id !== userId) assertCan(actor, "user:manage");
  return transact(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { userId } });
    const after = { sessionsEnded: count };
    await appendAudit(tx, {
      actor,
      action: "user.signed_out",
      subjectType: "user",
      subjectId: userId,
      after,
    });
    return count;
  });
}

/** Asks for one's present password. Wrong ones are counted by themselves: a borrowed session locks nobody out. @throws {Refused} */
export async function confirmPassword(user: { id: string; email: string }, password: string): Promise<void> {
  const key = accountKey(user.email, "self");
  await countAttempt(key);
  await assertIsPassword(user.id, password);
  await forgetAttempts(key);
}

/** @throws {Refused} `password.weak` */
export function assertStrong(password: string, person: { email: string; name: string }): void {
  const weakness = weaknessOf(password, person);
  if (weakness === null) return;
  throw new Refused([{ rule: "password.weak", message: weakness, field: "password" }]);
}

/** Keeps a password's hash as the library reads it: one credential account a person, named by their id. */
export async function storePassword(tx: Tx, userId: string, hash: string): Promise<void> {
  const named = { providerId: CREDENTIAL, accountId: userId };
  await tx.account.upsert({
    where: { providerId_accountId: named },
    create: { ...named, userId, password: hash },
    update: { password: hash },
  });
}

async function assertIsPassword(userId: string, password: string): Promise<void> {
  const account = await db.account.findUnique({
    where: { providerId_accountId: { providerId: CREDENTIAL, accountId: userId } },
  });
  const hash = account?.password;
  if (hash && (await aheadOfStrangers(() => verifyPassword({ hash, password })))) return;
  const message = "This is not your present password.";
  throw new Refused([{ rule: "password.wrong", message, field: "currentPassword" }]);
}

function linkEnded(): Refused {
  return new Refused([
    {
      rule: "link.ended",
      message: "This link has been used, replaced or is too old. Ask an administrator for a new one.",
    },
  ]);
}
