import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { headersOf, isFragile, withoutNotes } from "./sqlite-module.mjs";

// as Node 24.19 and later have it
const HEADER = `class ObjectWrap {
 public:
  ObjectWrap() {
    refs_ = 0;
    AddCleanupHook();
  }
  virtual ~ObjectWrap() {
    RemoveCleanupHook();
    if (persistent().IsEmpty())
      return;
  }
  void AddCleanupHook() {
    AddEnvironmentCleanupHook(v8::Isolate::GetCurrent(), CleanupHook, this);
  }
  void RemoveCleanupHook() {
    RemoveEnvironmentCleanupHook(v8::Isolate::GetCurrent(), CleanupHook, this);
  }
};
`;

const versionOf = (modules: string) =>
  `#define NODE_MODULE_VERSION NODE_EMBEDDER_MODULE_VERSION\n#else\n#define NODE_MODULE_VERSION ${modules}\n`;

it("a module that was compiled against Node's newer headers is known, and the headers are mended", () => {
  expect(isFragile(Buffer.from("\0_ZN4node28RemoveEnvironmentCleanupHookEPN2v87Isolate\0"))).toBe(true);
  expect(isFragile(Buffer.from("\0_ZN4node25AddEnvironmentCleanupHookEPN2v87Isolate\0"))).toBe(false);
  const mended = withoutNotes(HEADER);
  expect(mended).not.toMatch(/^\s*(Add|Remove)CleanupHook\(\);/m);
  // what nobody calls may stand
  expect(mended).toContain("void RemoveCleanupHook() {\n    RemoveEnvironmentCleanupHook(");
  expect(withoutNotes(mended)).toBe(mended);
});

it("headers are looked for where the module was compiled against them", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "verbatim-headers-"));
  try {
    const home = path.join(folder, "node");
    const where = () => headersOf(path.join(home, "bin/node"), { HOME: folder });
    expect(where()).toBeUndefined();
    const fetched = path.join(folder, ".cache/node-gyp", process.versions.node);
    for (const one of [fetched, home]) {
      mkdirSync(path.join(one, "include/node"), { recursive: true });
      writeFileSync(path.join(one, "include/node/node_object_wrap.h"), HEADER);
      writeFileSync(path.join(one, "include/node/node_version.h"), versionOf(process.versions.modules));
      expect(where()).toBe(one);
    }
    // what npm is told of may be another Node's
    const asked = path.join(folder, "asked");
    mkdirSync(path.join(asked, "include/node"), { recursive: true });
    writeFileSync(path.join(asked, "include/node/node_object_wrap.h"), HEADER);
    const withAsked = () =>
      headersOf(path.join(home, "bin/node"), { HOME: folder, npm_config_nodedir: asked });
    expect(withAsked()).toBe(home);
    writeFileSync(path.join(asked, "include/node/node_version.h"), versionOf("1"));
    expect(withAsked()).toBe(home);
    writeFileSync(path.join(asked, "include/node/node_version.h"), versionOf(process.versions.modules));
    expect(withAsked()).toBe(asked);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
