import { createSpeaker } from "@/lib/speakers/server";
import { createStory } from "@/lib/stories/server";
import { expect, test } from "./fixtures";
import { ownWord } from "./newsroom";

test("anything is found by the beginnings of its words, and gone to", async ({ open, colleagues }) => {
  const own = ownWord();
  const name = `Ylva ${own}`;
  await createSpeaker(colleagues.reporter, { name, kind: "person", description: "Pilot." });
  const { slug } = await createStory(colleagues.reporter, { title: `The boats of ${own}`, summary: "" });
  const page = await open("reporter");
  await page.goto("/stories");
  await page.getByRole("banner").getByRole("link", { name: "Find anything" }).first().click();
  await page.getByLabel("Words, a name or a printed id").fill(own.slice(0, -2));
  await page.getByRole("main").getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("region", { name: "Speakers" }).getByRole("link")).toHaveText(name);
  await page.getByRole("region", { name: "Stories" }).getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`/stories/${slug}$`));
});
