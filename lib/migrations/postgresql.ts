import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import pg from "pg";

/**
 * The connection for the schema engine, which reads PostgreSQL's catalogue. The catalogue uses the internal one-byte
 * `"char"`, which the adapter refuses and the engine wants as a character.
 */
export function postgresqlMigrationAdapter(url: string): SqlMigrationAwareDriverAdapterFactory {
  const upstream = new PrismaPg(new CataloguePool({ connectionString: url }), { disposeExternalPool: true });
  return {
    provider: upstream.provider,
    adapterName: upstream.adapterName,
    async connect() {
      const connection = await upstream.connect();
      return {
        provider: connection.provider,
        adapterName: connection.adapterName,
        queryRaw: async (query) =>
          isSessionLock(query.sql) ? NOTHING : withCharacters(await connection.queryRaw(query)),
        executeRaw: async (query) => (isSessionLock(query.sql) ? 0 : connection.executeRaw(query)),
        executeScript: async (script) =>
          isSessionLock(script) ? undefined : runScript(connection.underlyingDriver(), script),
        startTransaction: (isolationLevel) => connection.startTransaction(isolationLevel),
        getConnectionInfo: () => connection.getConnectionInfo(),
        dispose: () => connection.dispose(),
      };
    },
    connectToShadowDb: () => upstream.connectToShadowDb(),
  };
}

/**
 * The engine would lock for its session, and behind PgBouncer the lock stays on a connection that the next client is
 * given, so that every later migration waits for ever. `migrate` holds a lock of its own.
 */
function isSessionLock(statement: string): boolean {
  return /^\s*SELECT pg_advisory_lock\(/i.test(statement);
}

const NOTHING: SqlResultSet = { columnNames: [], columnTypes: [], rows: [] };

/** A migration wholly or not at all. The adapter would cut it at every semicolon, in a text as well. */
async function runScript(pool: pg.Pool, script: string) {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query(script);
    await client.query("COMMIT");
  } catch (error) {
    // a server that is gone undoes it by itself
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

const CATALOGUE_CHAR = 18;

// of a column only its name and a known type pass through the adapter, so the name carries the mark
const MARK = "\u0001";

const ownQuery: (this: pg.Pool, query: pg.QueryConfig, values: unknown[]) => Promise<pg.QueryResult> =
  pg.Pool.prototype.query;

class CataloguePool extends pg.Pool {
  // the adapter calls no other of the overloads
  override query = (async (query: pg.QueryConfig, values: unknown[]) => {
    const result = await ownQuery.call(this, query, values);
    for (const field of result.fields ?? []) {
      if (field.dataTypeID !== CATALOGUE_CHAR) continue;
      field.dataTypeID = pg.types.builtins.BPCHAR;
      field.name = MARK + field.name;
    }
    return result;
  }) as pg.Pool["query"];
}

function withCharacters({ columnNames, columnTypes, rows }: SqlResultSet): SqlResultSet {
  return {
    columnNames: columnNames.map((name) => name.replace(MARK, "")),
    columnTypes: columnTypes.map((type, index) =>
      columnNames[index]?.startsWith(MARK) ? ColumnTypeEnum.Character : type,
    ),
    rows,
  };
}
