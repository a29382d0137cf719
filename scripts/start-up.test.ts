import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { actionKey, checkDataFolder, keepPrivate } from "./data-folder.mjs";
import { schemaFor } from "./generate.mjs";
import { checkNode } from "./node-version.mjs";
import { checkPort } from "./port.mjs";
import { filesBelow, hashOf, hashOfFiles, isStamped, stamp, unstamp } from "./stamps.mjs";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "verbatim-scripts-"));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe("checkNode", () => {
  it.each(["18.20.4", "20.18.3", "6.0.0"])("refuses %s and says what to install", (version) => {
    expect(() => checkNode(version)).toThrow(/needs Node 20\.19 or newer, and this is Node/);
  });

  it.each(["20.19.0", "20.20.2", "22.0.0", "100.1.0"])("takes %s", (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });
});

describe("checkPort", () => {
  it("names a port that is taken, and another to try", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const { port } = server.address() as { port: number };
    await expect(checkPort(String(port))).rejects.toThrow(
      new RegExp(`Port ${port} is taken.*PORT=${port + 1}`, "s"),
    );
    await new Promise((resolve) => server.close(resolve));
    await expect(checkPort(String(port))).resolves.toBe(port);
  });

  it.each(["", "0", "65536", "abc", "3000.5", "-1"])("refuses %j", async (given) => {
    await expect(checkPort(given)).rejects.toThrow("PORT must be a number between 1 and 65535");
  });
});

describe("checkDataFolder", () => {
  it("makes the folder and leaves nothing in it", () => {
    vi.stubEnv("DATA_DIR", path.join(folder, "new/data"));
    expect(checkDataFolder()).toBe(path.join(folder, "new/data"));
    expect(filesBelow(folder, "new")).toEqual([]);
  });

  it("says so when a file stands in the way", () => {
    writeFileSync(path.join(folder, "data"), "");
    vi.stubEnv("DATA_DIR", path.join(folder, "data"));
    expect(() => checkDataFolder()).toThrow(/a file stands in its way/);
  });

  it("says so when a link above it leads nowhere", () => {
    symlinkSync(path.join(folder, "unmounted"), path.join(folder, "disk"));
    vi.stubEnv("DATA_DIR", path.join(folder, "disk/data"));
    expect(() => checkDataFolder()).toThrow(/not mounted.*Nothing was made/);
  });

  // Node asked to make this with all above it never returns
  it.runIf(process.platform === "linux")("says so where no folder can be made", () => {
    vi.stubEnv("DATA_DIR", "/proc/verbatim/data");
    expect(() => checkDataFolder()).toThrow(/takes no folders/);
  });

  // root may write anywhere, so for root only a file system that nobody writes will do
  const unwritable = process.getuid?.() === 0 ? "/sys/verbatim" : null;
  it("says so when the folder is not writable or cannot be made", () => {
    const target = unwritable ?? path.join(folder, "locked");
    if (unwritable === null) {
      mkdirSync(target);
      chmodSync(target, 0o500);
    }
    vi.stubEnv("DATA_DIR", target);
    expect(() => checkDataFolder()).toThrow(
      new RegExp(`The data folder ${target} (is not writable|cannot be)`),
    );
  });
});

describe("actionKey", () => {
  const file = () => path.join(folder, "form-key");
  beforeEach(() => vi.stubEnv("DATA_DIR", folder));

  it("is made once and kept", () => {
    const key = actionKey();
    expect(Buffer.from(key, "base64")).toHaveLength(32);
    expect(actionKey()).toBe(key);
    expect(filesBelow(folder, "")).toEqual(["form-key"]);
  });

  it("is made anew where a full disk left an empty file", () => {
    writeFileSync(file(), "");
    expect(Buffer.from(actionKey(), "base64")).toHaveLength(32);
  });

  it.each(["words of somebody", "c2hvcnQ="])("is refused when its file holds %j", (held) => {
    writeFileSync(file(), held);
    expect(actionKey).toThrow(/form-key is damaged.*Put back your copy/);
    expect(readFileSync(file(), "utf8")).toBe(held);
  });
});

