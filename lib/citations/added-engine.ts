import CSL, { type CitationItem, type XmlNode } from "citeproc";
import type { CslItem } from "./csl-item";
import type { AddedStyle } from "./style-names";
import { readWordsOf } from "./styles";
import { readXml } from "./xml";

/** One citation: an entry of the list of works, or what stands in a note or in the text. */
export type Ask = { readonly entry: string } | { readonly note: readonly CitationItem[] };

/** What is to be set in a style that a desk added. It crosses to a thread, so it is data. */
export interface SettingQuestion {
  readonly style: Pick<AddedStyle, "sha256" | "text" | "words">;
  readonly items: readonly CslItem[];
  readonly asks: readonly Ask[];
}

interface Built {
  readonly engine: InstanceType<typeof CSL.Engine>;
  items: ReadonlyMap<string, CslItem>;
}

// a large style takes seconds and 150 MB to build: Chicago's has 240 kB
const MOST_BUILT = 3;
const built = new Map<string, Built>();

/** The HTML of each citation that was asked for; "" where the style sets none, such as a list of works in one of notes alone. */
export function setInAdded({ style, items, asks }: SettingQuestion): string[] {
  const known = built.get(style.sha256) ?? build(style);
  // the one that was used last stands last
  built.delete(style.sha256);
  built.set(style.sha256, known);
  for (const oldest of built.keys()) if (built.size > MOST_BUILT) built.delete(oldest);
  try {
    return setAll(known, items, asks);
  } catch (error) {
    // an engine that failed in the midst of its work may go on wrongly
    built.delete(style.sha256);
    throw error;
  }
}

function setAll(known: Built, items: readonly CslItem[], asks: readonly Ask[]): string[] {
  // as the engines of the shipped styles: it keeps the names of whatever it read
  known.engine.restoreProcessorState([]);
  known.items = new Map(items.map((item) => [item.id, item]));
  return asks.map((ask) => {
    if ("entry" in ask) {
      known.engine.updateItems([ask.entry]);
      const made = known.engine.makeBibliography();
      return made ? made[1].join("") : "";
    }
    const citation = { citationItems: [...ask.note], properties: { noteIndex: 1 } };
    return known.engine.previewCitationCluster(citation, [], [], "html");
  });
}

function build({ text, words }: SettingQuestion["style"]): Built {
  const style = readXml(text);
  const language = style.attrs["default-locale"] || "en-US";
  const locale = withOwn(readWordsOf(language), words);
  const known: { items: ReadonlyMap<string, CslItem> } = { items: new Map() };
  const system = {
    retrieveLocale: () => locale,
    retrieveItem: (id: string) => known.items.get(id) ?? {},
  };
  const engine = new CSL.Engine(system, style, language, true);
  engine.setOutputFormat("html");
  return Object.assign(known, { engine });
}

// words of the desk's own go over the shipped ones, so that a file of some is enough; of two, citeproc takes the later
function withOwn(shipped: XmlNode, words: string | null): XmlNode {
  if (words === null) return shipped;
  const own = readXml(words);
  return { ...own, children: [...shipped.children, ...own.children] };
}
