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
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > MOST_DEEP)
          throw new DocumentRefused(
            "too_deep",
            `Its parts lie more than ${MOST_DEEP} deep within each other.`,
          );
        reader.open({ name, attributes });
      },
      onclosetag(name) {
        depth -= 1;
        reader.close(name);
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
