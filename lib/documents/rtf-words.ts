/** Destinations whose words are no text. Those behind `\*` are passed over whatever they are called. */
export const NOWHERE = new Set(
  "colortbl filetbl revtbl listtable listoverridetable pict nonshppict shprslt sp objdata objclass objname header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn fldinst datafield pntext pntxta pntxtb listtext xe rxe tc tcn bkmkstart bkmkend atnid atnauthor annotation generator template private do docvar".split(
    " ",
  ),
);
/** What ends a paragraph. */
export const ENDS = new Set(["par", "sect", "page", "cell", "nestcell"]);
export const OLD_ENCODINGS = { mac: "macintosh", pc: "IBM 437", pca: "IBM 850" } as const;
/** What stands behind `\*` and is text all the same. */
export const READ_ALL_THE_SAME = new Set(["shpinst", "ud", "shptxt"]);
/** What words stand for. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ...([
    ["tab", "\t"],
    ["line", "\n"],
    ["lbr", "\n"],
    ["emdash", "—"],
    ["endash", "–"],
  ] as const),
  ...([
    ["lquote", "‘"],
    ["rquote", "’"],
    ["ldblquote", "“"],
    ["rdblquote", "”"],
    ["bullet", "•"],
  ] as const),
  ...([
    ["emspace", "\u2003"],
    ["enspace", "\u2002"],
    ["qmspace", "\u2005"],
    ["zwj", "\u200d"],
  ] as const),
  ...([
    ["zwnj", "\u200c"],
    ["ltrmark", "\u200e"],
    ["rtlmark", "\u200f"],
  ] as const),
]);

/** A sign by its number, which is written as one of sixteen bits. Pictures of a typeface are no signs but for its bullet. */
export function unicodeSign(number: number): string {
  const code = ((number % 0x10000) + 0x10000) % 0x10000;
  if (code >= 0xf000 && code <= 0xf0ff) return code === 0xf0b7 ? "•" : "";
  return code === 0 ? "" : String.fromCharCode(code);
}
