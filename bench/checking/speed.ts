import { checkDraft, indexTexts } from "../../lib/checking/index";
import { chance } from "./chance";

const NAMES = ["Anna Lindqvist", "Peter Hale", "Maria Costa", "Tom Baker", "Ida Rask", "Jon Weir"];

/** A draft of 2,000 words against 200 transcripts of 10,000 words, of words as frequent as Zipf has them: time and memory. */
export function measureSpeed(): void {
  const { sentence, pick } = chance();
  const spoken: string[] = [];
  const texts = Array.from({ length: 200 }, (_, at) => {
    let text = "";
    for (let words = 0; words < 10_000; ) {
      let turn = `${NAMES[pick(NAMES.length)]?.toUpperCase()}:`;
      for (let each = 0; each < 6; each++) {
        const one = sentence(8 + pick(15));
        words += one.split(" ").length;
        if (pick(500) === 0) spoken.push(one);
        turn += ` ${one}`;
      }
      text += `${turn}\n\n`;
    }
    return { id: `t${at}`, title: `t${at}.txt`, text };
  });
  let draft = "";
  for (let each = 0; draft.split(" ").length < 2000; each++) {
    const quoted = (each % 3 === 0 ? sentence(14) : spoken[each % spoken.length])?.slice(0, -1) ?? "";
    draft += `“${quoted},” ${NAMES[each % 6]} said. The meeting went on for hours and nobody left. ${NAMES[(each + 1) % 6]} said that ${sentence(9).toLowerCase()}\n\n`;
  }
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const cpu = process.cpuUsage();
  const material = indexTexts({ texts, statements: [] });
  const read = performance.now();
  const { findings } = checkDraft(draft, material);
  const done = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  const again = performance.now();
  checkDraft(draft, material);
  console.log(
    `${draft.split(" ").length} words, ${findings.length} statements, against ${texts.length} texts of 10,000: ` +
      `${(read - started).toFixed(0)} ms to read the texts, ${(done - read).toFixed(0)} ms to check, the first time (${((user + system) / 1000).toFixed(0)} ms of processor time for both), ` +
      `${(performance.now() - again).toFixed(0)} ms the second; ${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB more than the texts, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB in all`,
  );
}
