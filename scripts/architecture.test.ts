import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = path.dirname(import.meta.dirname);
const configuration = ".dependency-cruiser.cjs";

interface Rule {
  readonly name: string;
  readonly to: { readonly path?: string };
}

const { forbidden } = createRequire(import.meta.url)(path.join(root, configuration)) as { forbidden: Rule[] };

const BREACHES: Record<string, { from: string; imports: string; also?: Record<string, string> }> = {
  ...Object.fromEntries(
    forbidden
      .filter(({ name }) => name.startsWith("order-"))
      .map(({ name }) => [
        name,
        { from: `lib/${name.slice("order-".length)}/too-early.ts`, imports: "@/lib/cli" },
      ]),
  ),
  ...Object.fromEntries(
    forbidden
      .filter(({ name }) => name.startsWith("room-"))
      .map(({ name }) => [
        name,
        { from: `lib/extraction/${name.slice("room-".length)}/too-early.ts`, imports: "@/lib/extraction" },
      ]),
  ),
  "doors-between-rooms": { from: "lib/extraction/drafts/draft.ts", imports: "../text/inner" },
  "languages-are-handed-down": { from: "lib/extraction/frames/frame.ts", imports: "../languages/de" },
  "languages-know-no-other": { from: "lib/extraction/languages/es/spanish.ts", imports: "../de" },
  "domain-in-list": { from: "lib/text/model.ts", imports: "@/lib/miscellany" },
  "no-cycles": { from: "lib/http/a.ts", imports: "./b", also: { "lib/http/b.ts": 'import "./a";\n' } },
  "doors-between-domains": { from: "lib/statements/model.ts", imports: "@/lib/text/inner" },
  "doors-from-outside": { from: "app/page.tsx", imports: "@/lib/text/inner" },
  "lib-knows-no-screens": { from: "lib/claims/model.ts", imports: "@/components/quotation" },
  "components-are-pure": { from: "components/speaker.tsx", imports: "@/lib/auth/server" },
  "framework-in-screens": { from: "lib/sources/model.ts", imports: "react" },
  "prisma-behind-db": { from: "lib/sources/queries.ts", imports: "better-sqlite3" },
  "seed-for-cli-and-tests": { from: "lib/sources/mutations.ts", imports: "@/prisma/seed" },
  "production-knows-no-tests": { from: "lib/sources/schema.ts", imports: "./model.test" },
  "names-that-say-nothing": { from: "components/source.tsx", imports: "./utils" },
  "no-unresolvable": { from: "components/story.tsx", imports: "./nowhere" },
  "no-undeclared-packages": { from: "components/review.tsx", imports: "zod" },
};

const BLAMELESS: Record<string, string> = {
  "lib/errors/index.ts": "",
  "lib/text/index.ts": "",
  "lib/text/inner.ts": "",
  "lib/text/index.test.ts": 'import "@/lib/sources/mutations";\n',
  "lib/miscellany/index.ts": "",
  "lib/extraction/index.ts": "",
  "lib/extraction/model.ts": "",
  "lib/extraction/extract.ts": 'import "./drafts";\n',
  "lib/extraction/text/index.ts": 'import "./inner";\nimport "../model";\n',
  "lib/extraction/text/inner.ts": "",
  "lib/extraction/drafts/index.ts": 'import "../text";\n',
  "lib/extraction/languages/index.ts": 'import "./de";\n',
  "lib/extraction/languages/de/index.ts": "",
  "lib/auth/index.ts": "",
  "lib/auth/server.ts": 'import "react";\nimport "./index";\nimport "@/lib/text";\n',
  "lib/sources/model.test.ts": "",
  "components/quotation.tsx": 'import "@/lib/text";\n',
  "components/utils.ts": "",
  "prisma/seed.ts": 'import "@/lib/auth/server";\n',
  "lib/cli/index.ts": "",
  "lib/cli/main.ts": 'import "@/prisma/seed";\nimport "@/lib/sources/server";\n',
  "lib/sources/server.ts": "",
};

let folder: string;
let found: { rule: string; from: string }[];

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "verbatim-architecture-"));
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  for (const [file, text] of Object.entries(BLAMELESS)) write(file, text);
  for (const { from, imports, also = {} } of Object.values(BREACHES)) {
    write(from, `import "${imports}";\n`);
    for (const [file, text] of Object.entries(also)) write(file, text);
  }
  const dependencies = { react: "*", "better-sqlite3": "*" };
  write("package.json", JSON.stringify({ name: "breaches", type: "module", dependencies }));
  for (const file of [configuration, "tsconfig.json"]) {
    copyFileSync(path.join(root, file), path.join(folder, file));
  }
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  found = cruise(folder, ["app", "components", "lib", "prisma"]);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function cruise(cwd: string, places: readonly string[]) {
  const command = path.join(root, "node_modules/.bin/depcruise");
  const args = ["--config", configuration, "--output-type", "json", ...places];
  const { stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 2 ** 27 });
  if (stdout === "") throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return summary.violations.map(({ from, rule }) => ({ rule: rule.name, from }));
}

describe("the architecture", () => {
  it.each(Object.entries(BREACHES))("%s bites", (rule, { from }) => {
    expect(found).toContainEqual({ rule, from });
  });

  it("has no rule that nothing proves", () => {
    const rest = forbidden.map(({ name }) => name).filter((name) => !(name in BREACHES));
    expect(rest).toEqual([]);
  });

  it("lets pass what breaks no rule", () => {
    const innocent = new Set(Object.keys(BLAMELESS));
    expect(found.filter(({ from }) => innocent.has(from))).toEqual([]);
  });

  it("knows every folder in lib", () => {
    const ofDomains = forbidden.find(({ name }) => name === "domain-in-list") as unknown as {
      to: { pathNot: string };
    };
    const known = new RegExp(ofDomains.to.pathNot);
    const folders = readdirSync(path.join(root, "lib"));
    expect(folders.filter((name) => !known.test(`lib/${name}/`))).toEqual([]);
  });
});
