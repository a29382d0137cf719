import { describe, expect, test } from "vitest";
import { parseDated } from "@/lib/text";
import { type HeldRole, roleByRecord } from "./roles";

const role = (title: string, from: string, to: string, body = ""): HeldRole => {
  const [heldFrom, heldTo] = [parseDated(from), parseDated(to)];
  return {
    ...{ role: title, body },
    ...{ heldFrom: heldFrom?.on ?? null, heldFromPrecision: heldFrom?.precision ?? null },
    ...{ heldTo: heldTo?.on ?? null, heldToPrecision: heldTo?.precision ?? null },
  };
};
const MAYOR = role("Mayor", "2017", "2023-04-30", "City of Osthaven");
const DEPUTY = role("Deputy mayor", "2023-05", "", "City of Osthaven");

function found(roleThen: string, saidOn: string, roles: readonly HeldRole[]) {
  const dated = parseDated(saidOn);
  const { held, conflict } = roleByRecord(
    { roleThen, saidOn: dated?.on ?? null, saidOnPrecision: dated?.precision ?? null },
    roles,
  );
  return [held.map((one) => one.role).join(), conflict ? `${conflict.why}: ${conflict.role.role}` : ""];
}

describe("the role that is printed, and the one that the record has of the day", () => {
  test.each<[string, string, readonly HeldRole[], [string, string]]>([
    ["mayor", "2020-06-01", [MAYOR, DEPUTY], ["Mayor", ""]],
    ["Osthaven’s mayor", "2020-06-01", [MAYOR, DEPUTY], ["Mayor", ""]],
    ["mayor", "2024-06-01", [MAYOR, DEPUTY], ["Deputy mayor", "another_time: Mayor"]],
    ["deputy mayor", "2020-06-01", [MAYOR, DEPUTY], ["Mayor", "another_time: Deputy mayor"]],
    ["vice-mayor", "2020-06-01", [MAYOR], ["Mayor", "another_rank: Mayor"]],
    ["former mayor", "2024-06-01", [MAYOR, DEPUTY], ["Deputy mayor", ""]],
    ["ex-mayor", "2020-06-01", [MAYOR], ["Mayor", "another_time: Mayor"]],
    // he may have been it before
    ["former mayor", "2020-06-01", [MAYOR, role("Mayor", "2001", "2005")], ["Mayor", ""]],
    // other words are no conflict: an office has many names
    ["head of the city", "2020-06-01", [MAYOR], ["Mayor", ""]],
    ["", "2020-06-01", [MAYOR], ["Mayor", ""]],
    ["mayor", "", [MAYOR], ["", ""]],
    ["mayor", "2024-06-01", [], ["", ""]],
    // from when to when is not known
    ["mayor", "2024-06-01", [role("Mayor", "", "")], ["", ""]],
    ["mayor", "2024-06-01", [role("Mayor", "", "2023")], ["", "another_time: Mayor"]],
    ["mayor", "2024-06-01", [role("Mayor", "2025", "")], ["", "another_time: Mayor"]],
    // a date that is no day may mean either
    ["mayor", "2023", [MAYOR, DEPUTY], ["", ""]],
    ["deputy mayor", "2023-05", [MAYOR, DEPUTY], ["", ""]],
    ["mayor", "2017-03-01", [MAYOR], ["", ""]],
    // the day on which it began and the day on which it ended count
    ["mayor", "2023-04-30", [MAYOR], ["Mayor", ""]],
    ["deputy mayor", "2023-05-01", [role("Deputy mayor", "2023-05-01", "")], ["Deputy mayor", ""]],
    // one who came back
    ["mayor", "2024-06-01", [MAYOR, role("Mayor", "2024-01-01", "")], ["Mayor", ""]],
    ["acting mayor", "2020-06-01", [MAYOR, role("Acting mayor", "2020", "2020")], ["Mayor", ""]],
    // less than a title may be said of it, and names no other one
    ["minister", "2024-06-01", [role("Foreign minister", "2024", "")], ["", ""]],
    ["minister", "2024-06-01", [role("Foreign minister", "2010", "2012")], ["", ""]],
    // another script is compared as well
    ["Бургомистр", "2024-06-01", [role("бургомистр", "2017", "2020")], ["", "another_time: бургомистр"]],
  ])("%s on %s", (printed, day, roles, expected) => {
    expect(found(printed, day, roles)).toEqual(expected);
  });
});
