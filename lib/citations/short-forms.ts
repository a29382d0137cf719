import { absoluteUrl } from "@/lib/http";
import { authorsOf, familyWithParticle, type Name, spokenName } from "@/lib/names";
import { companyInWords, companyOf, wordedInFull } from "@/lib/statements";
import { type CitedStatement, isLocal, LOCAL_NOTE, saidOnOf, speakerOf, versionOf } from "./csl-item";
import { givenOfCsl, toCslName } from "./csl-names";

/** A statement as one text for one place, to be copied as it stands. */
export interface ShortForm {
  readonly place: string;
  readonly text: string;
}

/**
 * A statement as it is quoted in a running text, in a footnote, in Wikipedia's templates, in HTML and in Markdown. Whatever
 * must go with the words goes with them in each.
 */
export function shortForms(statement: CitedStatement): readonly ShortForm[] {
  return [
    { place: "In a running text", text: running(statement) },
    { place: "Footnote", text: footnote(statement) },
    { place: "Wikipedia, cite news", text: citeNews(statement) },
    { place: "Wikipedia, quote", text: wikiQuote(statement) },
    { place: "HTML", text: quotationHtml(statement) },
    { place: "Markdown", text: markdown(statement) },
  ];
}

/** “…” — Sami Yousafzai, told Al Jazeera, 28 October 2025 [1] */
function running(statement: CitedStatement): string {
  return `${wordedInFull(statement)} — ${saidBy(statement)} [1]`;
}

function footnote(statement: CitedStatement): string {
  const company = companyInWords(statement);
  const verb = statement.form === "indirect" ? "cited" : "quoted";
  const stands = standsIn(statement).join(", ");
  const address = addressOf(statement);
  return `${company ? `[${company}] ` : ""}${saidBy(statement)}, ${verb} in ${stands}; statement ${versionOf(statement)}, ${address}${localNote(statement)}.`;
}

// https://en.wikipedia.org/wiki/Template:Cite_news
function citeNews(statement: CitedStatement): string {
  const { source, anchor } = statement;
  // the template has a field for words and none for what is said of them: that stands before it, and first of all the notice
  const isQuoted = statement.form !== "indirect";
  const before = isQuoted ? companyOf(statement).notice : companyInWords(statement);
  const authors = authorsOf(source).flatMap((name, index) => wikiAuthor(name, index + 1));
  const fields: [string, string | null | undefined][] = [
    ...authors,
    ["title", source.title],
    ["work", source.outlet?.name],
    ["date", source.publishedOn && dayInWords(source.publishedOn, source.publishedOnPrecision)],
    ["url", source.address],
    ["access-date", source.address && anchor ? dayInWords(anchor.edition.retrievedAt, "day") : null],
    ["language", source.language === "en" ? null : source.language],
    ["quote", isQuoted ? unquoted(wordedInFull(statement, { withNotice: false })) : null],
  ];
  return `${before ? `[${inTemplate(before)}] ` : ""}{{cite news ${fields.flatMap(([key, value]) => (value ? [`|${key}=${key === "url" ? inAddress(value) : inTemplate(value)}`] : [])).join(" ")}}}`;
}

function wikiAuthor(name: Name, number: number): [string, string][] {
  const at = number === 1 ? "" : String(number);
  if ("literal" in name)
    return [[`author${at}`, name.kind === "body" ? `((${name.literal}))` : name.literal]];
  const csl = toCslName(name);
  const given = "literal" in csl ? "" : givenOfCsl(csl);
  const last = [familyWithParticle(name), name.suffix].filter(Boolean).join(" ");
  const parts: [string, string][] = [
    [`last${at}`, last],
    ...(given ? [[`first${at}`, given] as [string, string]] : []),
  ];
  return name.isFamilyFirst ? [...parts, [`author-mask${at}`, spokenName(name)]] : parts;
}

function wikiQuote(statement: CitedStatement): string {
  const { source } = statement;
  const fields: [string, string][] = [
    ["text", wordedInFull(statement)],
    ["author", saidBy(statement)],
    [
      "source",
      [`“${source.title}”`, source.outlet?.name, `${addressOf(statement)}${localNote(statement)}`]
        .filter(Boolean)
        .join(", "),
    ],
  ];
  return `{{quote ${fields.map(([key, value]) => `|${key}=${inTemplate(value)}`).join(" ")}}}`;
}

