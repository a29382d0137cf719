/** Verbs of saying that stand beside a speaker in English news. */
export const cueWords: readonly string[] = (
  "said says say saying told tells added adds adding wrote writes asked asks noted notes explained explains argued " +
  "argues argue claimed claims insisted insists warned warns warn tweeted stated states replied responded continued " +
  "declared announced admitted acknowledged suggested concluded recalled believe believes denied denies deny"
).split(" ");
