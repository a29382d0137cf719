const SMALL =
  "the of and to in that is was for on with as it by at from not they have we will be this are but which or an you if more some";
const WORDS = 30_000;

/** Words as frequent as Zipf has them, in sentences, and numbers: the same each time. */
export function chance() {
  let seed = 1;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 4294967296;
  };
  const small = SMALL.split(" ");
  const vocabulary = Array.from({ length: WORDS }, (_, at) => small[at] ?? made(at));
  const sums = new Float64Array(WORDS);
  let sum = 0;
  for (let at = 0; at < WORDS; at++) {
    sum += 1 / (at + 1);
    sums[at] = sum;
  }
  const word = () => {
    const wanted = random() * sum;
    let [low, high] = [0, WORDS - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return vocabulary[low] ?? "";
  };
  return {
    pick: (many: number) => Math.floor(random() * many),
    sentence: (words: number) => {
      const all = Array.from({ length: words }, word).join(" ");
      return `${all.slice(0, 1).toUpperCase()}${all.slice(1)}.`;
    },
  };
}

function made(number: number): string {
  let [word, rest] = ["", number];
  while (rest > 0) {
    word += `${"bcdfglmnprstvz"[rest % 14]}${"aeiou"[(rest * 7) % 5]}`;
    rest = Math.floor(rest / 14);
  }
  return word;
}
