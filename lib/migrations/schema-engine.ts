import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { Engine } from "@/lib/db";

type Bindings = typeof import("@prisma/schema-engine-wasm/schema_engine_bg") & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

/** Tables that the schema cannot describe, such as those of SQLite's full text index. */
const EXTERNAL_TABLES: readonly string[] = [];

export const SCHEMA_FILTER = { externalTables: [...EXTERNAL_TABLES], externalEnums: [] };

// the engine has one memory in a process, however often this module is evaluated: two at once trample on each other
const kept = globalThis as typeof globalThis & {
  verbatimSchemaEngine?: { readonly bindings: Promise<Bindings>; last: Promise<unknown> };
};

/**
 * Runs `work` with Prisma's schema engine as WebAssembly: the native one is a download, and a newsroom's server may
 * reach nothing but a package registry.
 */
export async function withSchemaEngine<T>(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  work: (schemaEngine: SchemaEngine) => Promise<T>,
): Promise<T> {
  kept.verbatimSchemaEngine ??= { bindings: loadBindings(), last: Promise.resolve() };
  const { bindings, last } = kept.verbatimSchemaEngine;
  const mine = last.then(() => runAlone(bindings, adapter, work));
  kept.verbatimSchemaEngine.last = mine.catch(() => {});
  return mine;
}

async function runAlone<T>(
  bindings: Promise<Bindings>,
  adapter: SqlMigrationAwareDriverAdapterFactory,
  work: (schemaEngine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const connections: SqlDriverAdapter[] = [];
  let scriptError: unknown;
  const remember = (connection: SqlDriverAdapter) => {
    connections.push(connection);
    const run = connection.executeScript.bind(connection);
    connection.executeScript = (script) =>
      run(script).catch((error: unknown) => {
        scriptError = error;
        throw error;
      });
    return connection;
  };
  try {
    const { SchemaEngine } = await bindings;
    const { bindMigrationAwareSqlAdapterFactory } = await import("@prisma/driver-adapter-utils");
    const remembered = { ...adapter, connect: async () => remember(await adapter.connect()) };
    const engine = adapter.provider === "sqlite" ? "sqlite" : "postgresql";
    const datamodels: [string, string][] = [["schema.prisma", datasourceFor(engine)]];
    const schemaEngine = await SchemaEngine.new(
      { datamodels },
      ignoreLog,
      bindMigrationAwareSqlAdapterFactory(remembered),
    );
    try {
      return await work(schemaEngine);
    } finally {
      schemaEngine.free();
    }
  } catch (error) {
    // an error comes back from WebAssembly as a number and a trace; what the database said is what a person needs
    throw scriptError ?? error;
  } finally {
    // the engine leaves its connections open, and on SQLite they lock everyone else out
    for (const connection of connections) await connection.dispose();
  }
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
