import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf } from "./lines";
import { openZip, type ZipLimits, type ZipSource } from "./read";
import { type ZipFile, zipOf } from "./write";

const AT = new Date("2026-11-26T10:00:00Z");
const LIMITS: ZipLimits = { mostFiles: 1000, mostBytes: 1_000_000 };

async function packed(files: readonly ZipFile[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipOf(files, AT)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function sourceOf(bytes: Buffer): ZipSource {
  return { size: bytes.length, read: async (start, length) => bytes.subarray(start, start + length) };
}

async function unpackedAll(bytes: Buffer, limits = LIMITS): Promise<Record<string, string>> {
  const zip = await openZip(sourceOf(bytes), limits);
  const read: Record<string, string> = {};
  for (const name of zip.names) {
    const pieces: Buffer[] = [];
    for await (const piece of zip.pieces(name)) pieces.push(piece);
    read[name] = Buffer.concat(pieces).toString("utf8");
    expect(zip.sizeOf(name)).toBe(Buffer.concat(pieces).length);
  }
  return read;
}

const file = (name: string, ...pieces: string[]): ZipFile => ({ name, pieces });

it("gives back what was packed, however it is cut", async () => {
  const texts = fc.array(fc.string({ unit: "grapheme", maxLength: 200 }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(texts, { maxLength: 5 }), async (all) => {
      const files = all.map((pieces, index) => file(`a/${index}.txt`, ...pieces));
      const expected = all.map((pieces, index) => [`a/${index}.txt`, pieces.join("").toWellFormed()]);
      expect(await unpackedAll(await packed(files))).toEqual(Object.fromEntries(expected));
    }),
    { numRuns: 30 },
  );
});

it("holds more files than 16 bits count", async () => {
  const files = Array.from({ length: 66_000 }, (_, index) => file(`${index}`));
  const zip = await openZip(sourceOf(await packed(files)), { ...LIMITS, mostFiles: 70_000 });
  expect(zip.names).toHaveLength(66_000);
});

it("packs what is large while it is read", async () => {
  async function* lines() {
    for (let line = 0; line < 40_000; line += 1) yield `line ${line}\n`;
  }
  const read = await unpackedAll(await packed([{ name: "a", pieces: lines() }, file("b", "x")]));
  expect(read.a?.split("\n")).toHaveLength(40_001);
  expect(read.b).toBe("x");
});

it("is the same for the same content", async () => {
  const files = [file("a.txt", "one"), file("b.txt", "two")];
  expect((await packed(files)).equals(await packed(files))).toBe(true);
});

it("passes over folders where it is asked to, and over nothing else", async () => {
  const bytes = await packed([file("a/"), file("a/b/"), file("a/b/c", "x")]);
  expect(await unpackedAll(bytes, { ...LIMITS, passesFolders: true })).toEqual({ "a/b/c": "x" });
  await expect(
    unpackedAll(await packed([file("a/", "x")]), { ...LIMITS, passesFolders: true }),
  ).rejects.toThrow("no name of a file");
});

describe("a zip that is not read", () => {
  const changed = async (change: (bytes: Buffer) => Buffer | undefined, ...files: ZipFile[]) => {
    const bytes = await packed(files.length > 0 ? files : [file("a.txt", "words and words and words")]);
    return change(bytes) ?? bytes;
  };
  const directoryAt = (bytes: Buffer) => bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));

  it.each(["../a", "/a", "a/../b", "a\\b", "c:a", "a//b", ".", "", "a/", "a\u0000b", "a\u202eb", "a\u2028b"])(
    "names a file %j",
    async (name) => {
      const error = await packed([file(name, "x")])
        .then(unpackedAll)
        .catch((thrown: Error) => thrown);
      expect(String(error)).toContain("no name of a file");
      expect(String(error), "nothing that turns a terminal round").not.toMatch(/[\p{Cc}\p{Cf}\u2028]/u);
    },
  );

  it.each<[string, (bytes: Buffer) => Buffer | undefined, RegExp]>([
    ["is none", () => Buffer.from("not a zip"), /no zip file/],
    ["is empty", () => Buffer.alloc(0), /no zip file/],
    ["is cut short", (bytes) => bytes.subarray(0, bytes.length - 30), /no zip file/],
    ["has another checksum", (bytes) => void bytes.writeUInt32LE(1, directoryAt(bytes) + 16), /damaged/],
    ["says less than it holds", (bytes) => void bytes.writeUInt32LE(3, directoryAt(bytes) + 24), /larger/],
    ["says more than it holds", (bytes) => void bytes.writeUInt32LE(900, directoryAt(bytes) + 24), /damaged/],
    [
      "says far more than it holds",
      (bytes) => void bytes.writeUInt32LE(900_000, directoryAt(bytes) + 24),
      /far too much/,
    ],
    ["is encrypted", (bytes) => void bytes.writeUInt16LE(0x0809, directoryAt(bytes) + 8), /encrypted/],
    ["is a link", (bytes) => void bytes.writeUInt32LE(0xa1ff_0000, directoryAt(bytes) + 38), /no plain file/],
    ["is packed otherwise", (bytes) => void bytes.writeUInt16LE(12, directoryAt(bytes) + 10), /in a way/],
    ["has damaged data", (bytes) => void bytes.fill(0xff, 35, 45), /damaged/],
    ["has another name within", (bytes) => void bytes.write("b", 30), /another name/],
    ["leads outside", (bytes) => void bytes.writeUInt32LE(99_999, bytes.length - 6), /outside/],
  ])("%s", async (_, change, words) => {
    await expect(changed(change).then((bytes) => unpackedAll(bytes))).rejects.toThrow(words);
  });

  it("stands where it cannot be read any more", async () => {
    const bytes = await packed([file("a.txt", "words".repeat(90))]);
    const zip = await openZip(sourceOf(bytes), LIMITS);
    const gone = await openZip(
      {
        size: bytes.length,
        read: async (start, length) => {
          if (start === 35) throw new Error("EIO");
          return bytes.subarray(start, start + length);
        },
      },
      LIMITS,
    );
    expect(zip.names).toEqual(gone.names);
    await expect(gone.pieces("a.txt").next()).rejects.toThrow("damaged");
  });

  it("holds two files that lie over one another", async () => {
    const bytes = await packed([file("a.txt", "x".repeat(90)), file("b.txt", "y".repeat(90))]);
    const second = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(0, second + 42);
    await expect(unpackedAll(bytes)).rejects.toThrow("lies over");
  });

  it("holds one name twice, in the eyes of a file system", async () => {
    await expect(packed([file("a", "x"), file("A", "y")]).then(unpackedAll)).rejects.toThrow("twice");
  });

  it("holds too many files, or too much", async () => {
    const bytes = await packed([file("a", "x".repeat(50)), file("b", "y".repeat(50))]);
    await expect(unpackedAll(bytes, { mostFiles: 1, mostBytes: 1000 })).rejects.toThrow("2 files");
    await expect(unpackedAll(bytes, { mostFiles: 9, mostBytes: 99 })).rejects.toThrow("100 bytes");
  });
});

