// Generates the Prisma clients: Prisma fixes the engine in the generated code, so the one schema is generated twice
// with its provider line replaced. See docs/decisions/001-two-engines.md.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./project.mjs";
import { hashOf, isStamped, stamp, unstamp } from "./stamps.mjs";

const generated = path.join(root, "prisma/generated");
const engines = ["sqlite", "postgresql"];

/** The schema for one engine: the same models, another provider and output folder. */
export function schemaFor(engine, schema) {
  return schema
    .replace(/(datasource\s+\w+\s*\{[^}]*?provider\s*=\s*)"[^"]*"/, `$1"${engine}"`)
    .replace(/(generator\s+\w+\s*\{[^}]*?output\s*=\s*)"[^"]*"/, `$1"./${engine}"`);
}

/** Generates both clients unless they already belong to this schema and this version of Prisma. */
export async function ensureGenerated() {
  const schema = readFileSync(path.join(root, "prisma/schema.prisma"), "utf8");
  const prisma = readFileSync(path.join(root, "node_modules/prisma/package.json"), "utf8");
  const own = readFileSync(new URL(import.meta.url), "utf8");
  const inputs = hashOf([schema, JSON.parse(prisma).version, own]);
  const stampFile = path.join(generated, "stamp");
  if (isStamped(stampFile, inputs)) return false;
  unstamp(stampFile);
  mkdirSync(generated, { recursive: true });
  await Promise.all(engines.map((engine) => generate(engine, schema)));
  stamp(stampFile, inputs);
  return true;
}

function generate(engine, schema) {
  const file = path.join(generated, `${engine}.prisma`);
  writeFileSync(file, schemaFor(engine, schema));
  const args = [
    "node_modules/prisma/build/index.js",
    "generate",
    "--schema",
    file,
    "--config",
    "prisma/prisma.config.ts",
  ];
  // any existing file keeps the command from fetching the native engine, which generating never runs
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The ${engine} client could not be generated:\n${output}`));
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await ensureGenerated();
