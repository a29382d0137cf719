/** The program of the thread in which the site reads bibliographies: `apart.ts` starts it and asks it. */
import { parentPort } from "node:worker_threads";
import { Refused } from "@/lib/errors";
import { bibliographyText } from "./file";
import { type NamedBibliography, namedIn } from "./named";

/** A text of which so many entries are looked up, or a file whose text is asked for. */
export type Question =
  | { readonly kind: "text"; readonly text: string; readonly most: number }
  | { readonly kind: "file"; readonly bytes: Uint8Array; readonly name: string };

/** What was asked for; or why the file is not read, in words; or what failed. */
export type Answer =
  | { readonly named: NamedBibliography }
  | { readonly text: string }
  | { readonly refused: Refused["refusals"] }
  | { readonly fault: string };

parentPort?.on("message", (question: Question) => {
  void answerTo(question).then((answer) => parentPort?.postMessage(answer));
});

async function answerTo(question: Question): Promise<Answer> {
  try {
    if (question.kind === "text") return { named: namedIn(question.text, question.most) };
    return { text: await bibliographyText(question.bytes, question.name) };
  } catch (error) {
    return error instanceof Refused ? { refused: error.refusals } : { fault: String(error) };
  }
}
