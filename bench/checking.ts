/**
 * How well a draft is checked: `npm run bench -- checking` compares every labelled sentence of bench/checking/*.txt with what
 * `checkDraft` says. `--errors` prints what was labelled otherwise; a name of a file leaves the others out; `--speed` takes a
 * draft of 2,000 words and 200 transcripts of 10,000.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { checkDraft, type FindingLabel, ORDER_OF_LABELS } from "../lib/checking/index";
import { readFixture } from "./checking/fixture";
import { measureSpeed } from "./checking/speed";

const CLEAN = new Set<FindingLabel>(["exact", "cosmetic", "marked_edit"]);
// kept back while the rules were made, and written last
const KEPT_BACK = /^later-/;

const folder = fileURLToPath(new URL("./checking/", import.meta.url));
const args = process.argv.slice(2);
if (args.includes("--speed")) measureSpeed();
else {
  const wanted = args.filter((arg) => !arg.startsWith("--"));
  const files = readdirSync(folder).filter(
    (file) => file.endsWith(".txt") && (wanted.length === 0 || wanted.some((name) => file.includes(name))),
  );
  const rows = files.flatMap((file) => rowsOf(file));
  report(
    "rules made on",
    rows.filter(({ file }) => !KEPT_BACK.test(file)),
  );
  report(
    "kept back",
    rows.filter(({ file }) => KEPT_BACK.test(file)),
  );
}

interface Row {
  readonly file: string;
  readonly draft: number;
  readonly sentence: string;
  readonly isIndirect: boolean;
  readonly expected: FindingLabel;
  readonly found: FindingLabel | "none";
  readonly reason: string;
}

function rowsOf(file: string): Row[] {
  const { against, drafts } = readFixture(readFileSync(path.join(folder, file), "utf8"));
  return drafts.flatMap(({ text, lines }, draft) => {
    const { findings } = checkDraft(text, against);
    return lines.map(({ start, end, label, isIndirect }) => {
      const own = findings.filter((finding) => finding.start >= start && finding.end <= end);
      const worst = [...own].sort(
        (one, other) => ORDER_OF_LABELS.indexOf(one.label) - ORDER_OF_LABELS.indexOf(other.label),
      )[0];
      return {
        file,
        draft,
        sentence: text.slice(start, end),
        isIndirect,
        expected: label,
        found: worst?.label ?? "none",
        reason: worst === undefined ? "" : `${worst.reason} [${worst.match?.text.slice(0, 80) ?? ""}]`,
      };
    });
  });
}

function report(title: string, rows: readonly Row[]): void {
  if (rows.length === 0) return;
  console.log(
    `\n${title}: ${new Set(rows.map(({ file, draft }) => `${file} ${draft}`)).size} drafts, ${rows.length} statements`,
  );
  for (const isIndirect of [false, true]) {
    const own = rows.filter((row) => row.isIndirect === isIndirect);
    console.log(`\n  ${isIndirect ? "indirect" : "direct and mixed"}: ${own.length}`);
    for (const label of ORDER_OF_LABELS) {
      const is = own.filter(({ expected }) => expected === label);
      const said = own.filter(({ found }) => found === label);
      const right = is.filter(({ found }) => found === label).length;
      if (is.length + said.length === 0) continue;
      console.log(
        `    ${label.padEnd(20)} of ${String(is.length).padStart(3)} found ${share(right, is.length)}   of ${String(said.length).padStart(3)} said right ${share(right, said.length)}`,
      );
    }
    const faults = own.filter(({ expected }) => !CLEAN.has(expected));
    const flagged = own.filter(({ found }) => found !== "none" && !CLEAN.has(found));
    const clean = own.filter(({ expected }) => CLEAN.has(expected));
    const right = faults.filter(({ expected, found }) => expected === found).length;
    console.log(
      `    faults with their label: recall ${share(right, faults.length)}, precision ${share(right, flagged.length)}`,
    );
    const caught = faults.filter(({ found }) => found !== "none" && !CLEAN.has(found)).length;
    console.log(
      `    faults flagged at all: recall ${share(caught, faults.length)}, precision ${share(caught, flagged.length)}; clean ones flagged ${share(clean.filter(({ found }) => !CLEAN.has(found as FindingLabel)).length, clean.length)}`,
    );
  }
  if (!args.includes("--errors")) return;
  for (const row of rows) {
    const isFine =
      row.expected === row.found || (CLEAN.has(row.expected) && CLEAN.has(row.found as FindingLabel));
    if (!isFine)
      console.log(
        `\n${row.file} ${row.draft}: ${row.sentence}\n    ${row.expected}, found ${row.found}: ${row.reason}`,
      );
  }
}

function share(part: number, whole: number): string {
  return whole === 0 ? "   –  " : `${((100 * part) / whole).toFixed(1).padStart(5)} %`;
}
