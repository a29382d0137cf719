import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { db } from "@/lib/db/server";
import { expect, test } from "./fixtures";
import { ownWord } from "./newsroom";
import { FORMS, fileOf } from "./typed/forms";
import { answersScripts, button, type Place, standing, typeInto, unfold, WAYS } from "./typed/ways";

/**
 * Nothing typed is ever lost: every form that a person types into × every way of losing it × with and without scripts.
 * On demand: `npm run bench -- typed`. Each cell opens the form anew, types, loses the page, and looks where the text is.
 */

test.describe.configure({ mode: "parallel" });
// thousands of steps in one test: what went wrong is in its words
test.use({ trace: "off" });
const log = process.env.TYPED_LOG ?? "";
// what an earlier run has already; a later line of the same cell counts
const before = new Map(
  (existsSync(log) ? readFileSync(log, "utf8") : "")
    .split("\n")
    .map((line) => line.split("\t"))
    .map(([withScripts, form, way, outcome]) => [`${withScripts}\t${form}\t${way}`, outcome]),
);
const wanted = process.env.TYPED_FORMS?.split(",");
const wantedWays = process.env.TYPED_WAYS?.split(",");
const ways = Object.entries(WAYS).filter(
  ([way]) => !wantedWays || wantedWays.some((name) => way.includes(name)),
);

for (const one of FORMS.filter(({ form }) => !wanted || wanted.some((name) => String(form).includes(name)))) {
  test(`${String(one.form)}, ${String(one.field)}`, async ({ open, hire, colleagues, withScripts }) => {
    const untried = ways.filter(
      ([way]) => (before.get(`${withScripts}\t${one.form}\t${way}`) ?? "LOST") === "LOST",
    );
    if (untried.length === 0) return;
    const person = await hire(one.role);
    const page = await open(person);
    const { id: userId } = person.actor;
    const failures: string[] = [];
    let path = await one.prepare({ colleagues, page });
    for (const [way, lose] of untried) {
      const text = one.text ? await one.text() : `${way}: گفت ${ownWord()}`;
      const form = () =>
        page.getByRole("form", { name: one.form, exact: typeof one.form === "string" }).first();
      const field = () => form().getByLabel(one.field).first();
      let typed = text;
      const at: Place = {
        ...{ one, path, userId, role: one.role, text, withScripts, colleagues, page, form, field },
        press: () => button(form(), one).click(),
        async open() {
          await page.goto(path);
          await answersScripts(page);
          await unfold(page);
        },
        async type(words) {
          typed = words;
          await typeInto(field(), one, words);
        },
        async stands() {
          const expected = one.takesFiles ? fileOf(typed).name : typed;
          await expect.poll(() => standing(field())).toBe(expected);
        },
      };
      const told = (outcome: string, why = "") =>
        log !== "" &&
        appendFileSync(log, `${withScripts}\t${one.form}\t${way}\t${outcome}\t${why.replace(/\s+/g, " ")}\n`);
      try {
        // a page that is left keeps what stands in it
        await page.goto("about:blank");
        await db.formDraft.deleteMany({ where: { userId } });
        await db.sending.deleteMany({ where: { key: { startsWith: userId } } });
        await at.open();
        await at.type(text);
        const where = await lose(at);
        if (where === "in the form") {
          await unfold(page);
          await at.stands();
        } else if (where === "kept") {
          const kept = await db.formDraft.findMany({ where: { userId } });
          const stands = await standing(field()).catch(() => "");
          const isStored = await db.sending.count({ where: { key: { startsWith: userId } } });
          expect(
            stands === (one.takesFiles ? fileOf(typed).name : typed) ||
              isStored > 1 ||
              kept.some(({ values }) => values.includes(JSON.stringify(typed).slice(1, -1))),
            "the text is in the form, kept or stored",
          ).toBe(true);
        }
        told(where.startsWith("none") ? where : where === "stored" ? "stored" : "held");
        // what these do to the record cannot be undone
        if (where === "stored" || ["the record was closed", "another window saved it"].includes(way))
          path = await one.prepare({ colleagues, page });
      } catch (error) {
        const why = String(error).slice(0, 400);
        told("LOST", why);
        failures.push(`${way}: ${why}`);
        await page.unrouteAll();
        path = await one.prepare({ colleagues, page });
      }
    }
    expect(failures).toEqual([]);
  });
}
