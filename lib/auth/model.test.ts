import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  type Action,
  type Actor,
  assertCan,
  can,
  PATH_HEADER,
  PERMISSIONS,
  ROLES,
  SYSTEM,
  VISITOR,
} from "./index";

// product.md section 6, written out a second time: a right is only given or taken by changing both places.
// columns:                    reader reporter reviewer editor admin
const EXPECTED: Readonly<Record<Action, string>> = {
  "statement:read_unpublished": "-  x  x  x  -",
  "statement:capture": "         -  x  x  x  -",
  "statement:edit": "            -  x  x  x  -",
  "source:import": "             -  x  x  x  -",
  "source:edit": "               -  x  x  x  -",
  "speaker:edit": "              -  x  x  x  -",
  "story:edit": "                -  x  x  x  -",
  "search:share": "              -  x  x  x  -",
  "claim:edit": "                -  -  x  x  -",
  "position:take": "             -  -  x  x  -",
  "relation:suggest": "          -  x  x  x  -",
  "relation:decide": "           -  -  x  x  -",
  "sourcing:assess": "           -  -  x  x  -",
  "verdict:give": "              -  -  x  x  -",
  "review:take": "               -  -  x  x  -",
  "review:check": "              -  -  x  x  -",
  "review:comment": "            -  x  x  x  -",
  "review:submit": "             -  -  x  x  -",
  "review:assign": "             -  -  -  x  -",
  "review:return": "             -  -  -  x  -",
  "review:approve": "            -  -  -  x  -",
  "review:decline": "            -  -  -  x  -",
  "statement:publish": "         -  -  -  x  -",
  "statement:correct": "         -  -  -  x  -",
  "statement:retract": "         -  -  -  x  -",
  "published:change": "          -  -  -  x  -",
  "user:manage": "               -  -  -  -  x",
  "setting:change": "            -  -  -  -  x",
  "check:work": "                -  x  x  x  -",
  "check:waive": "               -  -  -  x  -",
  "audit:read": "                -  -  -  x  x",
};

const ACTIONS = Object.keys(PERMISSIONS) as Action[];

describe("every action × role", () => {
  test("the table here names every action", () => {
    expect(Object.keys(EXPECTED).sort()).toEqual([...ACTIONS].sort());
  });

  test.each(
    ACTIONS.flatMap((action) => {
      const marks = EXPECTED[action]?.trim().split(/\s+/) ?? [];
      return ROLES.map((role, column) => ({ action, role, isAllowed: marks[column] === "x" }));
    }),
  )("$role, $action: $isAllowed", ({ action, role, isAllowed }) => {
    const actor: Actor = { id: "somebody", name: "Somebody", role };
    expect(can(actor, action)).toBe(isAllowed);
    const attempt = () => assertCan(actor, action);
    if (isAllowed) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(expect.objectContaining({ kind: "forbidden", action }));
  });

  test.each(ACTIONS)("a visitor may not, the program itself may: %s", (action) => {
    expect(can(VISITOR, action)).toBe(false);
    expect(can(SYSTEM, action)).toBe(true);
  });
});

test("who is no user has no id, a role that no user has, and a name that the history can show", () => {
  for (const actor of [VISITOR, SYSTEM]) {
    expect(actor.id).toBeNull();
    expect(ROLES).not.toContain(actor.role);
  }
  // the history says "Verbatim" of what the program did itself
  expect([VISITOR.name, VISITOR.role, SYSTEM.name]).toEqual(["Visitor", "visitor", "Verbatim"]);
});

test("the path of a page travels in a header of our own", () => {
  expect(PATH_HEADER).toMatch(/^x-verbatim-[a-z]+$/);
  expect(new Headers({ [PATH_HEADER]: "/review" }).get(PATH_HEADER)).toBe("/review");
});

test("docs/permissions.md names every action and its roles", () => {
  const lines = readFileSync("docs/permissions.md", "utf8").split("\n");
  const documented = lines.flatMap((line) => {
    const [, action, words, ...marks] = line.split("|").map((cell) => cell.trim());
    if (!action?.startsWith("`")) return [];
    expect(words, action).toMatch(/\w/);
    return [[action.slice(1, -1), ROLES.filter((_, column) => marks[column] === "yes")]];
  });
  expect(Object.fromEntries(documented)).toEqual(PERMISSIONS);
  // a row twice would hide one of the two
  expect(documented).toHaveLength(ACTIONS.length);
});
