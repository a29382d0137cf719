import { aheadOfStrangers, hashPassword } from "@/lib/attempts/server";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan, type Role, SYSTEM } from "@/lib/auth";
import { db, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { acceptInput } from "@/lib/forms";
import { linkEnd, makeLink, voidLinks } from "./links";
import type { SignInLink, User } from "./model";
import { nameKeyOf } from "./names";
import { assertStrong, confirmPassword, storePassword } from "./passwords";
import { countOtherAdmins, toUser, USER_FIELDS } from "./queries";
import {
  type AddUserInput,
  addUserSchema,
  type EditProfileInput,
  editProfileSchema,
  type SetRoleInput,
  setRoleSchema,
} from "./schema";

/** Who the first administrator is until they say otherwise at /account. */
const FIRST_ADMIN = { name: "Administrator", email: "admin@verbatim.local" };

/**
 * Adds a person. Without `password` they need a sign-in link: `createSignInLink`.
 * @throws {Forbidden} @throws {Refused} `user.email_taken`, `user.name_taken`, or what the input lacks
 */
export async function addUser(actor: Actor, input: AddUserInput): Promise<User> {
  assertCan(actor, "user:manage");
  const { password, ...person } = acceptInput(addUserSchema, input);
  if (password !== undefined) assertStrong(password, person);
  // hashing takes a tenth of a second on purpose: not while others wait for their turn to write
  const hash = password === undefined ? null : await aheadOfStrangers(() => hashPassword(password));
  return transact(async (tx) => {
    await assertEmailIsFree(tx, person.email);
    await assertNameIsFree(tx, person.name);
    const { id } = await tx.user.create({ data: { ...person, emailVerified: true }, select: { id: true } });
    if (hash !== null) await storePassword(tx, id, hash);
    await appendAudit(tx, { actor, action: "user.added", subjectType: "user", subjectId: id, after: person });
    return load(tx, id);
  });
}

/**
 * Gives a person another role; it counts from their next request.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when the role is no longer `was`
 * @throws {Refused} `user.last_admin`
 */
export async function setRole(actor: Actor, input: SetRoleInput): Promise<User> {
  assertCan(actor, "user:manage");
  const { userId, role, was } = acceptInput(setRoleSchema, input);
  return transact(async (tx) => {
    const before = await load(tx, userId);
    if (was !== undefined && was !== before.role) throw new Conflict();
    if (before.role === role) return before;
    if (before.role === "admin") await assertNotLastAdmin(tx, before);
    await tx.user.update({ where: { id: userId }, data: { role } });
    await appendAudit(tx, {
      actor,
      action: "user.role_changed",
      subjectType: "user",
      subjectId: userId,
      before: { role: before.role },
      after: { role },
    });
    return { ...before, role };
  });
}

/**
 * Closes an account: its sessions, links and keys end in the same moment, and a key stays ended when the account is opened
 * again. Closing a closed one does nothing.
 * @throws {Forbidden} @throws {NotFound} @throws {Refused} `user.last_admin`
 */
export async function disableUser(actor: Actor, { userId }: { userId: string }): Promise<User> {
  assertCan(actor, "user:manage");
  return transact(async (tx) => {
    const before = await load(tx, userId);
    if (before.isDisabled) return before;
    if (before.role === "admin") await assertNotLastAdmin(tx, before);
    const at = now();
    await tx.user.update({ where: { id: userId }, data: { disabledAt: at } });
    const { count } = await tx.session.deleteMany({ where: { userId } });
    await voidLinks(tx, userId);
    const keys = await tx.apiKey.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: at } });
    const after = { sessionsEnded: count, ...(keys.count > 0 ? { keysEnded: keys.count } : {}) };
    await appendAudit(tx, { actor, action: "user.disabled", subjectType: "user", subjectId: userId, after });
    return { ...before, isDisabled: true };
  });
}

/** Opens a closed account again, with the password it had. @throws {Forbidden} @throws {NotFound} */
export async function enableUser(actor: Actor, { userId }: { userId: string }): Promise<User> {
  assertCan(actor, "user:manage");
  return transact(async (tx) => {
    const before = await load(tx, userId);
    if (!before.isDisabled) return before;
    await tx.user.update({ where: { id: userId }, data: { disabledAt: null } });
    await appendAudit(tx, { actor, action: "user.enabled", subjectType: "user", subjectId: userId });
    return { ...before, isDisabled: false };
  });
}

/**
 * Makes a link with which one person sets a password, once, within four days; their earlier links end. The password
 * they have keeps working until then.
 * @throws {Forbidden} @throws {NotFound}
 * @throws {Refused} `user.disabled`, and `user.link` when another link stands by now than `was`
 */
export async function createSignInLink(
  actor: Actor,
  { userId, was }: { userId: string; was?: string | undefined },
): Promise<SignInLink> {
  assertCan(actor, "user:manage");
  return transact(async (tx) => {
    const user = await load(tx, userId);
    if (user.isDisabled) {
      throw new Refused([{ rule: "user.disabled", message: "This account is closed: open it again first." }]);
    }
    const standing = was === undefined ? "" : await linkEnd(tx, userId);
    if (standing !== "" && standing !== was)
      throw new Refused([{ rule: "user.link", message: ANOTHER_LINK }]);
    return recordLink(tx, actor, userId);
  });
}

