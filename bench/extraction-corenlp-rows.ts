/**
 * Turns CoreNLP's XML readings of articles into the rows that the tagger and the parser are trained on:
 * `npx tsx bench/extraction-corenlp-rows.ts FOLDER > tagged.jsonl`, one line an article,
 * {"id", "sents": [[[word, start, end, tag, head (1-based, 0 = root)]…]…]}. Offsets count code points, as CoreNLP does.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: npx tsx bench/extraction-corenlp-rows.ts FOLDER > tagged.jsonl");
  process.exit(2);
}
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".xml"))
  .sort();
for (const file of files) {
  const xml = readFileSync(path.join(folder, file), "utf8");
  const sents = [...xml.matchAll(/<sentence id="\d+"[^>]*>([\s\S]*?)<\/sentence>/g)].map(([, body = ""]) =>
    rowsOf(body),
  );
  process.stdout.write(`${JSON.stringify({ id: file.replace(/(?:\.txt)?\.xml$/, ""), sents })}\n`);
}

function rowsOf(body: string): [string, number, number, string, number][] {
  const basic = /<dependencies type="basic-dependencies">([\s\S]*?)<\/dependencies>/.exec(body)?.[1] ?? "";
  const heads = new Map<number, number>();
  for (const [, governor, dependent] of basic.matchAll(
    /<governor idx="(\d+)"[^>]*>[\s\S]*?<dependent idx="(\d+)"/g,
  ))
    heads.set(Number(dependent), Number(governor));
  const tokens = [...body.matchAll(/<token id="(\d+)">([\s\S]*?)<\/token>/g)];
  return tokens.map(([, id, token = ""]) => {
    const field = (name: string) =>
      (new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(token)?.[1] ?? "").replace(
        /&(\w+);/g,
        (whole, entity: string) => ENTITIES[entity] ?? whole,
      );
    return [
      field("word"),
      Number(field("CharacterOffsetBegin")),
      Number(field("CharacterOffsetEnd")),
      field("POS"),
      heads.get(Number(id)) ?? 0,
    ];
  });
}
