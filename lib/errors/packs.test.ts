import { expect, it, vi } from "vitest";
import { Conflict, DomainError, Forbidden, NotFound, Refused, Unavailable } from "./index";

const here = { Conflict, DomainError, Forbidden, NotFound, Refused, Unavailable };

const MADE = [
  ["NotFound", (of: typeof here) => new of.NotFound("This")],
  ["Conflict", (of: typeof here) => new of.Conflict()],
  ["Forbidden", (of: typeof here) => new of.Forbidden("x")],
  ["Unavailable", (of: typeof here) => new of.Unavailable()],
  ["Refused", (of: typeof here) => new of.Refused([{ rule: "x", message: "No." }])],
] as const;
const NAMES = MADE.map(([name]) => name);

// each pack of the built site has a copy of its own
it.each(MADE)("a %s of another pack is one here, and nothing else", async (name, make) => {
  vi.resetModules();
  const there = await import("./index");
  expect(there.NotFound).not.toBe(here.NotFound);
  const thrown = make(there);
  expect(thrown).toBeInstanceOf(here.DomainError);
  for (const other of NAMES) expect([other, thrown instanceof here[other]]).toEqual([other, other === name]);
  expect(make(here)).toBeInstanceOf(there[name]);
});

it.each([[new Error("a bug")], [null], ["refused"], [{ kind: "refused" }], [Object.create(null)]])(
  "%s is no failure of the domain",
  (thrown) => {
    for (const name of ["DomainError", ...NAMES] as const) expect(thrown instanceof here[name]).toBe(false);
  },
);
