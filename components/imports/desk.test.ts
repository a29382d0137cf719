import fc from "fast-check";
import { expect, test } from "vitest";
import { asksIn, type Desk, type DeskItem, marked, meaningOf, openDesk, pressed, renewed } from "./desk";

const item = fc.record({
  decision: fc.constantFrom("pending", "pending", "pending", "accepted", "rejected", "known" as const),
  isStored: fc.nat(9).map((one) => one === 0),
  name: fc.constantFrom(null, null, "Kabul", "Islamabad"),
  asks: fc.constant(true),
  isBlocked: fc.nat(9).map((one) => one === 0),
  isSure: fc.boolean(),
});
// numbers do not follow the order of the text: a statement that was added by hand is the last
const desks = fc
  .array(item, { minLength: 1, maxLength: 9 })
  .chain((items) =>
    fc
      .shuffledSubarray(
        items.map((_, index) => index + 1),
        { minLength: items.length },
      )
      .map((ordinals) => items.map((one, index) => ({ ...one, ordinal: ordinals[index] ?? 0 }) as DeskItem)),
  )
  .map((items) => openDesk(items, items[0]?.ordinal ?? null));
const keys = fc.array(fc.constantFrom(..."aaarruujktA1234xez"), { maxLength: 30 });

/** The desk after a key, as the page has it: j and k move the mark, the others press what they mean there. */
function keyed(desk: Desk, key: string): Desk {
  if (key === "j" || key === "k") {
    const at = desk.items.findIndex(({ ordinal }) => ordinal === desk.at);
    const next = desk.items[at + (key === "j" ? 1 : -1)];
    return next ? marked(desk, next.ordinal) : desk;
  }
  const press = meaningOf(desk, key);
  return (press && pressed(desk, press)) ?? desk;
}

const decisions = ({ items }: Desk) => items.map(({ decision }) => decision);
const changedBy = (before: Desk, after: Desk) =>
  before.items.flatMap(({ ordinal, decision }, at) =>
    after.items[at]?.decision === decision ? [] : [ordinal],
  );

test("a key acts in the marked proposal or not at all; the keys of a run act on what waits", () => {
  fc.assert(
    fc.property(desks, keys, (start, run) => {
      let desk = start;
      for (const key of run) {
        const next = keyed(desk, key);
        const changed = changedBy(desk, next);
        if ("ar1234".includes(key)) expect(changed.filter((ordinal) => ordinal !== desk.at)).toEqual([]);
        if (!"ar1234utA".includes(key)) expect(changed).toEqual([]);
        for (const ordinal of changed) {
          const was = desk.items.find((one) => one.ordinal === ordinal);
          if (!was) throw new Error("a proposal was lost");
          expect([was.isStored, was.decision === "known"]).toEqual([false, false]);
          const isAccepted = next.items.find((one) => one.ordinal === ordinal)?.decision === "accepted";
          // what asks is accepted by an answer alone
          if (isAccepted && asksIn(desk, was)) expect("1234u").toContain(key);
          if (isAccepted && key !== "u") expect(was.isBlocked).toBe(false);
          if (key === "A") expect([was.decision, was.isSure]).toEqual(["pending", true]);
          if (key === "t") expect(was.decision).toBe("pending");
        }
        expect(next.items.map(({ ordinal }) => ordinal)).toEqual(start.items.map(({ ordinal }) => ordinal));
        expect(next.items.some(({ ordinal }) => ordinal === next.at)).toBe(true);
        desk = next;
      }
    }),
  );
});

test("u takes back the last decision wherever the mark is, and in the end all of them", () => {
  fc.assert(
    fc.property(desks, keys, (start, run) => {
      let desk = start;
      for (const key of run) {
        const next = keyed(desk, key);
        if (key !== "u" && next.acts.length > desk.acts.length) {
          const elsewhere = keyed(keyed(next, "j"), "j");
          const back = keyed(elsewhere, "u");
          expect(decisions(back)).toEqual(decisions(desk));
          expect(back.items.map((one) => asksIn(back, one))).toEqual(
            desk.items.map((one) => asksIn(desk, one)),
          );
          expect(changedBy(next, back)).toContain(back.at);
        }
        desk = next;
      }
      while (desk.acts.length > 0) desk = keyed(desk, "u");
      expect(decisions(desk)).toEqual(decisions(start));
    }),
  );
});

test("a decision moves on to the next that waits, from the top when none is behind", () => {
  const items = [1, 2, 3].map((ordinal) => ({
    ...{
      ordinal,
      decision: "pending" as const,
      isStored: false,
      name: null,
      asks: false,
      isBlocked: false,
      isSure: true,
    },
  }));
  let desk = openDesk(items, 2);
  const ats = [..."ajkra"].map((key) => {
    desk = keyed(desk, key);
    return desk.at;
  });
  expect(ats).toEqual([3, 3, 2, 3, 1]);
});

test("an answer holds for all that name the same, and goes when it is taken back", () => {
  const items = [1, 2].map((ordinal) => ({
    ...{
      ordinal,
      decision: "pending" as const,
      isStored: false,
      name: "Kabul",
      asks: true,
      isBlocked: false,
      isSure: true,
    },
  }));
  const asked = openDesk(items, 1);
  expect(decisions(keyed(keyed(asked, "a"), "A"))).toEqual(["pending", "pending"]);
  const said = keyed(asked, "2");
  expect(decisions(keyed(said, "a"))).toEqual(["accepted", "accepted"]);
  expect(decisions(keyed(keyed(said, "u"), "A"))).toEqual(["pending", "pending"]);
});

test("what the server has takes the place of what was pressed; the mark stays where it is", () => {
  const items = [1, 2].map((ordinal) => ({
    ...{
      ordinal,
      decision: "pending" as const,
      isStored: false,
      name: null,
      asks: false,
      isBlocked: false,
      isSure: true,
    },
  }));
  const desk = keyed(openDesk(items, 1), "a");
  const fromServer = items.map((one) => ({ ...one, decision: "rejected" as const }));
  expect(renewed(desk, fromServer, 1)).toMatchObject({ items: fromServer, at: 2 });
  expect(renewed(desk, fromServer.slice(0, 1), 1).at).toBe(1);
});

test("an answer that the server has told is taken back too, and asks again", () => {
  const items = [1, 2].map((ordinal) => ({
    ...{ ordinal, decision: "pending" as const, isStored: false, name: "Kabul", asks: true },
    ...{ isBlocked: false, isSure: true },
  }));
  const said = keyed(openDesk(items, 1), "2");
  const told = renewed(
    said,
    said.items.map((one) => ({ ...one, asks: false })),
    2,
  );
  expect(told.items.map((one) => asksIn(told, one))).toEqual([false, false]);
  const back = keyed(told, "u");
  expect(back.items.map((one) => asksIn(back, one))).toEqual([true, true]);
});
