interface FoundElement {
  readonly attributes: string;
  readonly content: string;
}

/** The elements of a name, none within another of it; one that is never closed ends where the next begins. */
export function elementsOf(xml: string, name: string): FoundElement[] {
  const [, ...begun] = xml.split(new RegExp(`<${name}(?=[\\s/>])`, "u"));
  return begun.map((rest) => partsOf(rest, name));
}

/** The first element of a name; null where there is none. */
export function firstOf(xml: string, name: string): FoundElement | null {
  const at = new RegExp(`<${name}(?=[\\s/>])`, "u").exec(xml)?.index;
  return at === undefined ? null : partsOf(xml.slice(at + name.length + 1), name);
}

function partsOf(rest: string, name: string): FoundElement {
  const end = rest.indexOf(">");
  const attributes = rest.slice(0, Math.max(0, end));
  if (attributes.endsWith("/")) return { attributes, content: "" };
  const close = rest.indexOf(`</${name}>`, end);
  return { attributes, content: rest.slice(end + 1, close < 0 ? rest.length : close) };
}
