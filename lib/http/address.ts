/**
 * What an address may ask for, by the name of the parameter: the words of a vocabulary, a check that gives the reason
 * against its one value or null, any one value, or any values at all.
 */
export type Known = Readonly<
  Record<string, readonly string[] | ((value: string) => string | null) | "one" | "any">
>;

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * What an address asks for that is not known, each as a sentence; empty when everything is. Values with commas are many.
 * A program is refused for it, a person is told: an answer to less than what was asked is taken for the answer.
 */
export function unknownIn(params: Params, known: Known): string[] {
  const said = new Set<string>();
  for (const [name, given] of Object.entries(params)) {
    if (given === undefined) continue;
    const allowed = Object.hasOwn(known, name) ? known[name] : undefined;
    if (allowed === undefined) {
      const names = Object.keys(known);
      const list = names.length > 0 ? `It may ask for ${names.join(", ")}.` : "It asks for nothing.";
      said.add(`“${short(name)}” is nothing that this address can ask for. ${list}`);
    } else if ([given].flat().length > 1 && (allowed === "one" || typeof allowed === "function")) {
      said.add(`“${short(name)}” is asked for more than once, and takes one value.`);
    } else if (allowed !== "any" && allowed !== "one") {
      for (const value of [given].flat()) {
        for (const each of typeof allowed === "function" ? [value] : value.split(",")) {
          const reason = typeof allowed === "function" ? allowed(each) : reasonAgainst(each, allowed);
          if (each !== "" && reason) said.add(`“${short(each)}” is no value of “${name}”. ${reason}`);
        }
      }
    }
  }
  return [...said].slice(0, MOST);
}

const MOST = 10;

function reasonAgainst(value: string, words: readonly string[]): string | null {
  return words.includes(value) ? null : `It may be ${words.join(", ")}.`;
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
