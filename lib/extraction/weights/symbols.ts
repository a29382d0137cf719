// Features are compared as whole numbers, not as strings: every string that a feature is made of has a number here.
const numbers = new Map<string, number>();
// 0 stands for a string that no weight mentions
const names: string[] = [""];
let learnsNew = false;

/** The number of a string that is written in the rules or the weights; a new string is given one. */
export function symbol(name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  names.push(name);
  numbers.set(name, names.length - 1);
  return names.length - 1;
}

/** The number of a string from an article, or 0 when neither rules nor weights know it, so that it weighs nothing. */
export function symbolOf(name: string): number {
  return numbers.get(name) ?? (learnsNew ? symbol(name) : 0);
}

// by the number of a word, one more than its symbol; 0 where nobody asked yet
const ofWords: number[] = [];
let namesThen = 0;

/** The same for a word that has a number of its own (`words.ts`), or -1, which finds its symbol at once. */
export function wordSymbol(word: number, name: string): number {
  if (word < 0 || learnsNew) return symbolOf(name);
  // a word that meant nothing may do so when there are new names
  if (namesThen !== names.length) {
    ofWords.length = 0;
    namesThen = names.length;
  }
  const known = word < ofWords.length ? (ofWords[word] ?? 0) : 0;
  if (known !== 0) return known - 1;
  const found = symbolOf(name);
  while (ofWords.length <= word) ofWords.push(0);
  ofWords[word] = found + 1;
  return found;
}

/** The string that has this number. */
export function nameOf(number: number): string {
  return names[number] ?? "";
}

/** From now on gives a number to every string, as training needs: there the articles say what is worth a weight. */
export function learnSymbols(): void {
  learnsNew = true;
}

/** The symbols of the names that a rule gives to the numbers from 0 to `most`. */
export function symbolsUpTo(most: number, nameFor: (n: number) => string): Int32Array {
  return Int32Array.from({ length: most + 1 }, (_, n) => symbol(nameFor(n)));
}

/** A test of part-of-speech tags by their symbols that asks the pattern only once for each tag. */
export function tagTest(pattern: RegExp): (tag: number) => boolean {
  const known = new Uint8Array(256);
  return (tag) => {
    const answer = known[tag] ?? 0;
    if (answer !== 0) return answer === 2;
    const matches = pattern.test(nameOf(tag));
    if (tag < known.length) known[tag] = matches ? 2 : 1;
    return matches;
  };
}

// the tags come first so that their numbers stay small
for (const tag of (
  "NN NNS NNP NNPS PRP PRP$ VB VBD VBG VBN VBP VBZ MD IN TO DT PDT WDT WP WP$ WRB EX JJ JJR JJS RB RBR RBS RP CC CD POS " +
  "FW UH SYM LS HYPH NFP ADD AFX XX GW $ # , . : -LRB- -RRB- `` ''"
).split(" "))
  symbol(tag);
