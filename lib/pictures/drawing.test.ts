import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ensureFaces } from "@/scripts/faces.mjs";
import { draw } from "./drawing";
import { tagOf } from "./drawn";
import { FITS, layoutOf } from "./layout";
import type { Picture } from "./model";

const PLAIN: Picture = {
  ...{ kind: null, notice: null, before: "", words: "“We will cross.”", behind: "", name: "Ada Open" },
  ...{ about: ["minister"], language: "en", desk: "The Desk", address: "desk.example/statements/st-7k2m9q" },
};

let folder = "";
beforeAll(async () => {
  folder = path.join(await ensureFaces(), "pictures");
}, 120_000);

const drawn = async (more: Partial<Picture>) => Buffer.from(await draw({ ...PLAIN, ...more }, folder));

describe("what is drawn", () => {
  it("is a PNG of 1200 by 630 pixels", async () => {
    const png = await drawn({});
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  it.each([
    { notice: "Retracted on 3 November 2025." },
    { before: "Denies:" },
    { behind: "[second-hand, through Axios]" },
    { name: "Ада Открытая" },
    { about: ["министр"] },
    { words: "«سنعبر»" },
    { words: "«Мы перейдём»" },
    { words: "«Θα περάσουμε»" },
    { words: "“Chúng tôi sẽ vượt qua”" },
  ])("shows %j", async (more) => {
    expect((await drawn(more)).equals(await drawn({}))).toBe(false);
  });

  it("shows no words of which a letter is missing, and says where they stand", async () => {
    const [one, other, plain] = await Promise.all([
      drawn({ words: "“Great 😀”" }),
      drawn({ words: "「渡る」", behind: "[translated]" }),
      drawn({ words: "The words stand at the address below." }),
    ]);
    expect(one.equals(other)).toBe(true);
    expect(one.equals(plain)).toBe(true);
  });

  it("shows no words where what must be read with them leaves no room", async () => {
    const behind = `[second-hand, through ${"Somebody Else, ".repeat(80)}]`;
    const [one, other] = await Promise.all([
      drawn({ behind, notice: "Retracted." }),
      drawn({ behind, words: "“Others.”", notice: "Retracted." }),
    ]);
    expect(one.equals(other)).toBe(true);
    // and what is said before all else stays
    expect(one.equals(await drawn({ behind }))).toBe(false);
  });

  it("needs no letter for signs of direction", async () => {
    expect((await drawn({ about: ["\u2068minister\u2069"] })).equals(await drawn({}))).toBe(true);
  });
});

it("runs words from the right where they do, and what is said of them from the left", () => {
  const arabic = {
    ...PLAIN,
    words: "«سنعبر مع Reuters»",
    language: "ar",
    about: ["\u2068وزير\u2069, 3 May"],
  };
  const said = JSON.stringify(layoutOf(arabic, FITS[0] as never));
  const textOf = (words: string) =>
    JSON.parse(said.match(new RegExp(`\\{"type":"text","text":"[^"]*${words}.*?\\}\\}`, "u"))?.[0] ?? "{}");
  expect(textOf("Reuters").style).toMatchObject({ direction: "rtl", textAlign: "right" });
  expect(textOf("3 May").style).toMatchObject({ direction: "ltr", textAlign: "left" });
});

it("has a tag that changes with whatever is drawn", () => {
  const tags = [{}, { notice: "Retracted." }, { name: "" }, { desk: "Another" }, { language: "ar" }].map(
    (more) => tagOf({ ...PLAIN, ...more }),
  );
  expect(new Set(tags).size).toBe(4);
  expect(tagOf({ ...PLAIN })).toBe(tags[0]);
});
