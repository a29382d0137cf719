import { blockQuotes } from "./block-quotes";
import type { Edit } from "./edits";

// what Windows-1252 has where Unicode has controls: texts that were read in the wrong encoding keep them
const CP1252: Readonly<Record<string, string>> = {
  "\u0082": "‚",
  "\u0084": "„",
  "\u0085": "…",
  "\u008b": "‹",
  "\u0091": "‘",
  "\u0092": "’",
  "\u0093": "“",
  "\u0094": "”",
  "\u0096": "–",
  "\u0097": "—",
  "\u009b": "›",
};

const SIGNS: Readonly<Record<string, string>> = {
  ...CP1252,
  "″": '"',
  "‶": "“",
  "〃": '"',
  "＂": '"',
  "❝": "“",
  "❞": "”",
  "❠": "„",
  "🙶": "“",
  "🙷": "”",
  "🙸": "„",
  "〝": "“",
  "〞": "”",
  "〟": "”",
  "‟": "“",
  "「": "“",
  "」": "”",
  "『": "“",
  "』": "”",
  "﹁": "“",
  "﹂": "”",
  "﹃": "“",
  "﹄": "”",
  "｢": "“",
  "｣": "”",
  "❛": "‘",
  "❜": "’",
  "‛": "‘",
  "´": "’",
  "′": "'",
};

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  bdquo: "„",
  sbquo: "‚",
  laquo: "«",
  raquo: "»",
  lsaquo: "‹",
  rsaquo: "›",
  prime: "'",
  Prime: '"',
  amp: "&",
  lt: "<",
  gt: ">",
  nbsp: "\u00a0",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  shy: "",
  zwnj: "\u200c",
  eacute: "é",
  egrave: "è",
  aacute: "á",
  iacute: "í",
  oacute: "ó",
  uacute: "ú",
  ntilde: "ñ",
  ccedil: "ç",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  aring: "å",
  oslash: "ø",
  pound: "£",
  euro: "€",
};

// UTF-8 that was read as Windows-1252
const MOJIBAKE: Readonly<Record<string, string>> = {
  "â€œ": "“",
  "â€\u009d": "”",
  "â€": "”",
  "â€™": "’",
  "â€˜": "‘",
  "â€“": "–",
  "â€”": "—",
  "â€¦": "…",
  "Â«": "«",
  "Â»": "»",
};

const BLOCKS =
  /^\/?(?:p|div|li|ul|ol|h[1-6]|blockquote|tr|td|th|table|section|article|header|footer|figure|figcaption|aside|main|body|html|head|title|dd|dt|dl)$/;

// anything else in angle brackets may be the name of somebody: "<jo> did he sign?"
const TAGS =
  "a|abbr|address|article|aside|audio|b|big|blockquote|body|br|button|c|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|meta|nav|noscript|object|ol|option|p|picture|pre|q|rt|ruby|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|v|var|video|wbr";

