import { db } from "@/lib/db/server";
import { expect, test } from "./fixtures";
import { printInFour } from "./printings";

test("a reader sees where the words were printed, who changed what and who had it from whom", async ({
  page,
}) => {
  const [first, second, third, copy, undated] = await printInFour();
  if (!first || !second || !third || !copy || !undated) throw new Error("five printings");
  await page.goto(`/statements/${copy.publicId}`);
  const glance = page.getByRole("region", { name: "Where it was printed" });
  await expect(glance).toContainText(`In 5 places, first by ${first.outlet} on 24 October 2025`);
  await glance.getByRole("link", { name: "See who changed what" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where it was printed");
  const rows = page.getByRole("region", { name: "Earliest first" }).locator("li.lin__row");
  const row = (outlet: string) => rows.filter({ has: page.getByRole("heading", { name: outlet }) });
  await expect(rows.first().getByRole("heading")).toHaveText(first.outlet);
  await expect(row(copy.outlet)).toContainText("This statement");
  await expect(row(copy.outlet)).toContainText(`It seems to rest on ${second.outlet}.`);
  await expect(row(copy.outlet)).toContainText(
    "of the reporter’s own stand in both in a row, and in no other printing",
  );
  await expect(row(second.outlet)).toContainText(`It seems to rest on ${first.outlet}.`);
  await expect(row(second.outlet).getByRole("deletion").first()).toContainText("I think");
  await expect(row(second.outlet)).toContainText(`Dated the same day as ${third.outlet}`);
  await expect(row(undated.outlet)).toContainText("No date of it is recorded.");

  const twin = await page.request.get(`/statements/${copy.publicId}/lineage.json`);
  const { printings } = (await twin.json()) as {
    printings: { key: string; restsOn: { oneOf: string[] }[] }[];
  };
  expect(printings[0]?.key).toBe(first.publicId);
  expect(printings.find(({ key }) => key === copy.publicId)?.restsOn[0]?.oneOf).toEqual([second.publicId]);
  expect((await page.request.get(`/statements/${copy.publicId}/lineage.ris`)).status()).toBe(404);

  await db.statement.update({ where: { publicId: copy.publicId }, data: { state: "retracted" } });
  await page.goto(`/statements/${copy.publicId}/lineage`);
  await expect(page).toHaveTitle(/^Retracted\. Where it was printed\. /);
});
