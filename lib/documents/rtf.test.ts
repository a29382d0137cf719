import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { growthOf, TOO_MUCH } from "@/bench/growth";
import { readDocument } from "./read";

const read = (content: string, name = "draft.rtf") => readDocument(Buffer.from(content, "latin1"), name);
const HEAD =
  "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\fnil\\fcharset204 Arial Cyr;}{\\f2\\fnil\\fcharset2 Symbol;}{\\f3\\fnil\\fcharset128 Mincho;}}{\\stylesheet{\\s0 Normal;}{\\s1\\b heading 1;}{\\s2 caption;}{\\s3 Intense Quote;}{\\*\\cs9 Strong;}}\n";
const rtf = (body: string) => `${HEAD}${body}}`;
const textOf = async (body: string) => (await read(rtf(body))).text;
const kindsIn = ({ text, paragraphs }: Awaited<ReturnType<typeof readDocument>>) =>
  paragraphs.map(({ kind, startUtf16, endUtf16 }) => [kind, text.slice(startUtf16, endUtf16)]);

describe("rich text", () => {
  it("is read paragraph by paragraph, each as what its style, its level or its place says", async () => {
    const found = await read(
      rtf(
        [
          "{\\info{\\title Not this}{\\author Nor she}{\\creatim\\yr2026}}{\\header Post}{\\footerr p. {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}}",
          "\\pard\\s1 Talks\r\n end\\par\\pard\\plain \\ldblquote We {\\b agreed}\\~& signed,\\rdblquote\\line she said.\\par",
          "\\pard\\s2 A hall\\par\\pard\\s3 Nothing.\\par\\pard{\\listtext 1.\\tab}\\ls1 A point\\par",
          "\\pard\\outlinelevel1 Below\\par\\pard\\trowd\\intbl Left\\cell Right\\cell\\row\\pard Last \\{one\\} \\\\.",
        ].join(""),
      ),
    );
    expect(kindsIn(found)).toEqual([
      ["headline", "Talks end"],
      ["prose", "“We agreed\u00a0& signed,”\nshe said."],
      ["caption", "A hall"],
      ["quote", "Nothing."],
      ["item", "A point"],
      ["headline", "Below"],
      ["cell", "Left"],
      ["cell", "Right"],
      ["prose", "Last {one} \\."],
    ]);
    expect(found).toMatchObject({ kind: "rtf", title: "Talks end", encoding: "ASCII", notices: [] });
  });

  it.each([
    ["bytes of its page", "Br\\'fccke \\'93gut\\'94", "Brücke “gut”", "Windows-1252"],
    ["bytes as they are", "Br\u00fccke", "Brücke", "Windows-1252"],
    ["bytes of a typeface's letters", "{\\f1 \\'cc\\'ee\\'f1\\'f2} is", "Мост is", "Windows-1251"],
    ["a letter of two bytes, the second a plain sign", "{\\f3 \\'83\\'68\\'83A}", "ドア", "Shift_JIS"],
    ["signs in Unicode beside their like", "caf\\u233?, \\uc2 \\u26725\\'98\\'a5!", "café, 桥!", "ASCII"],
    ["none beside it", "\\uc0\\u8220 gut\\u8221 ", "“gut”", "ASCII"],
    ["a pair of numbers for one sign", "a \\u-10179?\\u-8694?", "a 😊", "ASCII"],
    ["pictures of a typeface", "{\\f2 \\'b7}{\\f2 \\'e0} a\\u-3913? b", "• a• b", "symbols"],
    ["words that stand there twice", "{\\upr{Most}{\\*\\ud{\\u1052?ost}}}", "Мost", "ASCII"],
    ["a page of old", "\\pc na\\'8bve", "naïve", "IBM 437"],
    ["words of a table that has none", "\\constructor\\hasOwnProperty1 a", "a", "ASCII"],
  ])("has its letters: %s", async (_, body, text, encoding) => {
    expect(await read(rtf(body))).toMatchObject({ text, encoding });
  });

  it("holds the words that stand when every tracked change is accepted, and no others", async () => {
    expect(
      await textOf(
        "We will {\\deleted never }{\\revised always} talk{\\v  secretly}{\\*\\annotation Is this so?}{\\*\\bkmkstart a}{\\xe index}. {\\pict\\pngblip 89504e47}{\\deleted\\par}Now.",
      ),
    ).toBe("We will always talk. Now.");
  });

  it("leaves out what is struck out, and nothing where that is nearly all", async () => {
    expect(await textOf("We will {\\strike never }{\\striked1 not }\\strike now\\strike0  talk.")).toBe(
      "We will  talk.",
    );
    expect(await textOf("\\strike All that she said on the day.\\par\\plain ok")).toBe(
      "All that she said on the day.\n\nok",
    );
  });

  it("has what stands on its own behind what it stands in: text boxes and notes", async () => {
    expect(
      await textOf(
        "Around{\\shp{\\*\\shpinst{\\sp{\\sn pWrap}{\\sv 1}}{\\shptxt In a box\\par}}{\\shprslt In a box}} it{\\super\\chftn{\\footnote\\pard\\plain She said so.}}.\\par Last.",
      ),
    ).toBe("Around it.\n\nIn a box\n\nLast.\n\nShe said so.");
  });

  it("passes over bytes of a picture, whatever they are", async () => {
    expect(await textOf("Before {\\pict\\bin5 }}{\\\\}after.\\bin2 {{")).toBe("Before after.");
  });

  it("breaks lines where a program of Apple does, and has the title of its head", async () => {
    const found = await read(rtf("{\\info{\\title The  bridge}}One\\\nTwo\\\r\nThree"));
    expect(found).toMatchObject({ text: "One\n\nTwo\n\nThree", title: "The bridge" });
  });

  it("says where it was cut short", async () => {
    const found = await read(`${HEAD}The bridge {\\b stays`);
    expect(found).toMatchObject({ text: "The bridge stays" });
    expect(found.notices).toEqual(["The file ends within its text: the rest of it is missing."]);
  });

  it("is told by its content", async () => {
    expect((await read(rtf("Words."), "a.docx")).kind).toBe("rtf");
    await expect(read("words", "a.rtf")).rejects.toMatchObject({ rule: "no_document" });
  });
});

