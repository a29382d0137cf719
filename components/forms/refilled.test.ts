import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = process.cwd();
const screens = ["app", "components"]
  .flatMap((folder) =>
    (readdirSync(path.join(root, folder), { recursive: true }) as string[]).map(
      (file) => `${folder}/${file}`,
    ),
  )
  .filter((file) => file.endsWith(".tsx") && !/\.test\.tsx$|gallery/.test(file));
const sources = screens.map((file) => [file, readFileSync(path.join(root, file), "utf8")] as const);

test("a field for files says that they are chosen again, which nobody else can do", () => {
  const fields = sources.flatMap(([file, text]) =>
    [...text.matchAll(/<(?:\w+\.)?FileField\s([\s\S]*?)\/>/gu)].map(([, field = ""]) => ({ file, field })),
  );
  expect(fields.length).toBeGreaterThan(5);
  const silent = fields.filter(({ field }) => !field.includes("AGAIN") && !field.includes("{...props}"));
  expect(silent.map(({ file }) => file)).toEqual([]);
});

test("a form with a password does not say that nothing of it was lost", () => {
  const forms = sources.flatMap(([file, text]) =>
    [...text.matchAll(/<ActionForm\b[\s\S]*?<\/ActionForm>/gu)].map(([form]) => ({ file, form })),
  );
  const secret = forms.filter(({ form }) => form.includes('type="password"'));
  expect(secret).toHaveLength(4);
  expect(secret.filter(({ form }) => !/\bkept="/.test(form)).map(({ file }) => file)).toEqual([]);
});
