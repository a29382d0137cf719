import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import { KeptStatements, keepStatements } from "./kept-statements";

const open = () => {
  const file = new BetterSqlite3(":memory:");
  file.exec("CREATE TABLE t (id INTEGER, word TEXT); INSERT INTO t VALUES (1, 'a'), (2, 'b')");
  const prepared: string[] = [];
  const kept = new KeptStatements((sql) => {
    prepared.push(sql);
    return file.prepare(sql);
  });
  const ask = (sql: string, ...values: unknown[]) => kept.prepare(sql).bind(values).raw().all();
  return { file, prepared, kept, ask };
};

it("a statement is prepared once and asked with other values", () => {
  const { prepared, ask } = open();
  const sql = "SELECT word FROM t WHERE id = ?";
  expect([ask(sql, 1), ask(sql, 2), ask(sql, 3)]).toEqual([[["a"]], [["b"]], []]);
  expect(prepared).toEqual([sql]);
});

it("an answer that is looked at later is that of its own values", () => {
  const { kept } = open();
  const sql = "SELECT word FROM t WHERE id = ?";
  const [one, two] = [kept.prepare(sql).bind([1]), kept.prepare(sql).bind([2])];
  expect([one.raw().all(), two.raw().all()]).toEqual([[["a"]], [["b"]]]);
});

it("a statement follows a schema that was changed, and what is wrong fails each time", () => {
  const { file, kept, ask } = open();
  const sql = "SELECT * FROM t WHERE id = ?";
  expect(ask(sql, 1)).toEqual([[1, "a"]]);
  file.exec("ALTER TABLE t ADD COLUMN more TEXT DEFAULT 'c'");
  expect(ask(sql, 1)).toEqual([[1, "a", "c"]]);
  expect(kept.prepare(sql).bind([1]).columns()).toHaveLength(3);
  for (let n = 0; n < 2; n++) expect(() => ask("SELECT missing FROM t")).toThrow("no such column");
});

it("the columns that a statement names are told once", () => {
  const { kept } = open();
  const told = (sql: string) => kept.prepare(sql).bind([]).columns();
  expect(told("SELECT id, word AS w FROM t").map(({ name, type }) => [name, type])).toEqual([
    ["id", "INTEGER"],
    ["w", "TEXT"],
  ]);
  expect(told("SELECT id, word AS w FROM t")).toBe(told("SELECT id, word AS w FROM t"));
});

it("only those that were asked last are kept", () => {
  const { prepared, ask } = open();
  for (let n = 0; n < 500; n++) ask(`SELECT ${n}`);
  ask("SELECT 499");
  ask("SELECT 0");
  expect(prepared.filter((sql) => sql === "SELECT 499")).toHaveLength(1);
  expect(prepared.filter((sql) => sql === "SELECT 0")).toHaveLength(2);
});

it("a driver without a connection is told, not passed over", () => {
  expect(() => keepStatements({})).toThrow("no connection");
});