describe("rich text that was made to break its reader", () => {
  it.each([
    ["parts deep within each other", `{\\rtf1 ${"{".repeat(5_000)}x`, "too_deep"],
    ["more bytes of a picture than there are", "{\\rtf1 x\\bin2000000000 y}", "hostile"],
    ["bytes to go back to", "{\\rtf1 x\\bin-9 y}", "hostile"],
    ["six million letters", `{\\rtf1 ${"word ".repeat(1_200_000)}}`, "too_large"],
    ["pictures alone", "{\\rtf1{\\pict 00}}", "empty"],
  ])("%s", async (_, content, rule) => {
    await expect(read(content)).rejects.toMatchObject({ name: "DocumentRefused", rule });
  });

  test.each([
    ["braces", (size: number) => `{\\rtf1 a${"{}".repeat(size)}b}`],
    ["words", (size: number) => `{\\rtf1 a${"\\b\\i".repeat(size)} b}`],
    ["bytes", (size: number) => `{\\rtf1 a${"\\'e9".repeat(size)}b}`],
    ["numbers", (size: number) => `{\\rtf1 a${"\\u233?".repeat(size)}b}`],
    ["paragraphs", (size: number) => `{\\rtf1 a${"\\par x".repeat(size)}b}`],
    ["notes", (size: number) => `{\\rtf1 a${"{\\footnote x}".repeat(size)}b}`],
    ["typefaces", (size: number) => `{\\rtf1{\\fonttbl${"{\\f1 x;}".repeat(size)}}b}`],
    ["styles", (size: number) => `{\\rtf1{\\stylesheet{\\s1 ${"x;".repeat(size)}}}b}`],
  ] as const)(
    "many %s cost no more than in proportion",
    async (_, make) => {
      expect(await growthOf(make, (text) => read(text), 4000)).toBeLessThan(TOO_MUCH);
    },
    120_000,
  );

  it("is read or refused, whatever comes, and paragraphs are slices in order", async () => {
    const pieces = [
      "{",
      "}",
      "\\",
      "\\par ",
      "\\'e9",
      "\\u8220?",
      "\\*",
      "\\bin3 ",
      "a b",
      "\\pard",
      "\\upr",
    ];
    const some = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })), {
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(some, async (parts) => {
        const found = await read(`{\\rtf1 x${parts.join("")}`).catch((error: unknown) => error);
        if (!(found instanceof Error)) {
          const { text, paragraphs } = found as Awaited<ReturnType<typeof readDocument>>;
          expect(paragraphs.map((one) => text.slice(one.startUtf16, one.endUtf16)).join("\n\n")).toBe(text);
        } else expect(found.name).toBe("DocumentRefused");
      }),
    );
  });
});
