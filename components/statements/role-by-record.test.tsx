import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { roleByRecord } from "@/lib/speakers";
import { parseDated } from "@/lib/text";
import { RoleConflict } from "./role-by-record";

const held = (role: string, from: string, to: string) => {
  const [begun, ended] = [parseDated(from), parseDated(to)];
  return {
    ...{ role, body: "City of Osthaven", heldFrom: begun?.on ?? null, heldTo: ended?.on ?? null },
    ...{ heldFromPrecision: begun?.precision ?? null, heldToPrecision: ended?.precision ?? null },
  };
};
const ROLES = [held("mayor", "2017", "2022"), held("deputy mayor", "2023", "")];

function told(roleThen: string, day: string, roles = ROLES) {
  const said = { roleThen, saidOn: new Date(`${day}T00:00:00Z`), saidOnPrecision: "day" };
  return renderToStaticMarkup(
    <RoleConflict {...said} byRecord={roleByRecord(said, roles)} speaker={{ slug: "agda-holm" }} />,
  ).replaceAll(/<[^>]+>/gu, "");
}

it("says what is printed and what the record has of the day, and that either may be wrong", () => {
  expect(told("mayor", "2024-05-11")).toContain(
    "Printed: mayor · on that day, by our record: deputy mayor, City of Osthaven (since 2023). That of mayor, City of Osthaven (2017 to 2022) is of another time. Either may be wrong. See the roles",
  );
  expect(told("vice mayor", "2020-05-11")).toContain(
    "Printed: vice mayor · on that day, by our record: mayor, City of Osthaven (2017 to 2022). Either",
  );
  expect(told("mayor", "2024-05-11", ROLES.slice(0, 1))).toContain("no role that is known to have been held");
});

it("says nothing where they agree", () => {
  expect(told("deputy mayor", "2024-05-11")).toBe("");
  expect(told("head of the council", "2024-05-11")).toBe("");
});