const ANOTHER_LINK =
  "A colleague has made a link since this page was opened, and may be handing it on. Open the page again to end theirs.";

/**
 * Changes one's own name and email; `sessionId` is the session to keep. Records made until now keep the name of before.
 * Another email takes the present password, since it is what one signs in with, and ends every other session and link.
 * @throws {Refused} `user.email_taken`, `user.name_taken`, `password.wrong`, `attempts.too_many`
 * @throws {NotFound} for a visitor
 */
export async function editProfile(
  actor: Actor,
  { sessionId, ...input }: EditProfileInput & { sessionId: string },
): Promise<User> {
  const { currentPassword, ...after } = acceptInput(editProfileSchema, input);
  if (actor.id === null) throw new NotFound("Your account");
  const { email } = await load(db, actor.id);
  if (after.email !== email) await confirmPassword({ id: actor.id, email }, currentPassword ?? "");
  return transact(async (tx) => {
    const user = await load(tx, actor.id ?? "");
    // somebody changed it since the password was asked for
    if (user.email !== email) throw new Conflict();
    const before = { name: user.name, email: user.email };
    if (before.name === after.name && before.email === after.email) return user;
    await assertEmailIsFree(tx, after.email, user.id);
    if (before.name !== after.name) {
      await assertNameIsFree(tx, after.name, user.id);
      await tx.formerName.create({ data: { userId: user.id, name: before.name, until: now() } });
    }
    await tx.user.update({ where: { id: user.id }, data: after });
    if (before.email !== after.email) {
      await tx.session.deleteMany({ where: { userId: user.id, id: { not: sessionId } } });
      await voidLinks(tx, user.id);
    }
    const subject = { subjectType: "user", subjectId: user.id };
    await appendAudit(tx, { actor, action: "user.profile_edited", ...subject, before, after });
    return { ...user, ...after };
  });
}

/**
 * A link for the first administrator while nobody can administer, else null. Makes the account when there is none;
 * each call ends the link of the call before.
 */
export async function ensureFirstAdminLink(): Promise<SignInLink | null> {
  return transact(async (tx) => {
    if ((await countOtherAdmins(tx, "")) > 0) return null;
    const waiting = await tx.user.findFirst({
      where: { role: "admin", disabledAt: null },
      orderBy: { createdAt: "asc" },
      select: { id: true },
    });
    return recordLink(tx, SYSTEM, waiting?.id ?? (await addFirstAdmin(tx)));
  });
}

async function addFirstAdmin(tx: Tx): Promise<string> {
  const taken = await tx.user.findUnique({ where: { email: FIRST_ADMIN.email }, select: { id: true } });
  const role: Role = "admin";
  if (taken !== null) {
    // an administrator of before, since closed or given another role: the owner of the machine decides
    await tx.user.update({ where: { id: taken.id }, data: { role, disabledAt: null } });
  }
  const id = taken?.id ?? (await tx.user.create({ data: { ...FIRST_ADMIN, role, emailVerified: true } })).id;
  const after = { ...FIRST_ADMIN, role };
  await appendAudit(tx, { actor: SYSTEM, action: "user.added", subjectType: "user", subjectId: id, after });
  return id;
}

async function recordLink(tx: Tx, actor: Actor, userId: string): Promise<SignInLink> {
  const link = await makeLink(tx, userId);
  // when it ends, never what it is
  const after = { expiresAt: link.expiresAt };
  await appendAudit(tx, { actor, action: "user.link_made", subjectType: "user", subjectId: userId, after });
  return link;
}

async function load(client: Pick<Tx, "user">, userId: string): Promise<User> {
  const row = await client.user.findUnique({ where: { id: userId }, select: USER_FIELDS });
  if (row === null) throw new NotFound("This person");
  return toUser(row);
}

async function assertEmailIsFree(tx: Tx, email: string, exceptId?: string): Promise<void> {
  const taken = await tx.user.findUnique({ where: { email }, select: { id: true } });
  if (taken === null || taken.id === exceptId) return;
  const message = "Somebody has an account with this address already.";
  throw new Refused([{ rule: "user.email_taken", message, field: "email" }]);
}

/** A name is one person's, and stays theirs in the records they made under it. */
async function assertNameIsFree(tx: Tx, name: string, exceptId?: string): Promise<void> {
  const others = exceptId === undefined ? {} : { id: { not: exceptId } };
  const people = await tx.user.findMany({
    where: others,
    select: { name: true, formerNames: { select: { name: true }, orderBy: { id: "asc" } } },
    orderBy: { id: "asc" },
  });
  const key = nameKeyOf(name);
  const isTaken = people.some((person) =>
    [person, ...person.formerNames].some((held) => nameKeyOf(held.name) === key),
  );
  if (!isTaken) return;
  const message =
    "A colleague goes by this name, or did, or by one that reads the same. Add what tells the two of you apart.";
  throw new Refused([{ rule: "user.name_taken", message, field: "name" }]);
}

async function assertNotLastAdmin(tx: Tx, user: User): Promise<void> {
  if (user.isDisabled || (await countOtherAdmins(tx, user.id)) > 0) return;
  const message = "Nobody else could administer then: make somebody else an administrator first.";
  throw new Refused([{ rule: "user.last_admin", message, field: "role" }]);
}
