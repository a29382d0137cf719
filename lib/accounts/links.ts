import { createHash, randomBytes } from "node:crypto";
import { db, type Tx } from "@/lib/db/server";
import { now } from "@/lib/env";
import { absoluteUrl } from "@/lib/http";
import { LINK_LIVES_MS, type SignInLink } from "./model";

const PURPOSE = "set-password:";

/** Makes a link for one person and voids their earlier ones. Only the token's hash is stored. */
export async function makeLink(tx: Tx, userId: string): Promise<SignInLink> {
  await voidLinks(tx, userId);
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now().getTime() + LINK_LIVES_MS);
  await tx.verification.create({ data: { identifier: identifierOf(token), value: userId, expiresAt } });
  return { url: absoluteUrl(`/set-password?token=${token}`), expiresAt };
}

/** When the link of one person ends that can still be used, as an ISO moment: it tells one link from another. Empty when there is none. */
export async function linkEnd(client: Pick<Tx, "verification">, userId: string): Promise<string> {
  const standing = await client.verification.findFirst({
    where: { identifier: { startsWith: PURPOSE }, value: userId, expiresAt: { gt: now() } },
    orderBy: [{ expiresAt: "desc" }, { id: "asc" }],
    select: { expiresAt: true },
  });
  return standing?.expiresAt.toISOString() ?? "";
}

/** Ends every link of one person. */
export async function voidLinks(tx: Tx, userId: string): Promise<void> {
  await tx.verification.deleteMany({ where: { identifier: { startsWith: PURPOSE }, value: userId } });
}

/** Whose link this is while it can be used: made, not used, not expired, and the account open. */
export async function findLinkOwner(
  token: string,
): Promise<{ id: string; name: string; email: string } | null> {
  const link = await db.verification.findFirst({
    where: { identifier: identifierOf(token), expiresAt: { gt: now() } },
  });
  if (link === null) return null;
  return db.user.findFirst({
    where: { id: link.value, disabledAt: null },
    select: { id: true, name: true, email: true },
  });
}

/** Uses the link up; false when somebody was faster. */
export async function useUpLink(tx: Tx, token: string): Promise<boolean> {
  const { count } = await tx.verification.deleteMany({
    where: { identifier: identifierOf(token), expiresAt: { gt: now() } },
  });
  return count === 1;
}

function identifierOf(token: string): string {
  return PURPOSE + createHash("sha256").update(token).digest("base64url");
}
