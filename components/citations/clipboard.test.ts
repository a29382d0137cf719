import { afterEach, describe, expect, it, vi } from "vitest";
import { clipboardHtml, copyWords } from "./clipboard";

afterEach(() => vi.unstubAllGlobals());

const CITED = [
  { text: "Roe & Doe, “A <b>,” ", isItalic: false },
  { text: "The Courier", isItalic: true },
  { text: ", 2025.", isItalic: false },
];

describe("what is pasted", () => {
  it("keeps italics, and no sign of the words becomes markup", () => {
    expect(clipboardHtml(CITED)).toBe(
      '<p dir="auto">Roe &amp; Doe, “A &lt;b&gt;,” <i>The Courier</i>, 2025.</p>',
    );
    expect(clipboardHtml(CITED, "Ada: “No.\nNever.”")).toBe(
      '<p dir="auto">Ada: “No.<br>Never.”</p><p dir="auto">Roe &amp; Doe, “A &lt;b&gt;,” <i>The Courier</i>, 2025.</p>',
    );
  });
});

interface Ways {
  write?: () => Promise<void>;
  writeText?: (text: string) => Promise<void>;
  /** Whether the browser lets a page copy by the event. */
  isEventful?: boolean;
}

/** A browser with these ways to the clipboard; what came there, by its type. */
function browserWith({ write, writeText, isEventful = false }: Ways) {
  const kept: Record<string, string> = {};
  const known: { copy?: (event: unknown) => void } = {};
  vi.stubGlobal("navigator", write || writeText ? { clipboard: { write, writeText } } : {});
  vi.stubGlobal(
    "ClipboardItem",
    class {
      constructor(readonly types: Record<string, Blob>) {}
    },
  );
  vi.stubGlobal("document", {
    addEventListener: (_: string, work: (event: unknown) => void) => {
      known.copy = work;
    },
    removeEventListener: () => {
      delete known.copy;
    },
    execCommand: () => {
      const clipboardData = {
        setData: (type: string, words: string) => {
          kept[type] = words;
        },
      };
      if (isEventful) known.copy?.({ preventDefault: () => {}, clipboardData });
      return isEventful;
    },
  });
  return { kept, known };
}

describe("a citation is copied", () => {
  const refused = () => Promise.reject(new DOMException("no", "NotAllowedError"));

  it("as HTML and as plain text", async () => {
    const written: { types: Record<string, Blob> }[] = [];
    browserWith({
      write: (async ([item]: never[]) => void written.push(item as never)) as never,
      writeText: refused,
    });
    expect(await copyWords("plain", "<i>rich</i>")).toBe(true);
    const [{ types } = { types: {} }] = written;
    expect(Object.keys(types).sort()).toEqual(["text/html", "text/plain"]);
    expect(await types["text/html"]?.text()).toBe("<i>rich</i>");
    expect(await types["text/plain"]?.text()).toBe("plain");
  });

  it("by the event where the page is not served securely, both kinds", async () => {
    const { kept, known } = browserWith({ isEventful: true });
    expect(await copyWords("plain", "<i>rich</i>")).toBe(true);
    expect(kept).toEqual({ "text/plain": "plain", "text/html": "<i>rich</i>" });
    expect(known).toEqual({});
  });

  it("as plain text where nothing keeps HTML", async () => {
    const texts: string[] = [];
    browserWith({ write: refused, writeText: async (text) => void texts.push(text) });
    expect(await copyWords("plain", "<i>rich</i>")).toBe(true);
    expect(texts).toEqual(["plain"]);
  });

  it("not at all where a browser allows nothing, which is told", async () => {
    browserWith({ write: refused, writeText: refused });
    expect(await copyWords("plain", "<i>rich</i>")).toBe(false);
    browserWith({});
    expect(await copyWords("plain")).toBe(false);
  });
});
