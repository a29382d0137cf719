import { readFileSync } from "node:fs";
import { citeThree } from "./cited";
import { expect, test } from "./fixtures";

test("a reader learns what became of an old bibliography, and takes it along refreshed", async ({ page }) => {
  const { corrected, retracted, standing, ris } = await citeThree();
  await page.goto("/check/bibliography");
  const check = page.getByRole("button", { name: "Check the bibliography" });
  await check.click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Paste a bibliography");

  await page
    .getByLabel("Paste the bibliography")
    .fill(`${ris}junk\r\nTY  - NEWS\r\nTI  - Of others\r\nER  - \r\n`);
  await check.click();
  const result = page.getByRole("region", { name: "What became of it" });
  await expect(result).toContainText("4 entries, read as RIS");
  await expect(result).toContainText("Line 16: This line belongs to no record.");
  const entries = page.getByRole("region", { name: "To look at" }).getByRole("listitem");
  const first = entries.filter({ hasText: corrected.publicId });
  await expect(first).toContainText("cited in version 1; version 2 stands");
  await expect(first).toContainText("A word was left out.");
  await expect(first.getByRole("insertion")).toContainText("no");
  await expect(entries.filter({ hasText: retracted.publicId })).toContainText(
    "The recording is of somebody else.",
  );
  await expect(page.getByRole("region", { name: "Still as cited" })).toContainText(standing.publicId);
  await expect(page.getByRole("region", { name: "No record of ours" })).toContainText("Of others");
  await expect(page.getByLabel("Paste the bibliography")).toHaveValue(/Of others/);

  const taken = page.waitForEvent("download");
  await page.getByRole("button", { name: "Refreshed RIS" }).click();
  const anew = readFileSync(await (await taken).path(), "utf8");
  expect(anew).toContain(`Recorded as ${corrected.publicId}, version 2`);
  expect(anew).toContain("ID  - mine0\r\n");
  expect(anew).toMatch(/Retracted on 3 November 2025/u);
  expect(anew).toContain("junk\r\n");

  await page.getByLabel("Or choose or drop a file").setInputFiles({
    ...{ name: "refreshed.ris", mimeType: "text/plain", buffer: Buffer.from(anew) },
  });
  await check.click();
  await expect(page.getByRole("region", { name: "To look at" }).getByRole("listitem")).toContainText([
    "it says so itself",
  ]);
  const table = page.waitForEvent("download");
  await page.getByRole("button", { name: "Report as CSV" }).click();
  const rows = readFileSync(await (await table).path(), "utf8").split("\r\n");
  expect(rows.filter((row) => row.includes("Retracted"))).toHaveLength(1);

  // two of which the same is told are checked as often as somebody presses, and the text stands there each time
  const twice = "https://old.example/statements/st-zzzzzz\n".repeat(2);
  await page.goto("/check/bibliography");
  await page.getByLabel("Paste the bibliography").fill(twice);
  for (const press of [1, 2]) {
    const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
    await check.click();
    expect((await answered).status(), `press ${press}`).toBe(200);
    await expect(result).toContainText("2 entries, read as");
    await expect(page.getByLabel("Paste the bibliography")).toHaveValue(/statements.*\n.*statements/);
  }
});
