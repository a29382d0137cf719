/** The program of the thread in which the site draws pictures: `drawn.ts` starts it and asks it. */
import { parentPort } from "node:worker_threads";
import { draw } from "./drawing";
import type { Picture } from "./model";

/** What is to be drawn, and where the faces for it stand. */
export interface DrawingQuestion {
  readonly picture: Picture;
  readonly folder: string;
}

/** The PNG, or why there is none. */
export type DrawingAnswer = { readonly png: Uint8Array } | { readonly fault: string };

parentPort?.on("message", (question: DrawingQuestion) => {
  void answerTo(question).then((answer) => parentPort?.postMessage(answer));
});

async function answerTo({ picture, folder }: DrawingQuestion): Promise<DrawingAnswer> {
  try {
    return { png: await draw(picture, folder) };
  } catch (error) {
    return { fault: String(error) };
  }
}
