import CSL, { type CitationItem, type XmlNode } from "citeproc";
import { absoluteUrl } from "@/lib/http";
import { familyWithParticle, speakerNameOf } from "@/lib/names";
import { companyInWords } from "@/lib/statements";
import {
  type CitedStatement,
  type CslItem,
  isLocal,
  isOwnWork,
  LOCAL_NOTE,
  speakerOf,
  toCslItem,
  toRecordItem,
} from "./csl-item";
import { withHandle } from "./handles";
import { hidden, type Stretch, stretchesOf, withoutMarkup } from "./markup";
import { isolated, prepareItem } from "./prepare";
import type { CitationStyle } from "./style-names";
import { readLocale, readStyle } from "./styles";

/** One form of a citation, ready to be set or copied. */
export interface CitationForm {
  /** Where it goes: "Note", "Reference", "In the text". */
  readonly place: string;
  readonly stretches: readonly Stretch[];
}

/** A statement cited in one style: first what the copy button takes, then what goes elsewhere in the work. */
export type Citation = readonly [CitationForm, ...CitationForm[]];

/**
 * Cites a statement: the words as quoted in their source, and this desk's record of them. What must go with the words
 * stands first, in brackets, as an addition to what the manual asks for.
 */
export function citeStatement(statement: CitedStatement, style: CitationStyle): Citation {
  const company = companyInWords(statement);
  const first = company ? [{ text: `[${company}] `, isItalic: false }] : [];
  const [main, ...others] = formsOf(statement, style);
  const inCompany = ({ place, stretches }: CitationForm) => ({ place, stretches: [...first, ...stretches] });
  return [inCompany(main), ...others.map(inCompany)];
}

function formsOf(statement: CitedStatement, style: CitationStyle): Citation {
  const source = sourceOf(statement, style);
  const address = absoluteUrl(`/statements/${statement.publicId}`);
  const record = { ...toRecordItem(statement, address), id: `${statement.publicId}-record` };
  // the title has the words as they are, and no style sets them in another case
  const titled = inOwnCase({ ...record, title: hidden(isolated(record.title)) });
  const cited = engineFor(style, [source, titled]);
  const handled = (stretches: readonly Stretch[], place: "entry" | "note") =>
    withAccount(stretches, { statement, style, place });
  const entry = handled(cited.entry(source.id), "entry");
  const note = isLocal(address) ? [{ text: ` [${LOCAL_NOTE}]`, isItalic: false }] : [];
  const recordEntry: CitationForm = { place: "This record", stretches: [...cited.entry(record.id), ...note] };
  const inText = (before: string) =>
    cited.note([{ id: source.id, ...(before ? { prefix: hidden(before) } : {}) }]);
  const isSame = isOwnWork(statement);
  const quoted = statement.form === "indirect" ? "cited" : "quoted";
  const year = statement.saidOn ? statement.saidOn.getUTCFullYear().toString() : "";
  const surname = isolated(surnameOf(statement));
  const behind = { apa: ", ", harvard: ", ", "chicago-author-date": " " };
  switch (style) {
    case "chicago-notes":
      return [
        {
          place: "Note",
          stretches: [
            ...handled(
              cited.note([
                {
                  id: source.id,
                  ...(isSame
                    ? {}
                    : { prefix: hidden(`${isolated(capitalised(voiceOf(statement)))}, ${quoted} in `) }),
                },
                { id: record.id },
              ]),
              "note",
            ),
            ...note,
          ],
        },
        { place: "Bibliography", stretches: entry },
        recordEntry,
      ];
    case "apa":
    case "harvard":
    case "chicago-author-date": {
      const said = year ? `${surname}${behind[style]}${year}` : surname;
      const how = style === "apa" ? "as cited" : quoted;
      return [
        { place: "Reference", stretches: entry },
        { place: "In the text", stretches: inText(isSame ? "" : `${said}, ${how} in `) },
        recordEntry,
      ];
    }
    case "mla":
      return [
        { place: "Works cited", stretches: entry },
        {
          place: "In the text",
          stretches: inText(isSame ? "" : `${quoted === "quoted" ? "qtd." : "cited"} in `),
        },
        recordEntry,
      ];
    case "vancouver":
      return [
        { place: "Reference", stretches: entry },
        {
          place: "In the text",
          stretches: [...(isSame ? [] : [plain(`${surname}, ${quoted} in `)]), ...inText("")],
        },
        recordEntry,
      ];
  }
}

/** The source in which the words stand, ready to be set. */
function sourceOf(statement: CitedStatement, style: CitationStyle): CslItem {
  const prepared = preparedFor(toCslItem(statement), style, statement);
  // the words of a post are its title, and stand as they were written
  return statement.source.kind === "post" ? inOwnCase(prepared) : prepared;
}

function withAccount(stretches: readonly Stretch[], cited: Parameters<typeof withHandle>[1]): Stretch[] {
  return stretches.map((one, index) => (index === 0 ? { ...one, text: withHandle(one.text, cited) } : one));
}

/**
 * An item whose title no style sets in another case: English alone is. A tag around it, which CSL has for this, is printed as
 * words where an apostrophe ("workers’ rights") is taken for the half of a quotation across it.
 */
export function inOwnCase(item: CslItem): CslItem {
  return { ...item, language: "und" };
}

