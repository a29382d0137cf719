import { type AlignedPiece, type Finding, type FindingMatch, LABELS, ORDER_OF_LABELS } from "@/lib/checking";
import { inXml } from "@/lib/text";
import { STYLE } from "./html-style";
import { summaryOf } from "./lines";
import {
  type CheckedDraft,
  companyIn,
  paragraphsIn,
  placesIn,
  recordPlaces,
  type Tone,
  toLookAt,
  toneOf,
} from "./model";
import { setOff } from "./set-off";

interface Numbered {
  readonly finding: Finding;
  readonly number: number;
  readonly tone: Tone;
}

type Where = ReturnType<typeof recordPlaces>;

interface Places {
  readonly placeOf: ReturnType<typeof placesIn>;
  readonly whereOf: Where;
  readonly companyOf: ReturnType<typeof companyIn>;
}

/** A checked draft as one page without scripts: the draft with its findings marked, and each beside its paragraph. */
export function reportHtml(checked: CheckedDraft): string {
  const { name, text, language, findings } = checked;
  const numbered = findings.map((finding, index) => ({ finding, number: index + 1, tone: toneOf(finding) }));
  const title = checked.title ?? name;
  const paragraphs = checked.paragraphs.length > 0 ? checked.paragraphs : paragraphsIn(text);
  const places = {
    placeOf: placesIn(text),
    whereOf: recordPlaces(checked.against),
    companyOf: companyIn(checked),
  };
  const placed = new Set<number>();
  const rows = paragraphs.map(({ kind, startUtf16, endUtf16 }, index) => {
    const next = paragraphs[index + 1]?.startUtf16 ?? text.length + 1;
    const here = numbered.filter(({ finding, number }) => {
      const isHere = finding.start < next && !placed.has(number);
      if (isHere) placed.add(number);
      return isHere;
    });
    // the title stands above already
    if (index === 0 && here.length === 0 && text.slice(startUtf16, endUtf16) === title) return "";
    const notes = here.map((one) => noteOf(one, places)).join("");
    return `<div class="row${here.length > 0 ? " row--found" : ""}"><p class="said said--${kind}" dir="auto">${marked(text, { startUtf16, endUtf16 }, numbered)}</p><div class="notes">${notes}</div></div>`;
  });
  return `<!doctype html>
<html lang="${inXml(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${inXml(`Checked: ${title}`)}</title><style>${STYLE}</style></head>
<body>
<header><p class="kicker" lang="en" dir="ltr"><b>Verbatim</b> · a draft against the record · ${inXml(name)} · ${checked.madeAt.toISOString().slice(0, 16).replace("T", " ")} UTC</p>
<h1 dir="auto">${inXml(title)}</h1>
<div lang="en" dir="ltr"><p class="verdict">${inXml(verdictOf(findings))}</p>
<ul class="counts">${countsOf(numbered)}</ul>
<p class="searched">${inXml(searchedOf(checked))}</p></div></header>
<main>
${rows.join("\n")}
</main>
<footer lang="en" dir="ltr"><div>${definitionsOf(findings)}<p class="made">${inXml(summaryOf(checked))} Made by Verbatim on the words alone: no model was asked, and nothing left this machine.</p></div></footer>
</body>
</html>
`;
}

function verdictOf(findings: readonly Finding[]): string {
  const open = toLookAt(findings);
  if (findings.length === 0) return "The draft has no attributed statements and no quotations.";
  if (open === 0)
    return findings.length === 1
      ? "The one statement stands in the record as the draft has it."
      : `All ${findings.length} statements stand in the record as the draft has them.`;
  return `${open} of ${findings.length} ${findings.length === 1 ? "statement" : "statements"} must be looked at.`;
}

function countsOf(numbered: readonly Numbered[]): string {
  return ORDER_OF_LABELS.map((label) => {
    const under = numbered.filter(({ finding }) => finding.label === label);
    const [first] = under;
    if (!first) return "";
    return `<li><span class="key ${first.tone}">${ICONS[first.tone]}<b>${under.length}</b> ${inXml(LABELS[label].name.toLowerCase())}</span></li>`;
  }).join("");
}

