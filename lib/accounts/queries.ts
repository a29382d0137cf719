import { type Actor, assertCan, ROLES, type Role } from "@/lib/auth";
import { db, type Prisma, type Tx } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import { linkEnd } from "./links";
import type { Colleague, User } from "./model";

const PAGE = 200;

export const USER_FIELDS = {
  id: true,
  name: true,
  email: true,
  role: true,
  disabledAt: true,
  createdAt: true,
  accounts: {
    where: { providerId: "credential", password: { not: null } },
    select: { id: true },
    take: 1,
    orderBy: { id: "asc" },
  },
} satisfies Prisma.UserSelect;

type Row = Prisma.UserGetPayload<{ select: typeof USER_FIELDS }>;

/** One page of people by email. `after` is the last email of the page before. @throws {Forbidden} */
export async function listUsers(
  actor: Actor,
  { after }: { after?: string } = {},
): Promise<{ items: User[]; next: string | null }> {
  assertCan(actor, "user:manage");
  const rows = await db.user.findMany({
    where: after === undefined ? {} : { email: { gt: after } },
    orderBy: { email: "asc" },
    take: PAGE + 1,
    select: USER_FIELDS,
  });
  const items = rows.slice(0, PAGE).map(toUser);
  return { items, next: rows.length > PAGE ? (items.at(-1)?.email ?? null) : null };
}

/** One person, by id or by email. @throws {Forbidden} @throws {NotFound} */
export async function getUser(actor: Actor, which: { id: string } | { email: string }): Promise<User> {
  assertCan(actor, "user:manage");
  const where = "id" in which ? { id: which.id } : { email: which.email.trim().toLowerCase() };
  const row = await db.user.findUnique({ where, select: USER_FIELDS });
  if (row === null) throw new NotFound("This person");
  return toUser(row);
}

/** When the sign-in link of a person ends that can still be used; empty when there is none. @throws {Forbidden} */
export async function findLinkEnd(actor: Actor, userId: string): Promise<string> {
  assertCan(actor, "user:manage");
  return linkEnd(db, userId);
}

/** The actor's own account. @throws {NotFound} for a visitor */
export async function getOwnUser(actor: Actor): Promise<User> {
  const row =
    actor.id === null ? null : await db.user.findUnique({ where: { id: actor.id }, select: USER_FIELDS });
  if (row === null) throw new NotFound("Your account");
  return toUser(row);
}

/** The people who work on the desk and may sign in, by name; those of the roles given, or all. @throws {Forbidden} */
export async function listColleagues(
  actor: Actor,
  { roles = ["reporter", "reviewer", "editor"] }: { roles?: readonly Role[] } = {},
): Promise<Colleague[]> {
  assertCan(actor, "statement:read_unpublished");
  const rows = await db.user.findMany({
    where: { disabledAt: null, role: { in: [...roles] } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, role: true },
  });
  return rows.map((row) => ({ ...row, role: toRole(row.role) }));
}

/**
 * What people went by, for records that tell who made them: asked of the database once for all `ids`, then told for each
 * record by the moment it was made, or as it is now when there is no moment. Null for nobody and for who is not known.
 */
export async function namesHeld(
  ids: readonly (string | null)[],
): Promise<(id: string | null, at?: Date) => string | null> {
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } },
    select: {
      id: true,
      name: true,
      formerNames: { orderBy: [{ until: "asc" }, { id: "asc" }], select: { name: true, until: true } },
    },
    orderBy: { id: "asc" },
  });
  const known = new Map(people.map((person) => [person.id, person]));
  return (id, at) => {
    const person = id === null ? undefined : known.get(id);
    if (person === undefined) return null;
    const former = at && person.formerNames.find(({ until }) => at < until);
    return (former ?? person).name;
  };
}

/** How many people can sign in and administer, besides one. */
export async function countOtherAdmins(tx: Tx, userId: string): Promise<number> {
  return tx.user.count({
    where: {
      id: { not: userId },
      role: "admin",
      disabledAt: null,
      accounts: { some: { providerId: "credential", password: { not: null } } },
    },
  });
}

export function toUser({ accounts, disabledAt, role, ...row }: Row): User {
  return { ...row, role: toRole(role), isDisabled: disabledAt !== null, hasPassword: accounts.length > 0 };
}

function toRole(stored: string): Role {
  // a role that this version does not know gives no right
  return ROLES.find((role) => role === stored) ?? "reader";
}