function plain(text: string): Stretch {
  return { text, isItalic: false };
}

/** "Sami Yousafzai, to Al Jazeera, October 27, 2025": the voice of a note, with the hearer and the day as far as they are known. */
export function voiceOf(statement: CitedStatement): string {
  const { addressee, saidOn, saidOnPrecision } = statement;
  const on =
    saidOn && (saidOnPrecision === "year" ? YEAR : saidOnPrecision === "month" ? MONTH : DAY).format(saidOn);
  return [speakerOf(statement), ...(addressee ? [`to ${addressee}`] : []), ...(on ? [on] : [])].join(", ");
}

// a note begins as a sentence does: "An unnamed official, quoted in …"
export function capitalised(words: string): string {
  return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

const americanDate = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-US", { timeZone: "UTC", ...options });
const DAY = americanDate({ month: "long", day: "numeric", year: "numeric" });
const MONTH = americanDate({ month: "long", year: "numeric" });
const YEAR = americanDate({ year: "numeric" });

/** The source of a statement as its style's bibliography has it, the same as beside the statement itself. */
export function citeSource(statement: CitedStatement, style: CitationStyle): readonly Stretch[] {
  const source = sourceOf(statement, style);
  const entry = engineFor(style, [source]).entry(source.id);
  return withAccount(entry, { statement, style, place: "entry" });
}

/** One item as its style's bibliography has it, without what is known of its source beside it. */
export function formatCitation(item: CslItem, style: CitationStyle): readonly Stretch[] {
  return engineFor(style, [preparedFor(item, style)]).entry(item.id);
}

/** The text of stretches, without their faces. */
export function plainText(stretches: readonly Stretch[]): string {
  return stretches.map(({ text }) => text).join("");
}

/** An item as a style can set it right: what its type would lose is kept, what its manual leaves out is left out. */
function preparedFor(item: CslItem, style: CitationStyle, statement?: CitedStatement): CslItem {
  return withoutMarkup(prepareItem(item, style, statement));
}

export function surnameOf(statement: CitedStatement): string {
  return statement.speaker ? familyWithParticle(speakerNameOf(statement.speaker)) : speakerOf(statement);
}

/** What an engine sets: the entry of a bibliography, or what cites it. */
type Part = "entry" | "note";
const engines = new Map<`${CitationStyle} ${Part}`, InstanceType<typeof CSL.Engine>>();
let items: ReadonlyMap<string, CslItem> = new Map();

// what was set lately: a page that is read again is cited again from the very same items
const MOST_SET = 1000;
const set = new Map<string, readonly Stretch[]>();

/** What is set from all that `asked` names, as long as it was not set before. */
function setOnce(asked: readonly unknown[], work: () => readonly Stretch[]): readonly Stretch[] {
  const key = JSON.stringify(asked);
  const stretches = set.get(key) ?? work();
  set.delete(key);
  set.set(key, stretches);
  for (const oldest of set.keys()) {
    if (set.size <= MOST_SET) break;
    set.delete(oldest);
  }
  return stretches;
}

// an engine takes 30 ms to build, and citing is synchronous: one for each part of a style serves every reader in turn
function engineFor(style: CitationStyle, cited: readonly CslItem[]) {
  const engine = (part: Part) => {
    const ready = engines.get(`${style} ${part}`) ?? buildEngine(style, part);
    engines.set(`${style} ${part}`, ready);
    // it keeps the names of whatever it read, looks through them at each citation and tells them apart from each other's
    ready.restoreProcessorState([]);
    items = new Map(cited.map((item) => [item.id, item]));
    return ready;
  };
  return {
    entry: (id: string) =>
      setOnce([style, cited, id], () => {
        const own = engine("entry");
        own.updateItems([id]);
        const made = own.makeBibliography();
        return made ? stretchesOf(made[1].join("")) : [];
      }),
    note: (citationItems: readonly CitationItem[]) =>
      setOnce([style, cited, citationItems], () => {
        const citation = { citationItems: [...citationItems], properties: { noteIndex: 1 } };
        return stretchesOf(engine("note").previewCitationCluster(citation, [], [], "html"));
      }),
  };
}

function buildEngine(style: CitationStyle, part: Part) {
  const locale = readLocale(style);
  const system = { retrieveLocale: () => locale, retrieveItem: (id: string) => items.get(id) ?? {} };
  const engine = new CSL.Engine(system, forOneWork(readStyle(style), part));
  engine.setOutputFormat("html");
  return engine;
}

/**
 * A style without what orders works and tells them apart from each other, as each is set for itself here; for an entry
 * also without what cites it, which is set beside every entry to compare. Together they take more than half of the time.
 */
function forOneWork({ name, attrs, children }: XmlNode, part: Part): XmlNode {
  const kept = Object.entries(attrs).filter(([attribute]) => !attribute.startsWith("disambiguate-add-"));
  const isNeeded = (child: XmlNode) =>
    child.name !== "sort" && !(part === "entry" && name === "citation" && child.name === "layout");
  return {
    ...{ name, attrs: Object.fromEntries(kept) },
    children: children
      .filter((child) => typeof child === "string" || isNeeded(child))
      .map((child) => (typeof child === "string" ? child : forOneWork(child, part))),
  };
}