function searchedOf({ searched, against }: CheckedDraft): string {
  const names = against.slice(0, 12).map(({ title }) => title);
  const more = against.length - names.length;
  const list = names.length > 0 ? `: ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}` : "";
  const statements =
    searched.statements > 0 ? `, and ${searched.statements.toLocaleString("en")} stored statements` : "";
  return `Searched ${searched.texts.toLocaleString("en")} ${searched.texts === 1 ? "text" : "texts"} with ${searched.words.toLocaleString("en")} words${list}${statements}.`;
}

/** The words of a paragraph with what was found in them marked, and a number where each finding ends. */
function marked(
  text: string,
  { startUtf16, endUtf16 }: { startUtf16: number; endUtf16: number },
  numbered: readonly Numbered[],
): string {
  const inside = numbered.filter(({ finding }) => finding.start < endUtf16 && finding.end > startUtf16);
  if (inside.length === 0) return inXml(text.slice(startUtf16, endUtf16));
  const cuts = new Set([startUtf16, endUtf16]);
  for (const { finding } of inside)
    for (const at of [finding.start, finding.end]) if (at > startUtf16 && at < endUtf16) cuts.add(at);
  const places = [...cuts].sort((one, other) => one - other);
  return places
    .slice(0, -1)
    .map((from, index) => {
      const to = places[index + 1] ?? endUtf16;
      const over = inside.filter(({ finding }) => finding.start <= from && finding.end >= to);
      const words = inXml(text.slice(from, to));
      // words within words: what is the most to be looked at shows, and the shorter of two that are alike
      const shown = over.toSorted(
        (one, other) => weightOf(other) - weightOf(one) || lengthOf(one) - lengthOf(other),
      )[0];
      const id = over.find(({ finding }) => finding.start === from)?.number;
      const numbers = inside
        .filter(
          ({ finding }) =>
            finding.end === to ||
            (to === endUtf16 && from < finding.end && finding.end > to && isLastPart(finding, text, to)),
        )
        .map(
          ({ number, tone }) =>
            `<a class="n ${tone}" href="#f${number}" aria-label="Finding ${number}">${number}</a>`,
        )
        .join("");
      return `${shown ? `<mark class="${shown.tone}"${id === undefined ? "" : ` id="d${id}"`}>${words}</mark>` : words}${numbers}`;
    })
    .join("");
}

/** Whether nothing but space of a finding stands behind a place. */
const isLastPart = ({ end }: Finding, text: string, at: number) => text.slice(at, end).trim() === "";
const weightOf = ({ tone }: Numbered) => ({ pass: 0, care: 1, stop: 2 })[tone];
const lengthOf = ({ finding }: Numbered) => finding.end - finding.start;

function noteOf({ finding, number, tone }: Numbered, { placeOf, whereOf, companyOf }: Places): string {
  const { label, speaker, match, reason, hidden, notes, others, settles } = finding;
  const by = speaker === null ? "" : `<span class="by" dir="auto">${inXml(speaker)}</span>`;
  const head = `<p class="label"><a class="n ${tone}" href="#d${number}" aria-label="Finding ${number}: to its place in the draft">${number}</a>${ICONS[tone]}<strong>${inXml(LABELS[label].name)}</strong>${by}</p>`;
  const row = (name: string, value: string, kind = "") =>
    `<dt>${name}</dt><dd${kind ? ` class="${kind}" dir="auto"` : ""}>${value}</dd>`;
  const company = match ? companyOf(match) : "";
  const readWith = company ? row("Read with it", inXml(company)) : "";
  const told = notes.map(({ says }) => row("Note", inXml(says))).join("");
  if (tone === "pass") {
    const edits = hidden.length > 0 ? row("Hides", inXml(hidden.join(" · ")), "words") : "";
    const differs =
      label === "exact" ? "" : row("Record", inXml(match?.text ?? ""), "words") + row("Why", inXml(reason));
    return `<section class="finding fine pass" id="f${number}" lang="en" dir="ltr">${head}<dl>${readWith}${match ? row("In", sourceOf(match, whereOf)) : ""}${differs}${edits}${told}</dl></section>`;
  }
  const place = placeOf(finding.start);
  return `<section class="finding ${tone}" id="f${number}" lang="en" dir="ltr">${head}<dl>${[
    row("Draft", sideOf(finding.text, finding.aligned, "draft"), "words"),
    readWith,
    match ? row("Record", sideOf(match.text, finding.aligned, "record"), "words") : "",
    match
      ? row("In", sourceOf(match, whereOf))
      : row("Place", `Paragraph ${place.paragraph}, line ${place.line} of the text`),
    hidden.length > 0 ? row("Hides", inXml(hidden.join(" · ")), "words") : "",
    row("Why", inXml(reason)),
    told,
    settles ? row("Settle", inXml(settles)) : "",
  ].join("")}</dl>${aroundOf(match)}${othersOf(others, { whereOf, companyOf })}</section>`;
}

