import { type Finding, type FindingMatch, LABELS, ORDER_OF_LABELS } from "@/lib/checking";
import { onOneLine } from "@/lib/text";
import { type CheckedDraft, differencesIn, placesIn, recordPlaces, toLookAt, toneOf } from "./model";

const SIGNS = { pass: "✓", care: "?", stop: "✗" } as const;
const MOST_UTF16 = 240;

/** A checked draft for a terminal: a block for what must be looked at, a line for what stands. */
export function linesOf(checked: CheckedDraft): string[] {
  const placeOf = placesIn(checked.text);
  const whereOf = recordPlaces(checked.against);
  const where = (match: FindingMatch) => onOneLine(whereOf(match));
  return checked.findings
    .flatMap((finding, index) => {
      const at = `${onOneLine(checked.name)}:${placeOf(finding.start).line}`;
      const by = finding.speaker === null ? "" : ` · ${onOneLine(finding.speaker)}`;
      const head = `${SIGNS[toneOf(finding)]} ${at}  ${LABELS[finding.label].name}${by}`;
      const isLast = index === checked.findings.length - 1;
      if (!LABELS[finding.label].mustBeLookedAt)
        return [
          `${head}: ${short(finding.text, 80)}${finding.match ? `  ← ${where(finding.match)}` : ""}`,
          ...notesOf(finding),
        ];
      return ["", head, ...detailsOf(finding, where), ...(isLast ? [] : [""])];
    })
    .filter((line, index, all) => line !== "" || (index > 0 && all[index - 1] !== ""));
}

function detailsOf(finding: Finding, where: (match: FindingMatch) => string): string[] {
  const { match, others, settles } = finding;
  const row = (name: string, words: string) => `    ${name.padEnd(9)}${words}`;
  const differences = differencesIn(finding)
    .slice(0, 6)
    .map(
      ({ draft, record }) =>
        `${draft ? short(draft, 60) : "nothing"} for ${record ? short(record, 60) : "nothing"}`,
    );
  return [
    row("draft", short(finding.text)),
    ...(match
      ? [
          row("record", short(match.text)),
          row("", `${where(match)}${match.speaker ? `, ${onOneLine(match.speaker)}` : ""}`),
        ]
      : []),
    ...(differences.length > 0 ? [row("differs", differences.join(" · "))] : []),
    ...(finding.hidden.length > 0
      ? [row("hides", finding.hidden.map((words) => short(words, 80)).join(" · "))]
      : []),
    row("why", onOneLine(finding.reason)),
    ...notesOf(finding),
    ...(others.length > 0 ? [row("also in", others.slice(0, 4).map(where).join(" · "))] : []),
    ...(settles ? [row("settle", onOneLine(settles))] : []),
  ];
}

const notesOf = ({ notes }: Finding) => notes.map(({ says }) => `    ${"note".padEnd(9)}${onOneLine(says)}`);

function short(words: string, most = MOST_UTF16): string {
  const line = onOneLine(words.replace(/\s+/gu, " "));
  return line.length <= most ? line : `${line.slice(0, most - 1).toWellFormed()}…`;
}

/** "9 statements: 6 exact, 1 wording drift, 2 not found. 3 must be looked at." */
export function summaryOf({ findings, searched, against }: CheckedDraft): string {
  const counts = ORDER_OF_LABELS.toReversed().flatMap((label) => {
    const count = findings.filter((finding) => finding.label === label).length;
    return count === 0 ? [] : [`${count} ${LABELS[label].name.toLowerCase()}`];
  });
  const open = toLookAt(findings);
  const number = (count: number) => count.toLocaleString("en");
  const told =
    counts.length === 0
      ? "No attributed statements"
      : `${number(findings.length)} ${findings.length === 1 ? "statement" : "statements"}: ${counts.join(", ")}`;
  const texts = `${number(searched.texts)} ${searched.texts === 1 ? "text" : "texts"} of ${number(searched.words)} words`;
  const statements = searched.statements > 0 ? ` and ${number(searched.statements)} stored statements` : "";
  const looked = open === 0 ? "Nothing must be looked at." : `${open} must be looked at.`;
  return `${told}. ${against.length === 0 && searched.texts === 0 ? "" : `Searched ${texts}${statements}. `}${looked}`;
}
