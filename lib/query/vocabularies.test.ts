import { expect, test } from "vitest";
import { RELATION_TYPES } from "@/lib/relations";
import { SOURCE_KINDS as KINDS } from "@/lib/sources";
import { FORMS as KNOWN_FORMS, STATEMENT_STATES } from "@/lib/statements";
import { AXES as JUDGED } from "@/lib/verdicts";
import { AXES, CONFLICTS, FORMS, RELATIONS, SOURCE_KINDS, STATES } from "./vocabularies";

test("a search knows the words of the record", () => {
  expect(FORMS).toEqual(KNOWN_FORMS);
  expect(STATES).toEqual(STATEMENT_STATES);
  expect(SOURCE_KINDS).toEqual(KINDS);
  expect(RELATIONS).toEqual(RELATION_TYPES.map(({ key }) => key));
  expect(CONFLICTS).toEqual(
    RELATION_TYPES.filter(({ family }) => family === "conflict").map(({ key }) => key),
  );
  expect(AXES).toEqual(JUDGED.map(({ key }) => key));
});