const ANYTHING =
  /[&<\\`_*\u0080-\u009f″‶〃＂❝❞❠〝〞〟‟「」『』﹁﹂﹃﹄｢｣❛❜‛´′]|\ud83d[\ude76-\ude78]|,,|>>|â€|Â[«»]/u;

const UNUSUAL = new RegExp(
  [
    "(?<hidden><!--|<(?:script|style)\\b[^<>]{0,300}>)",
    "<v(?:\\.[\\w.]{1,40})?\\s(?<voice>[^<>\\n]{1,80})>",
    `<(?<tag>/?(?:${TAGS})|/?[a-zA-Z][a-zA-Z0-9-]{0,20}(?=\\s[^<>]{0,200}=))(?:\\s[^<>]{0,400})?\\s*/?>`,
    "&(?:amp;)?(?:#(?<decimal>\\d{1,7})|#[xX](?<hex>[0-9a-fA-F]{1,6})|(?<entity>[a-zA-Z]{2,8}));",
    "(?<mojibake>â€œ|â€\u009d|â€™|â€˜|â€“|â€”|â€¦|â€|Â«|Â»)",
    "(?<guillemet><<(?=\\p{L})|<<(?= \\p{L})|(?<=[\\p{L}\\p{P}] ?)>>(?![\\w]))",
    "\\\\(?<escaped>[\"'])",
    "(?<ticks>``)",
    "(?<=^|[\\s(—–-])(?<tick>`)(?=\\p{L}[^`\\n]{1,400}')",
    "(?<=^|[\\s(—–-])(?<commas>,,)(?=\\p{L})",
    "(?<=^|[\\s(—–\"“'‘-])(?<emphasis>\\*{1,3}|_{1,3})(?=[^\\s*_])(?<stressed>[^*_\\n]{1,400}?)(?<=[^\\s*_])\\k<emphasis>(?![\\p{L}\\p{N}_*])",
    "(?<sign>[\\u0082\\u0084\\u0085\\u008b\\u0091-\\u0094\\u0096\\u0097\\u009b″‶〃＂❝❞❠〝〞〟‟「」『』﹁﹂﹃﹄｢｣❛❜‛´′]|\\ud83d[\\ude76-\\ude78])",
  ].join("|"),
  "gu",
);

/**
 * What stands for a mark, a letter or nothing: entities, tags left in, marks of other scripts and keyboards, signs of a
 * wrong encoding, emphasis typed with stars. Each becomes what it stands for, so that whoever reads on sees proper marks.
 */
export function typedMarks(text: string): Edit[] {
  if (!ANYTHING.test(text)) return [];
  const edits: Edit[] = [];
  const add = (startUtf16: number, endUtf16: number, to: string, sort: Edit["sort"] = "mark") =>
    edits.push({ startUtf16, endUtf16, to, sort });
  const hasTicks = text.includes("``");
  const hidden = new Hidden(text);
  UNUSUAL.lastIndex = 0;
  for (let match = UNUSUAL.exec(text); match !== null; match = UNUSUAL.exec(text)) {
    const from = match.index;
    const end = from + match[0].length;
    const found = match.groups ?? {};
    if (found.hidden !== undefined) {
      UNUSUAL.lastIndex = hidden.endOf(found.hidden, end);
      add(from, UNUSUAL.lastIndex, "", "left out");
    } else if (found.voice !== undefined) {
      const nameFrom = from + match[0].indexOf(found.voice);
      add(from, nameFrom, "");
      add(nameFrom + found.voice.length, end, ": ");
    } else if (found.tag !== undefined) add(from, end, insteadOfTag(found.tag.toLowerCase()));
    else if (found.mojibake !== undefined) add(from, end, MOJIBAKE[found.mojibake] ?? "");
    else if (found.guillemet !== undefined) add(from, end, found.guillemet === "<<" ? "«" : "»");
    else if (found.escaped !== undefined) add(from, end, found.escaped);
    else if (found.ticks !== undefined) add(from, end, "“");
    else if (found.tick !== undefined) add(from, end, "‘");
    else if (found.commas !== undefined) add(from, end, "„");
    else if (found.emphasis !== undefined) {
      const { length } = found.emphasis;
      // _We are staying,_ said Ash: what is stressed and ends like speech stands for marks
      const isSpeech =
        length === 1 && /[,.!?…]$/u.test(found.stressed ?? "") && /\s/u.test(found.stressed ?? "");
      add(from, from + length, isSpeech ? "“" : "");
      add(end - length, end, isSpeech ? "”" : "");
      UNUSUAL.lastIndex = from + length;
    } else if (found.sign !== undefined) add(from, end, SIGNS[found.sign] ?? "");
    else {
      const to = entityOf(found);
      if (to !== null) add(from, end, to);
    }
  }
  if (hasTicks) {
    for (const match of text.matchAll(/''/g)) add(match.index, match.index + 2, "”");
  }
  edits.push(...blockQuotes(text));
  return inOrder(edits);
}

/** In the order of the text, none over another: of two at one place what only adds comes first, then the longer. */
function inOrder(edits: readonly Edit[]): Edit[] {
  const length = ({ startUtf16, endUtf16 }: Edit) => endUtf16 - startUtf16;
  const sorted = [...edits].sort(
    (one, other) =>
      one.startUtf16 - other.startUtf16 ||
      Number(length(one) > 0) - Number(length(other) > 0) ||
      length(other) - length(one),
  );
  let until = 0;
  return sorted.filter((edit) => {
    const isFree = edit.startUtf16 >= until;
    if (isFree) until = edit.endUtf16;
    return isFree;
  });
}

/** Where comments, scripts and styles end; what is once known to have no end is not looked for again. */
class Hidden {
  private readonly endless = new Set<string>();

  constructor(private readonly text: string) {}

  endOf(opening: string, from: number): number {
    const closing = opening === "<!--" ? "-->" : opening.startsWith("<script") ? "</script>" : "</style>";
    const at = this.endless.has(closing) ? -1 : this.text.indexOf(closing, from);
    if (at >= 0) return at + closing.length;
    this.endless.add(closing);
    return from;
  }
}

function insteadOfTag(tag: string): string {
  if (tag === "q") return "“";
  if (tag === "/q") return "”";
  if (tag === "br") return "\n";
  return BLOCKS.test(tag) ? "\n\n" : "";
}

function entityOf(found: Record<string, string | undefined>): string | null {
  if (found.entity !== undefined) return ENTITIES[found.entity] ?? null;
  const code = found.decimal === undefined ? Number.parseInt(found.hex ?? "", 16) : Number(found.decimal);
  if (!(code >= 32 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return null;
  const sign = String.fromCodePoint(code);
  return CP1252[sign] ?? SIGNS[sign] ?? sign;
}
