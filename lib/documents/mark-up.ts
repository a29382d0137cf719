import { Parser } from "htmlparser2";
import { DocumentRefused } from "./model";

/** An element as it begins. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What is done with the parts of a document as they come. */
export interface Reader {
  open(element: Element): void;
  close(name: string): void;
  text(words: string): void;
}

const MOST_DEEP = 500;

/**
 * Reads mark-up from beginning to end. Entities of a document's own are never replaced, so that none can grow; XML that
 * declares any is refused. @throws {DocumentRefused}
 */
export function readMarkUp(source: string, reader: Reader, { isXml }: { isXml: boolean }): void {
  let depth = 0;
  const named = new Prefixes();
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > MOST_DEEP)
          throw new DocumentRefused(
            "too_deep",
            `Its parts lie more than ${MOST_DEEP} deep within each other.`,
          );
        reader.open(isXml ? named.element(name, attributes) : { name, attributes });
      },
      onclosetag(name) {
        depth -= 1;
        reader.close(isXml ? named.name(name) : name);
      },
      ontext: (words) => reader.text(words),
      onprocessinginstruction(name) {
        if (isXml && name.toLowerCase() === "!doctype")
          throw new DocumentRefused(
            "hostile",
            "It declares entities of its own, as no word processor does, and is not read.",
          );
      },
    },
    { xmlMode: isXml, decodeEntities: true },
  );
  parser.end(source);
}

/** The prefixes by which the readers here call what a name of a space means; a document may write any other. */
const USUAL: readonly (readonly [space: RegExp, prefix: string])[] = [
  [
    /^http:\/\/(?:schemas\.openxmlformats|purl\.oclc)\.org\/(?:\w+\/)*wordprocessingml\/(?:\d+\/)?main$/u,
    "w",
  ],
  [/^http:\/\/schemas\.openxmlformats\.org\/markup-compatibility\/2006$/u, "mc"],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.1\/$/u, "dc"],
  ...["office", "text", "style", "table"].map(
    (name) => [new RegExp(`^urn:oasis:names:tc:opendocument:xmlns:${name}:1\\.0$`, "u"), name] as const,
  ),
];

/** Names as the readers here write them, whatever prefixes a document declares for the same spaces. */
class Prefixes {
  // only those that are written otherwise: nearly every document writes the usual ones
  readonly #others = new Map<string, string>();

  element(name: string, attributes: Readonly<Record<string, string>>): Element {
    for (const [attribute, space] of Object.entries(attributes)) {
      if (attribute !== "xmlns" && !attribute.startsWith("xmlns:")) continue;
      const usual = USUAL.find(([known]) => known.test(space))?.[1];
      const prefix = attribute.slice("xmlns:".length);
      if (usual !== undefined && usual !== prefix) this.#others.set(prefix, usual);
    }
    if (this.#others.size === 0) return { name, attributes };
    const renamed = Object.entries(attributes).map(([key, value]) => [
      key.includes(":") ? this.name(key) : key,
      value,
    ]);
    return { name: this.name(name), attributes: Object.fromEntries(renamed) };
  }

  name(name: string): string {
    if (this.#others.size === 0) return name;
    const at = name.indexOf(":");
    const usual = this.#others.get(name.slice(0, Math.max(0, at)));
    return usual === undefined ? name : `${usual}:${name.slice(at + 1)}`;
  }
}
