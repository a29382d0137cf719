import { db } from "@/lib/db/server";
import { indexMissing } from "@/lib/shingles/server";
import { makeSource, makeSpeaker, makeStatement } from "@/prisma/factories";
import { ownWord } from "./newsroom";

interface Report {
  readonly outlet: string;
  readonly wording: string;
  readonly before: string;
  readonly after: string;
  /** A day, a month, or null for a date that nobody knows. */
  readonly printedOn: string | null;
  readonly state?: string;
}

/** One utterance in four papers: the second changed it, a third took it from there, of the fourth no date is known. */
export async function printInFour(language: "en" | "ar" = "en") {
  const own = ownWord();
  const speaker = await makeSpeaker(`Ada ${own.charAt(0).toUpperCase()}${own.slice(1)}`);
  const made = [];
  for (const report of language === "ar" ? inArabic(own) : inEnglish(own, speaker.name))
    made.push(await print(report, { own, language, speakerId: speaker.id }));
  await indexMissing();
  return made;
}

function inEnglish(own: string, name: string): Report[] {
  const paper = `Courier of ${own}`;
  const altered = `“We shall not reopen the bridge of ${own} before the ice has gone”`;
  return [
    {
      ...{ outlet: paper, printedOn: "2025-10-24" },
      wording: `“I think we will not reopen the bridge of ${own} before the ice has gone, and perhaps not then,”`,
      ...{ before: "The council met on Monday. ", after: ` said ${name}, who plans its roads.` },
    },
    {
      ...{ outlet: `Harbour Post of ${own}`, printedOn: "2025-10-25", wording: altered },
      before: "Hauliers who had waited for weeks at the crossing were told to look elsewhere. ",
      after: `, ${name} told the ${paper}.`,
    },
    {
      ...{
        outlet: `Radio ${own}`,
        printedOn: "2025-10-25",
        wording: `She said that they would not reopen the bridge of ${own} before the ice has gone`,
      },
      ...{ before: "", after: `, and named no day.` },
    },
    {
      ...{ outlet: `Evening Mirror of ${own}`, printedOn: "2025-10-26", wording: altered },
      before:
        "It is bad news. Hauliers who had waited for weeks at the crossing were told to look elsewhere. ",
      after: `, said ${name}.`,
    },
    {
      ...{ outlet: `Gazette of ${own}`, printedOn: null },
      wording: `“we will not reopen the bridge of ${own} before the ice has gone,”`,
      ...{ before: "There is no date. ", after: " she said." },
    },
  ];
}

function inArabic(own: string): Report[] {
  return [
    {
      ...{ outlet: `صحيفة ${own}`, printedOn: "2025-10-24", before: "اجتمع المجلس يوم الاثنين. " },
      ...{ wording: `«لن نفتح الجسر قبل أن يذوب الجليد في ${own} هذا العام»`, after: " قالت المتحدثة." },
    },
    {
      ...{ outlet: `إذاعة ${own}`, printedOn: "2025-10-24", before: "لم يعترض أحد. " },
      ...{ wording: `«لن نغلق الجسر قبل أن يذوب الجليد في ${own} هذا العام»`, after: " قالت المتحدثة." },
    },
  ];
}

interface Within {
  readonly own: string;
  readonly language: string;
  readonly speakerId: string;
}

async function print(
  { outlet: name, wording, before, after, printedOn, state = "published" }: Report,
  { own, language, speakerId }: Within,
) {
  const outlet = await db.outlet.create({
    data: { slug: `${own}-${name.length}-${Math.random().toString(36).slice(2, 8)}`, name, nameKey: name },
  });
  const source = await makeSource(`${before}${wording}${after}`, `${name}: the bridge stays shut`, outlet.id);
  await db.source.update({
    where: { id: source.id },
    data: {
      ...{ language, publishedOn: printedOn && new Date(printedOn) },
      publishedOnPrecision: printedOn && "day",
    },
  });
  const made = await makeStatement({ wording, sourceId: source.id, speakerId, state });
  const isOwn = /^[“«]/u.test(wording);
  await db.statement.update({
    where: { id: made.id },
    data: { language, form: isOwn ? "direct" : "indirect" },
  });
  return { ...made, outlet: name, sourceId: source.publicId };
}
