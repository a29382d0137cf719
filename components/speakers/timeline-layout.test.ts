import fc from "fast-check";
import { expect, it } from "vitest";
import { layOutTimeline, type TimelineStatement } from "./timeline-layout";

const statement = (name: string) =>
  fc
    .record({
      publicId: fc.uuid(),
      form: fc.constantFrom("direct", "mixed", "indirect"),
      at: fc.date({ min: new Date("1990-01-01"), max: new Date("2026-12-31"), noInvalidDate: true }),
      isExact: fc.boolean(),
    })
    .map(({ at, ...rest }): TimelineStatement => {
      const day = at.toISOString().slice(0, 10);
      return { ...rest, name, day, when: rest.isExact ? day : `by ${day}` };
    });

const own = fc.array(statement("Own"), { minLength: 1, maxLength: 12 });
const others = fc.array(fc.oneof(statement("A"), statement("B"), statement("C")), { maxLength: 8 });

it("places every mark once, in the order of time, none over another, inside the drawing", () => {
  fc.assert(
    fc.property(own, others, (mine, theirs) => {
      const { marks, width, height } = layOutTimeline(mine, theirs, []);
      expect(marks.map(({ publicId }) => publicId).sort()).toEqual(
        [...mine, ...theirs].map(({ publicId }) => publicId).sort(),
      );
      for (const a of marks) {
        expect(a.x).toBeGreaterThan(0);
        expect(a.x).toBeLessThan(width);
        expect(a.y).toBeLessThan(height);
        for (const b of marks) {
          if (a.day < b.day) {
            expect(a.x).toBeLessThan(b.x);
          }
          if (a !== b && a.y === b.y) expect(Math.abs(a.x - b.x)).toBeGreaterThanOrEqual(24);
        }
      }
    }),
  );
});

it("numbers the speaker's own marks as the list does, and nobody else's", () => {
  fc.assert(
    fc.property(own, others, (mine, theirs) => {
      const { marks } = layOutTimeline(mine, theirs, []);
      const numbers = new Map(marks.map((mark) => [mark.publicId, mark.number]));
      expect(mine.map(({ publicId }) => numbers.get(publicId))).toEqual(mine.map((_, index) => index + 1));
      for (const { publicId } of theirs) expect(numbers.get(publicId)).toBeNull();
    }),
  );
});

it("ends every tie at two marks and drops one that leads nowhere", () => {
  const [a, b] = ["2025-10-26", "2025-10-28"].map((day, index) => ({
    publicId: `st-${index}`,
    form: "direct",
    name: index === 0 ? "Own" : "Other",
    ...{ day, isExact: false, when: `by ${day}` },
  }));
  if (!a || !b) throw new Error("two statements were made");
  const tie = { type: "contradicts", state: "confirmed" };
  const { ties, marks, gaps } = layOutTimeline(
    [a],
    [b],
    [
      { ...tie, from: "st-0", to: "st-1" },
      { ...tie, from: "st-0", to: "st-none" },
    ],
  );
  expect(ties).toHaveLength(1);
  expect(ties[0]).toMatchObject({
    start: { x: marks[0]?.x, y: marks[0]?.y },
    end: { x: marks[1]?.x, y: marks[1]?.y },
  });
  expect(gaps).toMatchObject([{ days: 1 }]);
});