describe("keepPrivate", () => {
  it("names the secrets that others could read, where others may enter the folder", () => {
    const before = process.umask();
    const open = (mode: number) => {
      for (const name of ["audit-key", "verbatim.db"]) {
        writeFileSync(path.join(folder, name), "");
        chmodSync(path.join(folder, name), 0o644);
      }
      chmodSync(folder, mode);
      return keepPrivate(folder);
    };
    try {
      expect(open(0o755)).toEqual(["audit-key"]);
      expect(keepPrivate(folder)).toEqual([]);
      expect(open(0o700)).toEqual([]);
    } finally {
      process.umask(before);
    }
  });

  it("closes what stands there already to everybody else, and touches nothing that is not ours", () => {
    const modes = { "verbatim.db": 0o600, "verbatim.db-wal": 0o600, "session-secret": 0o600, notes: 0o644 };
    for (const name of Object.keys(modes)) writeFileSync(path.join(folder, name), "", { mode: 0o644 });
    mkdirSync(path.join(folder, "backups"));
    writeFileSync(path.join(folder, "backups", "a.db"), "", { mode: 0o644 });
    for (const name of Object.keys(modes)) chmodSync(path.join(folder, name), 0o644);
    chmodSync(folder, 0o755);
    const before = process.umask();
    try {
      keepPrivate(folder);
      const modeOf = (name: string) => statSync(path.join(folder, name)).mode & 0o777;
      expect([modeOf("."), modeOf("backups"), modeOf("backups/a.db")]).toEqual([0o700, 0o700, 0o600]);
      for (const [name, mode] of Object.entries(modes)) expect([name, modeOf(name)]).toEqual([name, mode]);
      writeFileSync(path.join(folder, "new"), "");
      expect(modeOf("new")).toBe(0o600);
    } finally {
      process.umask(before);
    }
  });
});

describe("stamps", () => {
  const file = () => path.join(folder, "made/stamp");

  it("say what an output was made from, until they are removed", () => {
    expect(isStamped(file(), "a")).toBe(false);
    stamp(file(), "a");
    expect(isStamped(file(), "a")).toBe(true);
    expect(isStamped(file(), "b")).toBe(false);
    unstamp(file());
    expect(isStamped(file(), "a")).toBe(false);
    expect(() => unstamp(file())).not.toThrow();
  });

  it("tell texts apart wherever the border between them lies", () => {
    expect(hashOf(["ab", "c"])).not.toBe(hashOf(["a", "bc"]));
    expect(hashOf(["ab"])).toBe(hashOf(["ab"]));
  });

  it("change when a file appears, changes, moves or goes", () => {
    const write = (name: string, text: string) => {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    };
    const hashes = new Set<string>();
    const note = () => hashes.add(hashOfFiles(folder, ["lib", "missing"]));
    write("lib/a.ts", "1");
    note();
    write("lib/b/c.ts", "2");
    note();
    write("lib/a.ts", "3");
    note();
    rmSync(path.join(folder, "lib/a.ts"));
    note();
    write("lib/d.ts", "3");
    note();
    expect(hashes.size).toBe(5);
    const before = hashes.size;
    note();
    expect(hashes.size).toBe(before);
  });

  it("leave out what is no input", () => {
    mkdirSync(path.join(folder, "lib"));
    writeFileSync(path.join(folder, "lib/a.ts"), "1");
    const isInput = (name: string) => !name.endsWith(".md");
    const before = hashOfFiles(folder, ["lib"], isInput);
    writeFileSync(path.join(folder, "lib/README.md"), "words");
    expect(hashOfFiles(folder, ["lib"], isInput)).toBe(before);
  });
});

describe("schemaFor", () => {
  const schema = readFileSync(path.join(import.meta.dirname, "../prisma/schema.prisma"), "utf8");

  it.each(["sqlite", "postgresql"])("names %s and its folder, and changes nothing else", (engine) => {
    const lines = schema.split("\n");
    const changed = schemaFor(engine, schema)
      .split("\n")
      .filter((line, index) => line !== lines[index]);
    const expected = [expect.stringContaining(`"./${engine}"`), expect.stringContaining(`"${engine}"`)];
    // the file itself names SQLite already
    expect(changed).toEqual(engine === "sqlite" ? expected.slice(0, 1) : expected);
  });
});

it("nothing that git leaves out, secrets among it, is built into an image", () => {
  const linesOf = (file: string) =>
    readFileSync(path.join(import.meta.dirname, "..", file), "utf8")
      .split("\n")
      .map((line) => line.replace(/^\/|\/$/g, ""))
      .filter(Boolean);
  const kept = linesOf(".gitignore").filter((line) => !linesOf(".dockerignore").includes(line));
  expect(kept).toEqual([]);
});
