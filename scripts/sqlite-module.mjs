// Since 24.19 Node's headers have every object of a module like better-sqlite3 note itself with its environment, and take
// the note back when it is collected. That happens between two calls too, where there is no environment: the program
// aborts, at any moment and without a word. The code stands in a header, so what was compiled against earlier ones does well.
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { finish } from "./processes.mjs";
import { PlainFailure, root } from "./project.mjs";

const MODULE = path.join(root, "node_modules/better-sqlite3/build/Release/better_sqlite3.node");
const HEADER = "include/node/node_object_wrap.h";

/** Whether a compiled module takes notes back. */
export function isFragile(compiled) {
  return compiled.includes("RemoveEnvironmentCleanupHook");
}

/** The header without its notes: the objects are let go by the module itself, as before. */
export function withoutNotes(header) {
  return header.replace(/^[ \t]*(?:Add|Remove)CleanupHook\(\);\r?\n/gm, "");
}

/** Compiles the module anew, against headers without notes, when it aborts the program. @throws {PlainFailure} */
export async function ensureSqliteModule() {
  if (!isThereAndFragile()) return;
  const home = headersOf(process.execPath, process.env);
  if (home === undefined) throw new PlainFailure(ADVICE);
  console.error(`Compiling better-sqlite3 anew: against the headers of Node ${process.version} it aborts …`);
  const own = path.join(root, ".cache/node-headers");
  rmSync(own, { recursive: true, force: true });
  cpSync(path.join(home, "include/node"), path.join(own, "include/node"), { recursive: true });
  const header = path.join(own, HEADER);
  writeFileSync(header, withoutNotes(readFileSync(header, "utf8")));
  const env = { ...process.env, npm_config_build_from_source: "true", npm_config_nodedir: own };
  const code = await finish("npm", ["rebuild", "better-sqlite3", "--loglevel=error"], { env });
  if (code !== 0 || isThereAndFragile()) throw new PlainFailure(ADVICE);
}

/** Where this Node's own headers are: npm may name those of another, which a module compiled against never loads. */
export function headersOf(execPath, { npm_config_nodedir: asked, HOME = os.homedir() }) {
  const homes = [
    ...(asked ? [asked] : []),
    path.resolve(execPath, "../.."),
    path.join(HOME, ".cache/node-gyp", process.versions.node),
    path.join(HOME, "Library/Caches/node-gyp", process.versions.node),
  ];
  return homes.find((home) => existsSync(path.join(home, HEADER)) && isOfThisNode(home));
}

function isOfThisNode(home) {
  const file = path.join(home, "include/node/node_version.h");
  if (!existsSync(file)) return false;
  const said = /#define NODE_MODULE_VERSION (\d+)/.exec(readFileSync(file, "utf8"));
  return said?.[1] === process.versions.modules;
}

function isThereAndFragile() {
  return existsSync(MODULE) && isFragile(readFileSync(MODULE));
}

const ADVICE = `better-sqlite3 was compiled against the headers of Node ${process.version}, with which it aborts the program at any moment, and could not be compiled against mended ones. Use Node 22, or name the folder of Node's headers in npm_config_nodedir and start again; compiling takes python3, make and g++.`;
