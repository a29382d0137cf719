import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { filesBelow } from "@/scripts/stamps.mjs";

/**
 * Nothing typed is lost, because every form that a person types into goes through one place. Read from the code, so that
 * the next form cannot forget it.
 */

const root = new URL("../../", import.meta.url).pathname;
const read = (file: string) =>
  readFileSync(`${root}${file}`, "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
const files = ["app", "components"]
  .flatMap((folder) => filesBelow(root, folder))
  .filter((file) => file.endsWith(".tsx") && !file.endsWith(".test.tsx"));

/** Forms of their own, and why nothing typed can be lost in them. */
const OTHER_FORMS: Readonly<Record<string, string>> = {
  "components/forms/action-form.client.tsx": "is the one place",
  "components/forms/page-form.client.tsx": "is the one place, for a page of many",
  "components/ui/form.tsx": "is drawn by the gallery alone",
  "components/site/gallery/gallery-fields.tsx": "is an example that stores nothing",
  "components/forms/typed-form.tsx": "a button that discards; nothing is typed",
  "components/citations/cite-box.tsx": "buttons that choose a style; nothing is typed",
  "components/site/footer.tsx": "buttons that choose colours; nothing is typed",
  "components/site/account.tsx": "a button that signs out; nothing is typed",
  "components/site/keys-dialog.client.tsx": "a button that closes; nothing is typed",
  "components/site/site-search.tsx": "a search: what was typed stands in the address",
  "components/statements/search-box.tsx": "a search",
  "components/statements/statement-facets.tsx": "a search",
  "components/statements/statement-table.tsx": "ticks that choose rows to export",
  "components/exports/export-form.tsx": "a search: what was typed stands in the address",
  "components/palette/palette.client.tsx": "a search",
  "components/speakers/speaker-search.tsx": "a search",
  "components/speakers/split-choice.tsx": "a search with ticks, which stand in the address",
  "components/bibliographies/bibliography-form.client.tsx":
    "stores nothing: what was pasted stands there with the answer, or comes back with it",
  "app/claims/page.tsx": "a search beside the form for a new claim",
};

/** Inputs that stand outside the fields of this folder. */
const OTHER_INPUTS: Readonly<Record<string, string>> = {
  ...OTHER_FORMS,
  "components/ui/text-field.tsx": "is what the fields draw",
  "components/ui/choice-field.tsx": "is what the fields draw",
  "components/forms/fields.client.tsx": "is the one place",
  "components/forms/receipt.client.tsx": "holds something to copy",
  "components/forms/stale-note.client.tsx": "the tick that saves over a colleague, asked anew each time",
  "components/review/statement-search.tsx": "a search within a page that keeps its forms",
};

test("every form that is typed into is an ActionForm", () => {
  const own = files.filter((file) => /<[fF]orm\b/.test(read(file)));
  expect(own.filter((file) => !(file in OTHER_FORMS))).toEqual([]);
  expect(Object.keys(OTHER_FORMS).filter((file) => !own.includes(file))).toEqual([]);
});

test("every input that is typed into is a field of this folder", () => {
  const typing =
    /<(textarea|select)\b|<input\b(?![^>]*type=("hidden"|\{"hidden"\}))|from "@\/components\/ui\/(text|choice)-field"/;
  const own = files.filter((file) => typing.test(read(file)));
  expect(own.filter((file) => !(file in OTHER_INPUTS))).toEqual([]);
});

test("what is kept of a form comes back where it was typed: no form is called by its place in a list that changes", () => {
  const called = /<ActionForm\b[^>]*?\bid=\{`[^`]*\$\{(number|index|at|place)\}/s;
  expect(files.filter((file) => called.test(read(file)))).toEqual([]);
  // of a page that shows one of many the form is called by which
  expect(read("components/checks/proof-form.tsx")).toMatch(/\bid=\{`proof-\$\{sentence\.key\}`\}/);
});

/** Pages on which a form stands beside something else, and nothing typed into it can be left without a word. */
const NOT_IN_PLACE: Readonly<Record<string, string>> = {
  "app/check/page.tsx": "the list of checks has an address of its own, to which nobody sends the form",
  "app/import/work/page.tsx": "buttons that decide; nothing is typed",
  "app/set-password/page.tsx": "nothing is kept of a visitor, nor of a password",
  "app/sign-in/page.tsx": "nothing is kept of a visitor, nor of a password",
  "app/stories/[slug]/edit/page.tsx": "all of it stands in the form of the page, which says it",
};

test("a page that draws something else in place of its form says there what became of what was typed into it", () => {
  const inPlace =
    /[?:] \(\s*(?:<>\s*)?<(?:ActionForm|PageForm)\b|return \(\s*<Page>[\s\S]*return \(\s*<Page\b/;
  const own = files.filter((file) => {
    const code = read(file);
    return (
      /\/page\.tsx$/.test(file) &&
      /<(ActionForm|PageForm)\b/.test(code) &&
      inPlace.test(code) &&
      !code.includes("<KeptHere")
    );
  });
  expect(own).toEqual(Object.keys(NOT_IN_PLACE));
});

test("a page that leads elsewhere when its record moved tells first whoever had sent it a form", () => {
  // the other addresses say what was asked for in one way of many: the record is there, and so is the form
  const others = ["app/speakers/[slug]/split/other/page.tsx", "app/speakers/[slug]/split/page.tsx"];
  const own = ["app"]
    .flatMap((folder) => filesBelow(root, folder))
    .filter((file) => /(\/page\.tsx|\/moved\.ts)$/.test(file) && /\b(permanentR|r)edirect\(/.test(read(file)))
    .filter((file) => !read(file).includes("await tellWhatIsKept()") && !others.includes(file));
  expect(own).toEqual(["app/sign-in/page.tsx"]);
});

/** Folds that hold no form, and are not drawn anew by its answers. */
const OTHER_FOLDS: Readonly<Record<string, string>> = {
  "components/citations/cite-box.tsx": "the short forms of a citation: texts to copy, and no form",
  "components/exports/export-form.tsx": "a search: every answer is a page of its own",
  "components/forms/fold.client.tsx": "is the one place",
  "components/site/nav.client.tsx": "the menu, closed by going on",
  "components/speakers/speaker-timeline.tsx": "the table behind a chart",
  "components/speakers/split-choice.tsx": "a search: every answer is a page of its own",
  "components/statements/search-grammar.tsx": "how a search is written, and no form",
  "components/statements/statement-facets.tsx": "a search",
  "components/statements/verdict-evidence.tsx": "stands on a page without forms",
};

test("going back without scripts brings the text again: a browser restores no field that is not to be completed", () => {
  const own = files.filter((file) => read(file).includes('autoComplete="off"'));
  // what is searched for stands in the address
  expect(own).toEqual(["components/site/site-search.tsx"]);
});

test("a fold that may hold a form is one that the page does not close under the hand", () => {
  const own = files.filter((file) => /<details\b/.test(read(file)));
  expect(own.filter((file) => !(file in OTHER_FOLDS))).toEqual([]);
});

/** Every file that a page draws with, by its imports. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, kind, from = ""] of read(file).matchAll(/^import (type )?[\s\S]*?from "([^"]+)";$/gm)) {
    if (kind) continue;
    const base = from.startsWith("@/")
      ? from.slice(2)
      : from.startsWith(".")
        ? path.join(path.dirname(file), from)
        : null;
    const found =
      base === null
        ? undefined
        : ["", ".tsx", ".ts"]
            .map((end) => base + end)
            .find((one) => files.includes(one) && existsSync(`${root}${one}`));
    if (found) reached(found, seen);
  }
  return seen;
}

const FORM = /<(ActionForm|RemovableList|PressForm|WordedForm|AssignForm|PersonForm)\b/g;
const FIELD = /<(TextField|TextArea|SelectField|RadioField|SegmentedField|CheckSet|CheckField)\b/;

/** Pages on which one sending cannot empty another form, and why. */
const ALONE: Readonly<Record<string, string>> = {};

describe("a page of several forms sends them together, so that without scripts one does not empty the others", () => {
  const pages = files.filter((file) => file.endsWith("/page.tsx") || file === "app/page.tsx");
  const several = pages.filter((page) => {
    const parts = [...reached(page)].filter((file) => !file.startsWith("components/forms/"));
    const forms = parts.reduce((sum, file) => sum + [...read(file).matchAll(FORM)].length, 0);
    return forms > 1 && parts.some((file) => FIELD.test(read(file)));
  });

  test("there are such pages", () => {
    expect(several.length).toBeGreaterThan(6);
  });

  test.each(several)("%s", (page) => {
    if (page in ALONE) return;
    expect([...reached(page)]).toContain("components/forms/page-form.client.tsx");
  });

  test.each(several)("%s names each of its forms", (page) => {
    for (const file of reached(page)) {
      for (const [form] of read(file).matchAll(/<ActionForm\b(?:[^>]|=>)*/g))
        expect(form, file).toMatch(/\bid=/);
    }
  });
});

/** Forms that the matrix of ways to lose what is typed leaves out, and why. */
const NOT_LOST_ON_PURPOSE: Readonly<Record<string, string>> = {
  Password: "passwords are kept nowhere",
  "Set a password": "passwords are kept nowhere",
  "Sign in": "a password, and an address that stands in the form again",
};

test("every form that words are typed into is tried in every way of losing them, or it is said why not", () => {
  const cases = read("e2e/typed/forms.ts");
  const tried = [
    ...[...cases.matchAll(/\bform: "([^"]+)"/g)].map(
      ([, name = ""]) =>
        (one: string) =>
          one === name,
    ),
    ...[...cases.matchAll(/\bform: \/((?:[^/\\]|\\.)+)\//g)].map(
      ([, pattern = ""]) =>
        (one: string) =>
          new RegExp(pattern).test(one),
    ),
  ];
  const typed = files.flatMap((file) =>
    [...read(file).matchAll(/<(ActionForm|WordedForm|AssignForm)\b(?:[^>]|=>)*?\blabel="([^"]+)"/gs)].flatMap(
      ({ index, 0: tag, 1: kind = "", 2: label = "" }) => {
        const body =
          read(file)
            .slice(index + tag.length)
            .split(`</${kind}>`, 1)[0] ?? "";
        const isTyped = kind !== "ActionForm" || /<(TextField|TextArea|ComboField|PublicNote)\b/.test(body);
        return isTyped ? [label] : [];
      },
    ),
  );
  expect(typed.length).toBeGreaterThan(30);
  const untried = typed.filter((label) => !tried.some((isCalled) => isCalled(label)));
  expect(untried.filter((label) => !(label in NOT_LOST_ON_PURPOSE))).toEqual([]);
  expect(Object.keys(NOT_LOST_ON_PURPOSE).filter((label) => !untried.includes(label))).toEqual([]);
});
