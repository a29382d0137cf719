import { expect, it } from "vitest";
import { roleOf } from "./because";
import type { Entity } from "./entities";
import type { Role } from "./roles";

it("reads the roles of somebody once, however often they are asked for", () => {
  const text = "the mayor of Voss";
  let reads = 0;
  const role = {
    startUtf16: 4,
    endUtf16: 17,
    head: "mayor",
    words: new Set(["mayor"]),
    gender: null,
    sentence: 0,
  };
  const entity = {
    id: 0,
    kind: "person",
    canonical: "Nora Lind",
    parts: ["nora", "lind"],
    gender: null,
    mentions: [],
    get roles(): Role[] {
      reads += 1;
      return Array.from({ length: 1000 }, () => role);
    },
  } satisfies Entity;
  for (let mention = 0; mention < 1000; mention += 1) expect(roleOf(text, entity)).toBe("mayor of Voss");
  expect(reads).toBe(1);
});
