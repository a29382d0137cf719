/** How many of the first words stand anywhere in a row. */
export function longestRun(words: readonly string[], record: readonly string[]): number {
  let most = 0;
  record.forEach((_, start) => {
    let length = 0;
    while (length < words.length && words[length] === record[start + length]) length += 1;
    most = Math.max(most, length);
  });
  return most;
}
