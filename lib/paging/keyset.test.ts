import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refused } from "@/lib/errors";
import { cursorOf, laterThan, olderThan, takeOf } from "./keyset";

describe("a cursor", () => {
  it("gives back the instant and id that it was made from", () => {
    fc.assert(
      fc.property(
        fc.date({
          noInvalidDate: true,
          min: new Date("0001-01-01T00:00:00Z"),
          max: new Date("9999-12-31T23:59:59.999Z"),
        }),
        fc.uuid(),
        (moment, id) => {
          expect(olderThan("occurredAt", cursorOf(moment, id))).toEqual({
            AND: [
              { occurredAt: { lte: moment } },
              { OR: [{ occurredAt: { lt: moment } }, { id: { lt: id } }] },
            ],
          });
        },
      ),
    );
  });

  it("gives back any text that it was made from", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 80, unit: "grapheme" }), fc.uuid(), (name, id) => {
        fc.pre(!name.includes("\u0000"));
        expect(laterThan("sortName", cursorOf(name, id))).toEqual({
          AND: [{ sortName: { gte: name } }, { OR: [{ sortName: { gt: name } }, { id: { gt: id } }] }],
        });
      }),
    );
  });

  it.each(["x", ".", "MTIz", "MTIz.", ".a", "MTIz.a b", "AA.a", `${"A".repeat(2100)}.a`])(
    "refuses %j",
    (after) => {
      expect(() => olderThan("occurredAt", after)).toThrow(Refused);
    },
  );

  it("refuses a name where an instant is asked for", () => {
    expect(() => olderThan("occurredAt", cursorOf("yousafzai sami", "a"))).toThrow(Refused);
  });

  it("asks nothing of the first page", () => {
    expect(olderThan("occurredAt", undefined)).toEqual({});
    expect(laterThan("sortName", "")).toEqual({});
  });
});

it.each([
  [undefined, 25],
  [0, 1],
  [-3, 1],
  [7.9, 7],
  [10_000, 200],
])("a page asked for %s rows has %s", (asked, taken) => {
  expect(takeOf({ take: asked })).toBe(taken);
});
