/**
 * What is read of saved pages whose article is known: over every folder with a `source.html` and an `expected.html` (the test
 * pages of Readability are kept so), how much of the article is read and how much of what is read is the article, in words, each as
 * often as it stands there. Fails where either is below 95 in 100. `--errors` names the pages below that and the words.
 * Usage: npm run bench -- page-text FOLDER [--errors] [--only NAME]
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { parseHTML } from "linkedom";
import { readArticle } from "../lib/articles/read";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: "boolean", default: false }, only: { type: "string", default: "" } },
});
const BAR = 0.95;
const MOST_TOLD = 40;

type Words = ReadonlyMap<string, number>;

interface Measured {
  readonly name: string;
  readonly recall: number;
  readonly precision: number;
  readonly missed: readonly string[];
  readonly added: readonly string[];
  readonly counts: { readonly shared: number; readonly expected: number; readonly read: number };
}

async function measure(folder: string) {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isDirectory() && one.name.includes(values.only))
    .map(({ name }) => name)
    .filter((name) => PARTS.every((part) => existsSync(path.join(folder, name, part))))
    .sort();
  if (names.length === 0) throw new Error(`No folder in ${folder} holds ${PARTS.join(" and ")}.`);
  const pages: Measured[] = [];
  for (const name of names) pages.push(await measurePage(folder, name));
  const sum = (of: keyof Measured["counts"]) => pages.reduce((total, { counts }) => total + counts[of], 0);
  const mean = (of: "recall" | "precision") =>
    pages.reduce((total, page) => total + page[of], 0) / pages.length;
  const all = { recall: sum("shared") / sum("expected"), precision: sum("shared") / sum("read") };
  console.log(`${pages.length} pages, ${sum("expected")} words of articles`);
  console.log(`  over all words: recall ${rounded(all.recall)}, precision ${rounded(all.precision)}`);
  console.log(`  mean of pages:  recall ${rounded(mean("recall"))}, precision ${rounded(mean("precision"))}`);
  const poor = pages.filter(({ recall, precision }) => recall < BAR || precision < BAR);
  console.log(`  ${poor.length} pages below ${BAR} in either`);
  if (values.errors) for (const page of poor) tell(page);
  process.exitCode = Math.min(all.recall, all.precision, mean("recall"), mean("precision")) < BAR ? 1 : 0;
}

const PARTS = ["source.html", "expected.html"] as const;
const rounded = (share: number) => share.toFixed(4);

function tell({ name, recall, precision, missed, added }: Measured) {
  console.log(`${name}: recall ${rounded(recall)}, precision ${rounded(precision)}`);
  if (missed.length > 0) console.log(`  not read: ${missed.slice(0, MOST_TOLD).join(" ")}`);
  if (added.length > 0) console.log(`  read beside it: ${added.slice(0, MOST_TOLD).join(" ")}`);
}

async function measurePage(folder: string, name: string): Promise<Measured> {
  const bytes = readFileSync(path.join(folder, name, "source.html"));
  const { text } = await readArticle({ bytes, name: "source.html" });
  const expected = wordsOf(shownIn(readFileSync(path.join(folder, name, "expected.html"), "utf8")));
  const read = wordsOf(text);
  const counts = {
    shared: [...expected].reduce((sum, [word, times]) => sum + Math.min(times, read.get(word) ?? 0), 0),
    ...{ expected: total(expected), read: total(read) },
  };
  return {
    ...{ name, counts, missed: beyond(expected, read), added: beyond(read, expected) },
    recall: counts.expected === 0 ? 1 : counts.shared / counts.expected,
    precision: counts.read === 0 ? 1 : counts.shared / counts.read,
  };
}

/** The words that stand oftener in one than in the other. */
const beyond = (one: Words, other: Words) =>
  [...one].filter(([word, times]) => times > (other.get(word) ?? 0)).map(([word]) => word);

const total = (words: Words) => [...words.values()].reduce((sum, times) => sum + times, 0);

function wordsOf(text: string): Words {
  const words = new Map<string, number>();
  for (const [word] of text
    .normalize("NFKC")
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu))
    words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

/** All words of the article as its page shows them, read by another reader than ours. */
function shownIn(source: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${source}</body></html>`);
  const parts: string[] = [];
  const walk = (node: { readonly childNodes: Iterable<unknown> }) => {
    for (const child of node.childNodes as Iterable<Shown>) {
      if (child.nodeType === 3) parts.push(child.textContent ?? "");
      else if (child.nodeType === 1 && !/^(?:script|style|noscript|svg|template)$/iu.test(child.nodeName)) {
        const isInline = /^(?:a|abbr|b|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u|var)$/iu;
        const apart = isInline.test(child.nodeName) ? "" : "\n";
        parts.push(apart);
        walk(child);
        parts.push(apart);
      }
    }
  };
  walk(document.body as unknown as Shown);
  return parts.join("");
}

interface Shown {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<unknown>;
}

const folder = positionals[0] ?? "";
if (folder === "" || !existsSync(folder)) {
  console.error(
    folder === ""
      ? "Name a folder of saved pages whose articles are known, such as test/test-pages of a copy of mozilla/readability."
      : `There is no folder ${folder}.`,
  );
  process.exitCode = 1;
} else await measure(folder);
