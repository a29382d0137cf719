import type { CslItem } from "./csl-item";
import { TRANSLATION } from "./prepare";

/** A stretch of a citation in one face. */
export interface Stretch {
  readonly text: string;
  readonly isItalic: boolean;
}

// citeproc reads tags in what it is given; angle brackets that were printed travel as signs of the private use area
const HIDDEN: Readonly<Record<string, string>> = { "<": "\ue000", ">": "\ue001" };
const SHOWN: Readonly<Record<string, string>> = { "\ue000": "<", "\ue001": ">" };

/** A text whose angle brackets citeproc does not take for tags. */
export function hidden(text: string): string {
  return text.replace(/[<>]/gu, (sign) => HIDDEN[sign] ?? sign);
}

/** An item none of whose words citeproc takes for tags. */
export function withoutMarkup(item: CslItem): CslItem {
  return JSON.parse(hidden(JSON.stringify(item))) as CslItem;
}

/** “Gozaresh az Kabol” [A report from Kabul]: the translation of a title behind its marks of quotation and its italics. */
function behindMarks(html: string): string {
  const [open, close] = TRANSLATION;
  const within = new RegExp(`${open}([^${close}]*)${close}([.,]?)((?:”|’|&#8221;|&#8217;|</i>)*)`, "gu");
  return html.replace(
    within,
    (_, words: string, stop: string, marks: string) => `${marks} [${words}]${stop}`,
  );
}

/** What citeproc writes as HTML, cut by face: `<i>` is all that these styles ask for beside plain text. */
export function stretchesOf(html: string): Stretch[] {
  const stretches: Stretch[] = [];
  let depth = 0;
  // the number of an entry stands in a box of its own
  const line = behindMarks(html)
    .replace(/<\/div>\s*<div[^>]*>/gu, " ")
    .replace(/<\/?div[^>]*>/gu, "");
  for (const piece of line.trim().split(/(<[^>]*>)/u)) {
    if (piece === "<i>") depth++;
    else if (piece === "</i>") depth--;
    else if (piece !== "" && !piece.startsWith("<")) {
      const text = piece
        .replace(/&#(\d+);|&(lt|gt|amp|quot);/gu, (_, code: string, name: string) =>
          code ? String.fromCodePoint(Number(code)) : (ENTITIES[name] ?? ""),
        )
        .replace(/[\ue000\ue001]/gu, (sign) => SHOWN[sign] ?? "");
      stretches.push({ text, isItalic: depth > 0 });
    }
  }
  return stretches;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };
