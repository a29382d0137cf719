import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { variableNames } from "./index";
import { BadEnvironment, env, missingSecrets, sessionSecret } from "./server";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "verbatim-env-"));
  for (const name of variableNames) vi.stubEnv(name, "");
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe("env", () => {
  it("has a default for everything", () => {
    expect(env()).toEqual({
      dataDir: path.resolve("data"),
      port: 3000,
      assistantKey: null,
      auditCheckpoints: null,
      host: "localhost",
      proxies: 0,
      backupEveryMs: null,
      backupKeep: 14,
      databaseUrl: null,
      testDatabaseUrl: null,
      baseUrl: "http://localhost:3000",
      deskName: null,
      isFetchOn: true,
      isPublicSiteOn: true,
      webhookNetworks: [],
    });
  });

  it.each(["10.0.0.0", "10.0.0.0/33", "fd12::/129", "example.org/8", "10.1/16", "10.0.0.0/8,"])(
    "knows no network %s",
    (network) => {
      vi.stubEnv("WEBHOOK_NETWORKS", network);
      expect(() => env()).toThrow(/WEBHOOK_NETWORKS must be networks/);
    },
  );

  it("takes what is set", () => {
    vi.stubEnv("PORT", "8080");
    vi.stubEnv("DATA_DIR", "/srv/verbatim");
    vi.stubEnv("DATABASE_URL", "postgres://desk@db:5432/verbatim");
    vi.stubEnv("PUBLIC_SITE", "off");
    vi.stubEnv("WEBHOOK_NETWORKS", "10.1.0.0/16, fd12::/16");
    expect(env().webhookNetworks).toEqual(["10.1.0.0/16", "fd12::/16"]);
    expect(env()).toMatchObject({ port: 8080, dataDir: "/srv/verbatim", baseUrl: "http://localhost:8080" });
    expect(env()).toMatchObject({ databaseUrl: "postgres://desk@db:5432/verbatim", isPublicSiteOn: false });
    vi.stubEnv("BASE_URL", "https://verbatim.example.org//");
    vi.stubEnv("HOST", "::");
    vi.stubEnv("TRUST_PROXY", "2");
    expect(env()).toMatchObject({ baseUrl: "https://verbatim.example.org", host: "::", proxies: 2 });
    vi.stubEnv("BASE_URL", "http://[2001:db8::7]:3000");
    expect(env().baseUrl).toBe("http://[2001:db8::7]:3000");
  });

  it.each([
    ["https://verbatim.example.org/?", "https://verbatim.example.org"],
    ["https://verbatim.example.org/#", "https://verbatim.example.org"],
    ["HTTPS://Verbatim.Example.ORG:443/", "https://verbatim.example.org"],
    [" https://verbatim.example.org ", "https://verbatim.example.org"],
    ["https://zürich.example", "https://xn--zrich-kva.example"],
  ])("has one form of the address %j, however it is written", (written, address) => {
    vi.stubEnv("BASE_URL", written);
    expect(env().baseUrl).toBe(address);
  });

  it.each([
    ["PORT", "three"],
    ["PORT", "70000"],
    ["PORT", "80.5"],
    ["DATABASE_URL", "mysql://desk@db/verbatim"],
    ["DATABASE_URL", "file:./verbatim.db"],
    ["BASE_URL", "verbatim.example.org"],
    ["BASE_URL", "ftp://verbatim.example.org"],
    ["BASE_URL", "https://example.org/verbatim"],
    ["BASE_URL", "https://desk:secret@example.org"],
    ["BASE_URL", "https://example.org/?site=verbatim"],
    ["HOST", "my machine"],
    ["TRUST_PROXY", "yes"],
    ["TRUST_PROXY", "-1"],
    ["PUBLIC_SITE", "yes"],
    ["BETTER_AUTH_SECRET", "short"],
  ])("refuses %s=%s by its name", (name, value) => {
    vi.stubEnv(name, value);
    expect(env).toThrow(BadEnvironment);
    expect(env).toThrow(new RegExp(`^${name} must`));
  });

  it("names every wrong variable at once", () => {
    vi.stubEnv("PORT", "three");
    vi.stubEnv("PUBLIC_SITE", "yes");
    expect(env).toThrow(/PORT must[^\n]*\nPUBLIC_SITE must/);
  });
});

describe("sessionSecret", () => {
  it("is the one given", () => {
    vi.stubEnv("BETTER_AUTH_SECRET", "x".repeat(32));
    expect(sessionSecret()).toBe("x".repeat(32));
  });

  it("is made once, kept, and readable by its owner only", () => {
    vi.stubEnv("DATA_DIR", path.join(folder, "new"));
    const secret = sessionSecret();
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(sessionSecret()).toBe(secret);
    expect(statSync(path.join(folder, "new/session-secret")).mode & 0o777).toBe(0o600);
  });

  it.each(["", "\n", "short", `${"x".repeat(40)}\nshort`])("is refused when its file holds %j", (held) => {
    vi.stubEnv("DATA_DIR", folder);
    writeFileSync(path.join(folder, "session-secret"), held);
    expect(sessionSecret).toThrow(BadEnvironment);
    expect(missingSecrets).toThrow(/session-secret is (empty|cut off).*Put back your copy.*signs in anew/);
    expect(readFileSync(path.join(folder, "session-secret"), "utf8")).toBe(held);
  });

  it("is told as missing, with the key of changes, unless a variable names it", () => {
    vi.stubEnv("DATA_DIR", folder);
    expect(missingSecrets()).toEqual(["session-secret", "audit-key"]);
    vi.stubEnv("AUDIT_KEY", "x".repeat(32));
    expect(missingSecrets()).toEqual(["session-secret"]);
    sessionSecret();
    expect(missingSecrets()).toEqual([]);
  });
});

describe("documentation", () => {
  const root = path.join(import.meta.dirname, "../..");
  const example = readFileSync(path.join(root, ".env.example"), "utf8");
  const readme = readFileSync(path.join(root, "README.md"), "utf8");

  it.each(variableNames)("%s is in .env.example and in the README", (name) => {
    expect(example).toMatch(new RegExp(`^(# )?${name}=`, "m"));
    expect(readme).toContain(`\`${name}\``);
  });

  it(".env.example names nothing that is not read", () => {
    const names = [...example.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(names).toEqual([...variableNames]);
  });
});
