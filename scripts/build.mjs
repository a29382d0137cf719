// What is built from the sources, each only when its inputs changed: the command line program and the site.
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { actionKey } from "./data-folder.mjs";
import { ensureFaces } from "./faces.mjs";
import { packStatic } from "./front/packed.mjs";
import { finish, nextCommand } from "./processes.mjs";
import { cache, PlainFailure, root } from "./project.mjs";
import { hashOf, hashOfFiles, isStamped, stamp, unstamp } from "./stamps.mjs";

const CONFIGURATION = ["package-lock.json", "tsconfig.json", "prisma/schema.prisma"];
const programFolder = path.join(cache, "program");
const siteFolder = path.join(root, ".next");

/**
 * Bundles the command line program, which also holds what happens before the site is served and the thread in which it
 * reads texts, so that none waits for TypeScript to be translated. Returns the file to import.
 */
export async function ensureProgram() {
  const entry = path.join(programFolder, "main.mjs");
  const stampFile = path.join(programFolder, "stamp");
  const inputs = hashOfFiles(root, [...CONFIGURATION, "scripts/build.mjs", "lib", "prisma"], isSource);
  if (isStamped(stampFile, inputs) && existsSync(entry)) return entry;
  unstamp(stampFile);
  rmSync(programFolder, { recursive: true, force: true });
  const esbuild = await import("esbuild");
  const result = await esbuild
    .build({
      absWorkingDir: root,
      entryPoints: {
        main: "lib/cli/main.ts",
        "start-up": "lib/cli/start-up.ts",
        "reading-thread": "lib/imports/thread.ts",
        "comparing-thread": "lib/editions/thread.ts",
        "article-thread": "lib/articles/thread.ts",
        "checking-thread": "lib/checks/thread.ts",
        "citing-thread": "lib/citations/thread.ts",
        "picture-thread": "lib/pictures/thread.ts",
        "document-thread": "lib/documents/thread.ts",
        "bibliography-thread": "lib/bibliographies/thread.ts",
        "table-thread": "lib/tables/thread.ts",
        "long-reads-thread": "lib/db/thread.ts",
      },
      outdir: programFolder,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      target: "node20",
      packages: "external",
      sourcemap: true,
      logLevel: "silent",
    })
    .catch((error) => {
      throw new PlainFailure(`The program could not be built:\n${error.message}`);
    });
  for (const { text } of result.warnings) console.warn(text);
  stamp(stampFile, inputs);
  return entry;
}

/** Builds the site unless it was built from these very sources; whether there was work. */
export async function ensureSite() {
  await ensureFaces();
  const stampFile = path.join(siteFolder, "verbatim-stamp");
  const inputs = hashOf([siteInputs(), process.versions.node]);
  if (isStamped(stampFile, inputs) && existsSync(path.join(siteFolder, "BUILD_ID"))) return false;
  unstamp(stampFile);
  console.error("Building the site …");
  const code = await finish(process.execPath, [nextCommand, "build"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || actionKey(),
    },
  });
  if (code !== 0) throw new PlainFailure("The site could not be built: the message stands above.");
  packStatic(path.join(siteFolder, "static"));
  // taken again: who saved a file meanwhile gets a second build at the next start, not a stale one
  if (hashOf([siteInputs(), process.versions.node]) === inputs) stamp(stampFile, inputs);
  return true;
}

function siteInputs() {
  const places = [
    "app",
    "scripts/faces.mjs",
    "scripts/front/packed.mjs",
    "components",
    "lib",
    "prisma",
    "public",
    "next.config.js",
    "proxy.ts",
    "instrumentation.ts",
  ];
  return hashOfFiles(root, [...CONFIGURATION, ...places], isSource);
}

function isSource(file) {
  return !file.startsWith("prisma/generated/") && !file.endsWith(".md") && !/\.test\.tsx?$/.test(file);
}
