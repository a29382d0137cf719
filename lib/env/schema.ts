import { isIP } from "node:net";
import { z } from "zod";

const postgresAddress = z
  .string()
  .regex(
    /^postgres(ql)?:\/\/\S+$/,
    "must be an address such as postgresql://user:password@host:5432/verbatim; leave it out to use SQLite",
  );

function isBare(address: string): boolean {
  if (!URL.canParse(address)) return true;
  const { pathname, search, hash, username, password } = new URL(address);
  return /^\/*$/.test(pathname) && search + hash + username + password === "";
}

function isNetwork(network: string): boolean {
  const [, address = "", bits = ""] = /^([\d.]+|[\da-f:]+)\/(\d{1,3})$/i.exec(network) ?? [];
  const version = isIP(address);
  return version !== 0 && Number(bits) <= (version === 4 ? 32 : 128);
}

const onOrOff = z.enum(["on", "off"], { error: 'must be "on" or "off"' });

/** What the program reads from its surroundings. Everything has a default, so that a bare machine needs none. */
export const environmentSchema = z.object({
  DATA_DIR: z.string().min(1).default("./data"),
  PORT: z.coerce
    .number({ error: "must be a port number" })
    .int("must be a whole number")
    .min(0, "must be a port number between 0 and 65535")
    .max(65535, "must be a port number between 0 and 65535")
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, "must be a name or an address of this machine, such as 0.0.0.0 for every network")
    .default("localhost"),
  TRUST_PROXY: z.coerce
    .number({ error: "must be a number, how many proxies stand in front: 1 for one, not its address" })
    .int("must be a whole number of proxies")
    .min(0, "must be 0 or more")
    .max(10, "must be at most 10")
    .default(0),
  DATABASE_URL: postgresAddress.optional(),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: "must be an address such as https://verbatim.example.org" })
    .refine(
      isBare,
      "must be a site's own address, such as https://verbatim.example.org: Verbatim cannot be served under a path of another site. Give it a name or a port of its own",
    )
    .optional(),
  DESK_NAME: z
    .string()
    .trim()
    .min(1, "must be a name, or be left out")
    .max(200, "must have at most 200 characters")
    .optional(),
  PUBLIC_SITE: onOrOff.default("on"),
  BETTER_AUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  AUDIT_KEY: z
    .string()
    .refine(
      (keys) => keys.split(",").every((key) => key.trim().length >= 32),
      "must have at least 32 characters, and so must each former key after a comma",
    )
    .optional(),
  AUDIT_CHECKPOINTS: z.string().min(1).optional(),
  BACKUP_EVERY: z
    .string()
    .regex(/^[1-9]\d{0,3}[hd]$/, "must be a number of hours or days, such as 24h or 7d")
    .optional(),
  BACKUP_KEEP: z.coerce
    .number({ error: "must be how many backups to keep" })
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .default(14),
  WEBHOOK_NETWORKS: z
    .string()
    .transform((typed) => typed.split(",").map((network) => network.trim()))
    .refine(
      (networks) => networks.every(isNetwork),
      "must be networks such as 10.1.0.0/16, with commas between",
    )
    .optional(),
  FETCH: onOrOff.default("on"),
  VERBATIM_KEY: z.string().optional(),
  TEST_DATABASE_URL: postgresAddress.optional(),
});

/** The name of one variable that the program reads. */
export type VariableName = keyof z.infer<typeof environmentSchema>;
