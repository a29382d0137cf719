import { APIError, betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";
import { hashPassword, verifyPassword } from "@/lib/attempts/server";
import { db, engine } from "@/lib/db/server";
import { env, sessionSecret } from "@/lib/env/server";

/** What the library answers when the password was right and the account is closed. */
export const ACCOUNT_DISABLED = "ACCOUNT_DISABLED";

const FOURTEEN_DAYS_S = 14 * 24 * 60 * 60;

function configure() {
  const { baseUrl } = env();
  return betterAuth({
    appName: "Verbatim",
    baseURL: baseUrl,
    secret: sessionSecret(),
    database: prismaAdapter(db, { provider: engine }),
    // people are added by an administrator: lib/accounts
    emailAndPassword: {
      ...{ enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: {
      additionalFields: {
        role: { type: "string", required: true, defaultValue: "reader", input: false },
        disabledAt: { type: "date", required: false, input: false },
      },
    },
    // a session is not drawn out by use: a page that is only read must not write, and cannot renew a cookie either. Nor
    // is one that has ended removed by reading: with a full disk no page would be answered any more
    session: { expiresIn: FOURTEEN_DAYS_S, disableSessionRefresh: true, deferSessionRefresh: true },
    // the library counts requests to its own addresses, which are not served; lib/attempts counts instead
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: "error" },
    advanced: {
      cookiePrefix: "verbatim",
      useSecureCookies: baseUrl.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      database: { generateId: false },
    },
    databaseHooks: {
      session: {
        create: {
          async before(session) {
            const user = await db.user.findUnique({
              where: { id: session.userId },
              select: { disabledAt: true },
            });
            if (user === null || user.disabledAt !== null) {
              throw new APIError("FORBIDDEN", { code: ACCOUNT_DISABLED });
            }
            await db.session.deleteMany({ where: { userId: session.userId, expiresAt: { lt: new Date() } } });
          },
        },
      },
    },
    plugins: [nextCookies()],
  });
}

let configured: ReturnType<typeof configure> | undefined;

/** The accounts library on our tables. Made on first use, because a build has no database and no secret. */
export function betterAuthApi() {
  configured ??= configure();
  return configured.api;
}