describe("a file of lines that comes in pieces", () => {
  async function* cut(bytes: Buffer, at: readonly number[]) {
    const places = [...new Set(at.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
    for (const [index, place] of [0, ...places].entries()) yield bytes.subarray(place, places[index]);
  }
  const all = async (bytes: Buffer, { at = [] as number[], longest = 100_000 } = {}) => {
    const lines: string[] = [];
    for await (const line of linesOf(cut(bytes, at), "a.jsonl", longest)) lines.push(line);
    return lines;
  };

  it("is the same lines wherever it is cut, also within a letter", async () => {
    const line = fc.string({ unit: "binary", maxLength: 40 }).map((text) => text.replaceAll("\n", " "));
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.array(fc.nat()), async (lines, at) => {
        const bytes = Buffer.from(lines.map((one) => `${one}\n`).join(""));
        // the mark of byte order at the very beginning is none of the text
        const expected = lines.map((one, index) => (index === 0 ? one.replace(/^\ufeff/u, "") : one));
        expect(await all(bytes, { at })).toEqual(expected.map((one) => one.toWellFormed()));
      }),
    );
  });

  it.each<[string, Buffer, object, string]>([
    ["ends within a line", Buffer.from("{}\n{"), {}, "a.jsonl ends within a line"],
    ["ends within a letter", Buffer.from([0x7b, 10, 0xe2, 0x80]), {}, "no text in UTF-8"],
    ["is no text", Buffer.from([0xff, 10]), {}, "no text in UTF-8"],
    [
      "has a line without an end",
      Buffer.from("a".repeat(99)),
      { longest: 50, at: [60] },
      "longer than is read",
    ],
  ])("is refused when it %s", async (_, bytes, options, words) => {
    await expect(all(bytes, options)).rejects.toThrow(words);
  });
});
