import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { environmentSchema, type VariableName } from "./schema";

/** The environment as the program uses it: checked, with defaults filled in and folders made absolute. */
export interface Environment {
  /** The folder that holds the database, backups and secrets; absolute. */
  readonly dataDir: string;
  readonly port: number;
  /** Where the site listens; "localhost" is this machine alone. */
  readonly host: string;
  /** How many proxies stand in front and are believed about who asks. */
  readonly proxies: number;
  /** `postgresql://…`, or null when the database is the SQLite file in `dataDir`. */
  readonly databaseUrl: string | null;
  /** A PostgreSQL server on which tests may make and drop databases, or null. */
  readonly testDatabaseUrl: string | null;
  /** The public address without a slash at its end. */
  readonly baseUrl: string;
  /** How the desk is cited; null when nobody said. */
  readonly deskName: string | null;
  /** How often the site backs its database up by itself, or null for never; and how many of these it keeps. */
  readonly backupEveryMs: number | null;
  readonly backupKeep: number;
  /** The file in which checkpoints of the record of changes are kept, absolute; null for the one in `dataDir`. */
  readonly auditCheckpoints: string | null;
  /** Networks that are not the internet's and to which webhooks may be sent all the same, such as 10.1.0.0/16. */
  readonly webhookNetworks: readonly string[];
  /** Whether an import may ask the internet for a page whose address it is given. */
  readonly isFetchOn: boolean;
  /** The key of the person whose view `verbatim mcp` gives to an assistant; null for the public's. */
  readonly assistantKey: string | null;
  /** Whether visitors who are not signed in see what is published. */
  readonly isPublicSiteOn: boolean;
}

/** The environment cannot be used. `message` names every wrong variable and what it must be. */
export class BadEnvironment extends Error {
  override readonly name = "BadEnvironment";
}

/**
 * The environment of this process. Read afresh on each call, so that a test may set it.
 * @throws {BadEnvironment} when a variable cannot be used.
 */
export function env(): Environment {
  const values = parse();
  return {
    dataDir: path.resolve(/* turbopackIgnore: true */ process.cwd(), values.DATA_DIR),
    port: values.PORT,
    host: values.HOST,
    proxies: values.TRUST_PROXY,
    databaseUrl: values.DATABASE_URL ?? null,
    testDatabaseUrl: values.TEST_DATABASE_URL ?? null,
    deskName: values.DESK_NAME ?? null,
    // however it was written: links, cookies and comparisons take the one form that it has
    baseUrl: new URL(values.BASE_URL ?? `http://localhost:${values.PORT}`).origin,
    backupEveryMs: values.BACKUP_EVERY === undefined ? null : spanMs(values.BACKUP_EVERY),
    backupKeep: values.BACKUP_KEEP,
    auditCheckpoints:
      values.AUDIT_CHECKPOINTS === undefined
        ? null
        : path.resolve(/* turbopackIgnore: true */ process.cwd(), values.AUDIT_CHECKPOINTS),
    webhookNetworks: values.WEBHOOK_NETWORKS ?? [],
    isFetchOn: values.FETCH === "on",
    assistantKey: values.VERBATIM_KEY ?? null,
    isPublicSiteOn: values.PUBLIC_SITE === "on",
  };
}

/** `env().baseUrl` alone, which a list asks for at every row: two variables are looked at, and no others. */
export function baseUrl(): string {
  const [address, port] = [process.env.BASE_URL, process.env.PORT];
  if (knownBase === null || knownBase.address !== address || knownBase.port !== port)
    knownBase = { address, port, url: env().baseUrl };
  return knownBase.url;
}

let knownBase: { address: string | undefined; port: string | undefined; url: string } | null = null;

/**
 * The secret that signs sessions and links: `BETTER_AUTH_SECRET`, else the one kept in the data folder, which is made
 * on first use and readable by its owner only.
 * @throws {BadEnvironment} when the variable is too short.
 */
