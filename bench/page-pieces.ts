/**
 * What is read of saved pages of which people noted pieces that belong to the article and pieces that do not, as the evaluation set of
 * trafilatura has them: how many of the first are read (recall), and how much of what is read of both is the first (precision).
 * `--errors` names the pages and the pieces. FILE holds `{address: {file, with: […], without: […]}}`; FOLDERS hold the files.
 * Usage: npm run bench -- page-pieces FILE FOLDER… [--errors]
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { readArticle } from "../lib/articles/read";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: "boolean", default: false } },
});

interface Noted {
  readonly file: string;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
}

const plain = (text: string) => text.normalize("NFKC").replace(/\s+/gu, " ");

async function measure(file: string, folders: readonly string[]) {
  const noted = Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, Noted>);
  const counts = { pages: 0, read: 0, missed: 0, beside: 0, left: 0 };
  for (const [at, page] of noted) {
    const saved = folders.map((folder) => path.join(folder, page.file)).find((one) => existsSync(one));
    if (saved === undefined) continue;
    const { text } = await readArticle({ bytes: readFileSync(saved), name: page.file, at });
    const [wanted, unwanted] = [page.with ?? [], page.without ?? []];
    const has = (piece: string) => plain(text).includes(plain(piece));
    const missed = wanted.filter((piece) => !has(piece));
    const beside = unwanted.filter(has);
    counts.pages += 1;
    counts.read += wanted.length - missed.length;
    counts.missed += missed.length;
    counts.beside += beside.length;
    counts.left += unwanted.length - beside.length;
    if (values.errors && missed.length + beside.length > 0)
      console.log(`${page.file}\n  not read: ${missed.join(" | ")}\n  read beside it: ${beside.join(" | ")}`);
  }
  if (counts.pages === 0) throw new Error("None of the files that are named stands in these folders.");
  const [recall, precision] = [
    counts.read / (counts.read + counts.missed),
    counts.read / (counts.read + counts.beside),
  ];
  console.log(
    `${counts.pages} pages: ${counts.read} of ${counts.read + counts.missed} pieces of articles read, ${counts.beside} of ${counts.beside + counts.left} beside them; recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}, F1 ${((2 * recall * precision) / (recall + precision)).toFixed(3)}`,
  );
}

const [file, ...folders] = positionals;
if (file === undefined || folders.length === 0) throw new Error("Say which file and which folders.");
await measure(file, folders);
