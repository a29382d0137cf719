import { MOST_UTF16, strikesAll, TextBuilder } from "./builder";
import { DocumentRefused } from "./model";
import { decodeSigns, encodingOfCharset, encodingOfPage } from "./rtf-encodings";
import { type Group, kindOf, PLAIN_PARAGRAPH, PLAIN_WORDS, type Sink, START, TURNED } from "./rtf-group";
import { ENDS, NOWHERE, OLD_ENCODINGS, READ_ALL_THE_SAME, SIGNS, unicodeSign } from "./rtf-words";

/** Whether bytes, each as the sign of its number, begin as rich text does. */
export const isRtf = (head: string) => /^(?:\u00ef\u00bb\u00bf)?\s{0,100}\{\\rtf/u.test(head);

/**
 * Reads rich text (RTF 1.9): the words as they stand when every tracked change is accepted, tables and text boxes where they
 * stand, notes behind the text. Pictures, what is struck out, fields' codes, comments, headers and footers are no part of it. Nothing that a file says
 * of a length or a number is believed further than the file goes. @throws {DocumentRefused}
 */
export function readRtf(bytes: Uint8Array) {
  // a byte is a sign here, so that each run is decoded in the encoding of its typeface
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const reader = new RtfReader(source, { withStruck: false });
  const shown = reader.read();
  return strikesAll(reader.struck, shown.text) ? new RtfReader(source, { withStruck: true }).read() : shown;
}

const MOST_DEEP = 500;
const WORD = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?/uy;
const SPECIAL = /[\\{}\r\n]/gu;

class RtfReader {
  readonly #source: string;
  readonly #builder = new TextBuilder();
  readonly #groups: Group[] = [];
  readonly #fonts = new Map<number, string>();
  readonly #styles = new Map<number, string>();
  readonly #encodings = new Set<string>();
  readonly #stories: string[] = [""];
  readonly #notes: string[] = [];
  readonly #boxes: string[] = [];
  #group: Group = START;
  #signs = "";
  #encoding = "Windows-1252";
  #usualFont = 0;
  #listedFont = 0;
  #name = "";
  #title = "";
  #passing = 0;
  #at = 0;

  readonly #withStruck: boolean;
  /** How many characters were left out because they are struck out. */
  struck = 0;

  constructor(source: string, { withStruck }: { withStruck: boolean }) {
    [this.#source, this.#withStruck] = [source, withStruck];
  }

  read() {
    this.#at = this.#source.indexOf("{");
    while (this.#at < this.#source.length) {
      if (this.#readOne()) break;
    }
    const isCut = this.#groups.length > 0;
    while (this.#groups.length > 0) this.#close();
    this.#endParagraph();
    for (const note of this.#notes) this.#builder.add(note, "note");
    const title = this.#builder.first("headline") ?? (this.#title.replace(/\s+/gu, " ").trim() || null);
    const notices = isCut ? ["The file ends within its text: the rest of it is missing."] : [];
    return { ...this.#builder.read, title, notices, encoding: [...this.#encodings].join(", ") || "ASCII" };
  }

  /** Whether it was the end of the document. */
  #readOne(): boolean {
    const sign = this.#source[this.#at];
    if (sign === "{") this.#open();
    else if (sign === "}") {
      this.#at += 1;
      this.#close();
      return this.#groups.length === 0;
    } else if (sign === "\\") this.#control();
    else if (sign === "\r" || sign === "\n") this.#at += 1;
    else this.#run();
    return false;
  }

  #open(): void {
    this.#flush();
    this.#passing = 0;
    if (this.#groups.length >= MOST_DEEP)
      throw new DocumentRefused("too_deep", `Its parts lie more than ${MOST_DEEP} deep within each other.`);
    this.#groups.push(this.#group);
    const isFirst = this.#group.isTwice;
    this.#group = { ...this.#group, story: null, isTwice: false, ...(isFirst ? { sink: "nowhere" } : {}) };
    this.#at += 1;
  }

  #close(): void {
    this.#flush();
    this.#passing = 0;
    const { sink, story, style } = this.#group;
    if (sink === "styles" && this.#name !== "")
      this.#styles.set(style, (this.#name.split(";")[0] ?? "").trim());
    this.#name = "";
    if (story !== null) {
      this.#endParagraph();
      this.#stories.pop();
    }
    this.#group = this.#groups.pop() ?? START;
  }

  #run(): void {
    SPECIAL.lastIndex = this.#at;
    const end = SPECIAL.exec(this.#source)?.index ?? this.#source.length;
    const from = Math.min(end, this.#at + this.#passing);
    this.#passing -= from - this.#at;
    if (this.#group.sink !== "nowhere") this.#signs += this.#source.slice(from, end);
    this.#at = end;
  }

  #control(): void {
    WORD.lastIndex = this.#at;
    const word = WORD.exec(this.#source);
    if (word) {
      this.#at = WORD.lastIndex;
      const [, name = "", number] = word;
      if (name === "bin") this.#pass(Number(number ?? 0));
      // a word counts as one sign of those for programs that know no Unicode
      else if (this.#passing > 0) this.#passing -= 1;
      else this.#word(name, number === undefined ? null : Number(number));
      return;
    }
    const sign = this.#source[this.#at + 1] ?? "";
    const code = sign === "'" ? /^[\da-f]{2}/iu.exec(this.#source.slice(this.#at + 2, this.#at + 4)) : null;
    this.#at += code ? 4 : 2;
    if (sign === "*") this.#star();
    else if (this.#passing > 0) this.#passing -= 1;
    else if (code) this.#signs += String.fromCharCode(Number.parseInt(code[0], 16));
    else if (sign === "\\" || sign === "{" || sign === "}") this.#signs += sign;
    else if (sign === "~") this.#write("\u00a0");
    else if (sign === "_") this.#write("\u2011");
    else if (sign === "\r" || sign === "\n") {
      if (sign === "\r" && this.#source[this.#at] === "\n") this.#at += 1;
      this.#endParagraph();
    }
  }

  /** Bytes of a picture, which may be any. */
  #pass(length: number): void {
    if (length < 0 || length > this.#source.length - this.#at)
      throw new DocumentRefused(
        "hostile",
        "It says that more bytes of a picture follow than there are in it. Open it in its own program and save it anew.",
      );
    this.#at += length;
  }

  /** A destination that may be passed over by who does not know it. */
  #star(): void {
    WORD.lastIndex = this.#at;
    const name = WORD.exec(this.#source)?.[1] ?? "";
    if (!READ_ALL_THE_SAME.has(name)) this.#group.sink = "nowhere";
    // the words in Unicode of those that stand there twice
    else if (name === "ud") this.#group.sink = this.#groups.at(-1)?.sink ?? "nowhere";
  }

  #word(name: string, number: number | null): void {
    const sign = SIGNS.get(name);
    if (sign !== undefined) this.#write(sign);
    else if (NOWHERE.has(name)) this.#into("nowhere");
    else if (name === "u") {
      this.#write(unicodeSign(number ?? 0));
      this.#passing = this.#group.passed;
    } else if (ENDS.has(name)) {
      if (name.endsWith("cell")) this.#group.isInTable = true;
      this.#endParagraph();
    } else {
      this.#flush();
      if (!this.#destination(name)) this.#property(name, number);
    }
  }

  /** Whether a word begins what is read on its own. */
  #destination(name: string): boolean {
    if (name === "fonttbl") this.#into("fonts");
    else if (name === "stylesheet") this.#into("styles");
    else if (name === "info") this.#into("info");
    else if (name === "title" && this.#group.sink === "info") this.#into("title");
    else if (name === "footnote") this.#begin("note");
    else if (name === "shptxt") this.#begin("box");
    else if (name === "upr") this.#group.isTwice = true;
    else return false;
    return true;
  }

  /** What holds for the words or the paragraph from here on. */
  #property(name: string, number: number | null): void {
    const group = this.#group;
    const turned = TURNED.get(name);
    if (turned) group[turned] = number !== 0;
    switch (name) {
      case "plain":
        Object.assign(group, { font: this.#usualFont, ...PLAIN_WORDS });
        break;
      case "pard":
        Object.assign(group, PLAIN_PARAGRAPH);
        break;
      case "outlinelevel":
        group.isHeadline = (number ?? 0) < 9;
        break;
      case "s":
        group.style = number ?? 0;
        break;
      case "uc":
        group.passed = Math.min(Math.max(number ?? 1, 0), 100);
        break;
      default:
        if (!turned) this.#letters(name, number ?? 0);
    }
  }

  /** What tells in which encoding bytes are. */
  #letters(name: string, number: number): void {
    const isListed = this.#group.sink === "fonts";
    if (name === "ansicpg") this.#encoding = encodingOfPage(number) ?? this.#encoding;
    else if (name === "mac" || name === "pc" || name === "pca") this.#encoding = OLD_ENCODINGS[name];
    else if (name === "deff") this.#group.font = this.#usualFont = number;
    else if (name === "f" && isListed) this.#listedFont = number;
    else if (name === "f") this.#group.font = number;
    else if (isListed && (name === "cpg" || name === "fcharset")) {
      const encoding = name === "cpg" ? encodingOfPage(number) : encodingOfCharset(number);
      if (encoding !== null) this.#fonts.set(this.#listedFont, encoding);
    }
  }

  #into(sink: Sink): void {
    this.#flush();
    if (this.#group.sink === "nowhere") return;
    this.#group.sink = sink;
    this.#name = "";
  }

  #begin(story: "note" | "box"): void {
    this.#flush();
    if (this.#group.sink !== "text" || this.#group.story !== null) return;
    this.#group.story = story;
    Object.assign(this.#group, PLAIN_PARAGRAPH);
    this.#stories.push("");
  }

  /** The bytes that were read, as text in the encoding of their typeface. */
  #flush(): void {
    if (this.#signs === "") return;
    const signs = this.#signs;
    this.#signs = "";
    const encoding = this.#fonts.get(this.#group.font) ?? this.#encoding;
    if (this.#group.sink === "text" && /[^\p{ASCII}]/u.test(signs)) this.#encodings.add(encoding);
    this.#write(decodeSigns(signs, this.#group.sink === "text" ? encoding : this.#encoding));
  }

  #write(words: string): void {
    this.#flush();
    const { sink, isHidden, isDeleted, isStruck } = this.#group;
    if (sink === "title") this.#title += words.slice(0, 1000);
    else if (sink === "styles") this.#name += words.slice(0, 200);
    else if (sink !== "text" || isHidden || isDeleted) return;
    else if (isStruck && !this.#withStruck) this.struck += words.length;
    else {
      const story = (this.#stories.pop() ?? "") + words;
      if (story.length > MOST_UTF16)
        throw new DocumentRefused("too_large", "It holds more than 5 million characters. Split it.");
      this.#stories.push(story);
    }
  }

  #endParagraph(): void {
    this.#flush();
    if (this.#group.sink !== "text") return;
    // the end of a paragraph that was taken out: the next goes on in it
    if (this.#group.isDeleted) return;
    const words = this.#stories.pop() ?? "";
    this.#stories.push("");
    const kept = this.#stories.length === 1 ? null : this.#storyAround();
    if (kept === "note") this.#notes.push(words);
    else if (kept === "box") this.#boxes.push(words);
    else {
      this.#builder.add(words, kindOf(this.#group, this.#styles));
      for (const box of this.#boxes.splice(0)) this.#builder.add(box, "prose");
    }
  }

  #storyAround(): "note" | "box" | null {
    return this.#group.story ?? this.#groups.findLast(({ story }) => story !== null)?.story ?? null;
  }
}
