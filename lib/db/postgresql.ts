import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import pg from "pg";

/** The connection to PostgreSQL for Prisma. */
export function postgresqlAdapter(url: string): SqlMigrationAwareDriverAdapterFactory {
  return new PrismaPg({ connectionString: url });
}

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
        queryRaw: async (query) => withCharacters(await connection.queryRaw(query)),
        executeRaw: (query) => connection.executeRaw(query),
        executeScript: (script) => connection.executeScript(script),
        startTransaction: (isolationLevel) => connection.startTransaction(isolationLevel),
        getConnectionInfo: () => connection.getConnectionInfo(),
        dispose: () => connection.dispose(),
      };
    },
    connectToShadowDb: () => upstream.connectToShadowDb(),
  };
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