export function sessionSecret(): string {
  return parse().BETTER_AUTH_SECRET ?? keptSecret("session-secret");
}

/**
 * The keys that sign the record of changes: the first signs, the others are former ones and only check. `AUDIT_KEY`,
 * with commas between; else the lines of `audit-key` in the data folder, which is made on first use.
 * @throws {BadEnvironment} when the variable has a key that is too short.
 */
export function auditKeys(): readonly string[] {
  const given = parse().AUDIT_KEY?.split(",") ?? keptSecret("audit-key").split("\n");
  return given.map((key) => key.trim()).filter((key) => key !== "");
}

type SecretName = "session-secret" | "audit-key";

/**
 * The secrets that neither a variable names nor the data folder holds: the next use makes them anew.
 * @throws {BadEnvironment} when one that it holds is damaged.
 */
export function missingSecrets(): SecretName[] {
  const given = parse();
  const used: SecretName[] = [
    ...(given.BETTER_AUTH_SECRET === undefined ? (["session-secret"] as const) : []),
    ...(given.AUDIT_KEY === undefined ? (["audit-key"] as const) : []),
  ];
  return used.filter((name) => readSecret(fileOf(name), name) === null);
}

function fileOf(name: SecretName): string {
  return path.join(/* turbopackIgnore: true */ env().dataDir, name);
}

function keptSecret(name: SecretName): string {
  return readSecret(fileOf(name), name) ?? makeSecret(name);
}

function spanMs(span: string): number {
  return Number.parseInt(span, 10) * (span.endsWith("d") ? 24 : 1) * 3_600_000;
}

const NAMES = Object.keys(environmentSchema.shape);
let known: {
  readonly read: readonly (string | undefined)[];
  readonly data: ReturnType<typeof checked>;
} | null = null;

/** The variables as they stand now; checked again only when one of them changed, for every link asks for the address. */
function parse() {
  const read = NAMES.map((name) => process.env[name]);
  if (known?.read.every((value, index) => value === read[index])) return known.data;
  const data = checked(Object.fromEntries(NAMES.map((name, index) => [name, read[index]])));
  known = { read, data };
  return data;
}

function checked(variables: Readonly<Record<string, string | undefined>>) {
  // an empty variable means "not set": that is what `NAME=` in an .env file says
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== "" && value !== undefined),
  );
  const result = environmentSchema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map(
    (issue) => `${issue.path.join(".") as VariableName} ${issue.message}`,
  );
  throw new BadEnvironment(lines.join("\n"));
}

const LEAST_LENGTH = 32;
const WITHOUT = {
  "session-secret": "everybody signs in anew",
  "audit-key": "the signatures of changes until now cannot be checked",
} as const;

/** The secret that a file holds, or null when there is none. @throws {BadEnvironment} when it is cut off or unreadable */
function readSecret(file: string, name: SecretName): string | null {
  const otherwise = `Nothing was changed. Put back your copy of it. Without one, delete it and start again: ${WITHOUT[name]}.`;
  let secret: string;
  try {
    secret = readFileSync(file, "utf8").trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return null;
    throw new BadEnvironment(`${file} cannot be read (${code}). Make it a file that this user may read.`);
  }
  const keys = secret.split("\n").map((key) => key.trim());
  if (keys.some((key) => key !== "" && key.length < LEAST_LENGTH) || secret === "")
    throw new BadEnvironment(
      `${file} is ${secret === "" ? "empty" : `cut off: it holds fewer than ${LEAST_LENGTH} characters`}. ${otherwise}`,
    );
  return secret;
}

function makeSecret(name: SecretName): string {
  const { dataDir } = env();
  const file = fileOf(name);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flush: true });
  try {
    // linking fails when a second start was faster; then both use its secret
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const secret = readSecret(file, name);
  if (secret === null) throw new BadEnvironment(`${file} cannot be kept: something deletes it.`);
  return secret;
}
