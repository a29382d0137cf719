import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** One page that shows every picture below `folder`, a row for each of its `screens`, with the faults measured there. */
export function sheetOf(folder: string, screens: readonly string[]): string {
  const rows = screens.map((screen) => {
    const pictures = readdirSync(path.join(folder, screen)).filter((file) => file.endsWith(".png"));
    const drawn = pictures.map(
      (file) =>
        `<a href="${screen}/${file}"><img loading="lazy" src="${screen}/${file}" alt="${screen}, ${file}"><br>${file.replace(".png", "")}</a>`,
    );
    const faults = faultsIn(path.join(folder, screen, "faults.json")).map((fault) => `<li>${escaped(fault)}`);
    return `<h2>${screen.replaceAll("-", " ")}</h2><ul>${faults.join("")}</ul><div>${drawn.join("")}</div>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Every screen</title>
<style>body{font:14px sans-serif}div{display:flex;gap:8px;overflow-x:auto;align-items:start}img{height:320px;width:auto;max-width:520px;object-fit:cover;object-position:top;border:1px solid #999}li{color:#a00}</style>
<h1>${screens.length} screens</h1>${rows.join("")}`;
}

function faultsIn(file: string): string[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as string[]) : [];
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