/** The words as a figure of HTML with who said them, where they stand and the record of them; without its notice where that stands above. */
export function quotationHtml(statement: CitedStatement, { withNotice = true } = {}): string {
  const { source, language } = statement;
  const address = inHtml(addressOf(statement));
  const title = source.address
    ? `<a href="${inHtml(source.address)}">${inHtml(source.title)}</a>`
    : inHtml(source.title);
  return [
    `<figure>`,
    `<blockquote cite="${inHtml(source.address ?? addressOf(statement))}" lang="${inHtml(language)}" dir="auto"><p>${inHtml(wordedInFull(statement, { withNotice }))}</p></blockquote>`,
    `<figcaption>${inHtml(saidBy(statement))}. In <cite>${title}</cite>${source.outlet ? `, ${inHtml(source.outlet.name)}` : ""}. <a href="${address}">Statement ${inHtml(versionOf(statement))}</a>${localNote(statement)}</figcaption>`,
    `</figure>`,
  ].join("\n");
}

function markdown(statement: CitedStatement): string {
  const { source } = statement;
  const title = inMarkdown(oneLine(source.title));
  const linked = source.address
    ? `[${title}](<${source.address.replace(/[<>\s]/gu, encodeURIComponent)}>)`
    : title;
  const words = inMarkdown(wordedInFull(statement)).replace(/\r?\n/gu, "\n> ");
  return `> ${words}\n>\n> — ${inMarkdown(oneLine(saidBy(statement)))}. In ${linked}${source.outlet ? `, ${inMarkdown(oneLine(source.outlet.name))}` : ""}. [Statement ${versionOf(statement)}](<${addressOf(statement)}>)${inMarkdown(localNote(statement))}`;
}

/** "Sami Yousafzai, told Al Jazeera, 28 October 2025": by whom, to whom, and when as far as it is known. */
function saidBy(statement: CitedStatement): string {
  const { addressee, saidOn, saidOnPrecision } = statement;
  return [
    speakerOf(statement),
    ...(addressee ? [`${statement.form === "indirect" ? "to" : "told"} ${addressee}`] : []),
    ...(saidOn && saidOnOf(statement) ? [dayInWords(saidOn, saidOnPrecision ?? null)] : []),
  ].join(", ");
}

function standsIn({ source }: CitedStatement): string[] {
  return [
    ...authorsOf(source).map(spokenName),
    `“${source.title}”`,
    ...(source.outlet ? [source.outlet.name] : []),
    ...(source.publishedOn ? [dayInWords(source.publishedOn, source.publishedOnPrecision)] : []),
    ...(source.address ? [source.address] : []),
  ];
}

/** Nobody else can open an address of this machine, and whoever copies it is told so. */
function localNote(statement: CitedStatement): string {
  return isLocal(addressOf(statement)) ? ` [${LOCAL_NOTE}]` : "";
}

function addressOf({ publicId }: CitedStatement): string {
  return absoluteUrl(`/statements/${publicId}`);
}

const wordsOf = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
const DAY = wordsOf({ day: "numeric", month: "long", year: "numeric" });
const MONTH = wordsOf({ month: "long", year: "numeric" });

/** "28 October 2025", as far as a day is known. */
export function dayInWords(on: Date, precision: string | null): string {
  if (precision === "year") return String(on.getUTCFullYear());
  return (precision === "month" ? MONTH : DAY).format(on);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

function unquoted(wording: string): string {
  return wording.replace(/^[“"«„]([^“”"«»„]*)[”"»]$/u, "$1");
}

// a bar ends a field, two braces the template, and a line break its line
function inTemplate(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[|{}[\]<>]|~{3,}|'{2,}/gu, (signs) =>
      [...signs].map((sign) => `&#${sign.codePointAt(0)};`).join(""),
    );
}

function inAddress(address: string): string {
  return address.replace(/[\s|{}[\]<>]/gu, encodeURIComponent);
}

function inHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

function inMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]|^[+-]|(?<=^\d{1,9})[.)]/gmu, "\\$&");
}