/** One wording with what the other has not set off. */
function sideOf(whole: string, aligned: readonly AlignedPiece[], side: "draft" | "record"): string {
  return setOff(whole, aligned, side)
    .map(({ text, isOnly }) => (isOnly ? `<span class="only">${inXml(text)}</span>` : inXml(text)))
    .join("");
}

function sourceOf(match: FindingMatch, whereOf: Where): string {
  const { speaker } = match;
  const said = speaker ? ` · said there by <span dir="auto">${inXml(speaker)}</span>` : "";
  return `<span dir="auto">${inXml(whereOf(match))}</span>${said}`;
}

function aroundOf(match: FindingMatch | null): string {
  if (!match || match.around.text.trim() === match.text.trim()) return "";
  const { around, start, end } = match;
  const from = start - around.start;
  const to = end - around.start;
  const isWithin = from >= 0 && to <= around.text.length && to > from;
  const words = isWithin
    ? `${inXml(around.text.slice(0, from))}<b>${inXml(around.text.slice(from, to))}</b>${inXml(around.text.slice(to))}`
    : inXml(around.text);
  return `<details><summary>The sentences around it</summary><p class="around" dir="auto">${words}</p></details>`;
}

function othersOf(
  others: readonly FindingMatch[],
  { whereOf, companyOf }: Pick<Places, "whereOf" | "companyOf">,
): string {
  if (others.length === 0) return "";
  const list = others.slice(0, 20).map((match) => {
    const company = companyOf(match);
    return `<li><span dir="auto">${inXml(match.text)}</span> — ${sourceOf(match, whereOf)}${company ? `. ${inXml(company)}` : ""}</li>`;
  });
  return `<details><summary>Also in ${others.length} ${others.length === 1 ? "place" : "places"}</summary><ul>${list.join("")}</ul></details>`;
}

function definitionsOf(findings: readonly Finding[]): string {
  const used = ORDER_OF_LABELS.filter((label) => findings.some((finding) => finding.label === label));
  if (used.length === 0) return "";
  const list = used.map((label) => {
    const tone = toneOf({ label });
    return `<div><dt><span class="key ${tone}">${ICONS[tone]}${inXml(LABELS[label].name)}</span></dt><dd>${inXml(LABELS[label].definition)}</dd></div>`;
  });
  return `<h2>What the labels mean</h2><dl class="labels">${list.join("")}</dl>`;
}

const icon = (path: string) =>
  `<svg viewBox="0 0 12 12" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">${path}</svg>`;
const ICONS: Readonly<Record<Tone, string>> = {
  pass: icon('<path d="M1.5 6.5 4.5 9.5 10.5 2.5"/>'),
  care: icon('<path d="M3 4a3 3 0 1 1 4 2.8c-.7.3-1 .7-1 1.2M6 10.2v1.3"/>'),
  stop: icon('<path d="M2 2l8 8M10 2l-8 8"/>'),
};
