/** The program of the thread in which the site compares editions: `apart.ts` starts it and asks it. */
import { parentPort } from "node:worker_threads";
import { compare, type ToCompare } from "./compared";

parentPort?.on("message", (question: ToCompare) => {
  parentPort?.postMessage(compare(question));
});
