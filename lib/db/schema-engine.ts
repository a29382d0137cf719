import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { Engine } from "./model";

type Bindings = typeof import("@prisma/schema-engine-wasm/schema_engine_bg") & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

/** Tables that the schema cannot describe, such as those of SQLite's full text index. */
const EXTERNAL_TABLES: readonly string[] = [];

export const SCHEMA_FILTER = { externalTables: [...EXTERNAL_TABLES], externalEnums: [] };

let bindings: Promise<Bindings> | undefined;

/**
 * Prisma's schema engine as WebAssembly: the native one is a download, and a newsroom's server may reach nothing but a
 * package registry.
 */
export async function openSchemaEngine(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  schema?: string,
): Promise<SchemaEngine> {
  bindings ??= loadBindings();
  const { SchemaEngine } = await bindings;
  const { bindMigrationAwareSqlAdapterFactory } = await import("@prisma/driver-adapter-utils");
  const content = schema ?? datasourceFor(adapter.provider === "sqlite" ? "sqlite" : "postgresql");
  const datamodels: [string, string][] = [["schema.prisma", content]];
  return SchemaEngine.new({ datamodels }, ignoreLog, bindMigrationAwareSqlAdapterFactory(adapter));
}

/** The schema as `scripts/generate.mjs` wrote it for one engine; the file that people edit names only one. */
export async function schemaFor(engine: Engine): Promise<string> {
  return readFile(path.join(process.cwd(), "prisma/generated", `${engine}.prisma`), "utf8");
}

/** A schema that names the engine and describes nothing. */
export function datasourceFor(engine: Engine): string {
  return `datasource db {\n  provider = "${engine}"\n}\n`;
}

async function loadBindings(): Promise<Bindings> {
  const loaded = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as Bindings;
  // the package's own entry imports the .wasm as a module, which Node does only behind a flag
  const folder = path.dirname(
    createRequire(path.join(process.cwd(), "package.json")).resolve("@prisma/schema-engine-wasm"),
  );
  const { instance } = await WebAssembly.instantiate(
    await readFile(path.join(folder, "schema_engine_bg.wasm")),
    {
      "./schema_engine_bg.js": loaded as unknown as WebAssembly.ModuleImports,
    },
  );
  loaded.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return loaded;
}

function ignoreLog() {}
