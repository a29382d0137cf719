import { authorsOf, spokenName } from "@/lib/names";
import { normaliseName } from "@/lib/text";
import type { CitedStatement, CslItem } from "./csl-item";
import type { CslName } from "./csl-names";
import { kindOfSource } from "./kinds";
import { sentenceCase } from "./sentence-case";
import type { CitationStyle } from "./style-names";

/** A style that is shipped, or one of the others, of whose manual nothing is known. */
type Kind = CitationStyle | "added";

const SENTENCE_CASE: readonly Kind[] = ["apa", "harvard", "vancouver"];

/** An item with what its manual asks for and CSL leaves to the data: kind, case, names, and a publisher that is the author. */
export function prepareItem(item: CslItem, style: Kind, statement?: CitedStatement): CslItem {
  const source = statement?.source;
  const romanised = { ...item, title: withoutStop(source?.titleRomanised || item.title) };
  const typedItem = placed(typed(archived(romanised), style, statement), style);
  const isolated = isolate(named(withoutRepeated(cased(typedItem, style, statement), style), style));
  const translated = source?.titleTranslated;
  if (!translated) return isolated;
  const set = SENTENCE_CASE.includes(style) ? sentenceCase(translated) : translated;
  return { ...isolated, title: `${isolated.title}${TRANSLATION[0]}${set}${TRANSLATION[1]}` };
}

// every style sets its own sign behind a title; a stop of an abbreviation stays
function withoutStop(title: string): string {
  return title.replace(/(?<=\p{Ll}{3})\.$/u, "");
}

/** Signs of the private use area around a translated title, which stands in brackets behind the marks of the title itself. */
export const TRANSLATION = ["\ue002", "\ue003"] as const;

// a copy kept elsewhere is named behind the original's address (Chicago 14.10, MLA 5.97)
function archived({ archive_location: archive, ...item }: CslItem): CslItem {
  if (!archive) return item;
  return { ...item, URL: item.URL ? `${item.URL}, archived at ${archive}` : archive };
}

// a speech and a press release are held as text on a site, and only as a page does every style print their date
function typed(item: CslItem, style: Kind, statement: CitedStatement | undefined): CslItem {
  const source = statement?.source;
  const kind = source ? kindOfSource(source.kind, source.outlet) : undefined;
  const isFormatted = kind?.formattedIn?.includes(style) ?? true;
  const formattedAs = isFormatted ? kind?.formattedAs : undefined;
  const { publisher, "container-title": container, ...rest } = item;
  const outlet = container ?? publisher;
  // who issues a press release is its author where no other is named, and so is who broadcasts in APA
  const isIssued = source?.kind === "press_release" || item.type === "broadcast";
  const author = item.author ?? (isIssued && outlet ? [{ literal: outlet }] : undefined);
  const authored = { ...rest, ...(author ? { author } : {}) };
  // these two print what kind of work it is as its medium, and no genre
  const isMedium = style === "mla" || style === "harvard";
  if (formattedAs) {
    // the style sets no stop between a title and who asked
    const isUnstopped = item.interviewer && style === "chicago-author-date" && !/[.?!]$/u.test(item.title);
    return {
      ...authored,
      ...(isUnstopped ? { title: `${item.title}.` } : {}),
      type: formattedAs,
      ...(outlet ? { "container-title": outlet } : {}),
      ...(isMedium && item.genre ? { medium: item.genre } : {}),
      // within a note it is no beginning of a sentence
      ...(style.startsWith("chicago") && item.genre ? { genre: item.genre.toLowerCase() } : {}),
    };
  }
  // APA names who broadcast it as the publisher
  const isBroadcast = item.type === "broadcast" && style === "apa" && outlet;
  return isBroadcast ? { ...authored, publisher: outlet } : item;
}

// the style of the NLM takes a page within a site for a part of a book, and prints the site before the title
function placed(item: CslItem, style: Kind): CslItem {
  const { "container-title": site, ...rest } = item;
  return style === "vancouver" && item.type === "webpage" && site ? { ...rest, publisher: site } : item;
}

function cased(item: CslItem, style: Kind, statement: CitedStatement | undefined): CslItem {
  if (!SENTENCE_CASE.includes(style) || (item.language ?? "en").split("-")[0] !== "en") return item;
  const { source, speaker, place, event, addressee, roleThen } = statement ?? {};
  const names = [
    ...(source ? authorsOf(source).map(spokenName) : []),
    ...[speaker?.name, source?.outlet?.name, place, event, addressee, roleThen].map((name) => name ?? ""),
  ];
  return { ...item, title: sentenceCase(item.title, names) };
}

/**
 * An author who is also the outlet is named once: APA leaves the outlet out, MLA the author, for a work that an
 * organisation publishes itself begins with its title.
 */
function withoutRepeated(item: CslItem, style: Kind): CslItem {
  const [first, ...others] = item.author ?? [];
  const outlet = item["container-title"] ?? item.publisher;
  if (!first || others.length > 0 || !outlet || !("literal" in first)) return item;
  if (normaliseName(first.literal) !== normaliseName(outlet) || item.type === "article-newspaper")
    return item;
  const { author: _, "container-title": container, publisher, ...rest } = item;
  return style === "mla"
    ? { ...rest, ...(container ? { "container-title": container } : {}), ...(publisher ? { publisher } : {}) }
    : { ...rest, author: [first] };
}

// APA and Vancouver set every family name before a comma or its initials; the others print a name in its own order
function named(item: CslItem, style: Kind): CslItem {
  if (!item.author) return item;
  const isInitialled = style === "apa" || style === "vancouver" || style === "harvard";
  const isMixed = item.author.length > 1;
  return {
    ...item,
    author: item.author.map((name) => asPrinted(isInitialled ? withoutOrder(name) : name, isMixed)),
  };
}

// citeproc joins an institution to a person without the comma that every manual has; in quotation marks it is taken whole
function asPrinted(name: CslName, isMixed: boolean): CslName {
  return isMixed && "literal" in name ? { family: `"${name.literal.replaceAll('"', "”")}"` } : name;
}

function withoutOrder(name: CslName): CslName {
  if ("literal" in name) return name;
  const { "static-ordering": _, ...rest } = name;
  return rest;
}

/** A text that runs from right to left, shut in so that it does not turn round what stands beside it (UAX #9, FSI and PDI). */
export function isolated(text: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(text) ? `\u2068${text}\u2069` : text;
}

function isolate(item: CslItem): CslItem {
  const { author, "container-title": container, publisher } = item;
  return {
    ...item,
    title: isolated(item.title),
    ...(author ? { author: author.map(isolatedName) } : {}),
    ...(container ? { "container-title": isolated(container) } : {}),
    ...(publisher ? { publisher: isolated(publisher) } : {}),
  };
}

function isolatedName(name: CslName): CslName {
  if ("literal" in name) return { literal: isolated(name.literal) };
  return { ...name, family: isolated(name.family), ...(name.given ? { given: isolated(name.given) } : {}) };
}
