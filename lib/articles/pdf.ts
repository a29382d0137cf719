import { DocumentRefused } from "@/lib/documents";
import { linesOf, type Run } from "./pdf-lines";
import { type PrintedPage, paragraphsOf, withoutRunningLines } from "./pdf-paragraphs";

type Opened = Awaited<ReturnType<typeof import("unpdf").getDocumentProxy>>;

const MOST_PAGES = 2_000;
const MOST_RUNS_A_PAGE = 100_000;
const MOST_UTF16 = 5 * 1024 * 1024;

/** What a PDF says in the order in which it is read, with the places at which its pages begin. @throws {DocumentRefused} */
export async function readPdf(bytes: Uint8Array) {
  const { getDocumentProxy } = await import("unpdf");
  // the library takes the bytes for itself
  const document = await getDocumentProxy(Uint8Array.from(bytes), {
    isEvalSupported: false,
    verbosity: 0,
  }).catch(refused);
  try {
    const { info } = (await document.getMetadata().catch(() => null)) ?? { info: {} };
    await refuseProtected(document, info as Record<string, unknown>);
    if (document.numPages > MOST_PAGES)
      throw new DocumentRefused("too_large", `It has more than ${MOST_PAGES} pages. Split it.`);
    const { pages, leftOut } = withoutRunningLines(await pagesOf(document));
    return {
      ...joined(pages),
      ...titled(info as Record<string, unknown>),
      leftOut,
      pageCount: document.numPages,
    };
  } finally {
    await document.destroy();
  }
}

function refused(error: unknown): never {
  const name = error instanceof Error ? error.name : "";
  if (name === "PasswordException") throw new DocumentRefused("encrypted", PROTECTED, { cause: error });
  throw new DocumentRefused(
    "no_document",
    "It is a damaged PDF: its parts cannot be found in it. Open it in its own program and save it anew.",
    { cause: error },
  );
}

const PROTECTED = "It is an encrypted PDF. Save a copy without protection and take that.";

async function refuseProtected(document: Opened, info: Record<string, unknown>): Promise<void> {
  if (info.EncryptFilterName) throw new DocumentRefused("encrypted", PROTECTED);
  const scripts =
    (await document.hasJSActions().catch(() => false)) || (await document.getJSActions().catch(() => null));
  if (scripts)
    throw new DocumentRefused(
      "hostile",
      "It is a PDF that holds scripts, so that what it shows is not what stands in it. Print it into a new PDF and take that.",
    );
}

async function pagesOf(document: Opened): Promise<PrintedPage[]> {
  const pages: PrintedPage[] = [];
  let length = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number).catch(refused);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent().catch(refused);
    if (items.length > MOST_RUNS_A_PAGE)
      throw new DocumentRefused(
        "too_large",
        `Page ${number} holds more than ${MOST_RUNS_A_PAGE} pieces of text.`,
      );
    const runs = items.flatMap((item) => ("str" in item ? (runOf(item, transform) ?? []) : []));
    // what lies beside the paper nobody reads
    const lines = linesOf(runs.filter(({ x, y }) => x < width + 5 && y > -5 && y < height + 5));
    length += lines.reduce((sum, { text }) => sum + text.length, 0);
    if (length > MOST_UTF16)
      throw new DocumentRefused("too_large", "It holds more than 5 million characters. Split it.");
    pages.push({ number, heightPt: height, lines });
    page.cleanup();
  }
  return pages;
}

interface Item {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** Null for words that do not lie along the page, such as a stamp across it. */
function runOf({ str, dir, transform, width, height, hasEOL }: Item, page: readonly number[]): Run | null {
  const [a = 1, b = 0, , , e = 0, f = 0] = transform;
  const [pa = 1, pb = 0, pc = 0, pd = -1, pe = 0, pf = 0] = page;
  const along = [pa * a + pc * b, pb * a + pd * b] as const;
  if (str !== "" && (Math.abs(along[1]) > Math.abs(along[0]) * 0.2 || along[0] < 0)) return null;
  return {
    text: plainLetters(str),
    ...{ x: pa * e + pc * f + pe, y: pb * e + pd * f + pf, width, height },
    ...{ isRightToLeft: dir === "rtl", endsLine: hasEOL },
  };
}

/** Letters where a typeface has signs of its own for two of them, or for the place of a letter in its word. */
function plainLetters(text: string): string {
  return text.replace(/[\ufb00-\ufb06\ufb1d-\ufdff\ufe70-\ufefc]+/gu, (signs) => signs.normalize("NFKC"));
}

function joined(pages: readonly PrintedPage[]) {
  const marks: { startUtf16: number; page: number }[] = [];
  let text = "";
  for (const paragraph of paragraphsOf(pages)) {
    if (text !== "") text += "\n\n";
    for (const { at, page } of paragraph.pages)
      if (marks.at(-1)?.page !== page) marks.push({ startUtf16: text.length + at, page });
    text += paragraph.text;
  }
  return { text: text.toWellFormed(), pages: marks };
}

function titled(info: Record<string, unknown>) {
  const of = (name: string) =>
    typeof info[name] === "string" ? (info[name] as string).replace(/\s+/gu, " ").trim() : "";
  const day = /^D:(\d{4})(\d{2})(\d{2})/u.exec(of("CreationDate"));
  return {
    title: of("Title") || null,
    author: of("Author") || null,
    day: day ? `${day[1]}-${day[2]}-${day[3]}` : null,
    language: of("Language") || null,
  };
}

/** Whether a text is of letters, and not of the numbers that shapes have in a typeface which does not say what letters they are. */
export function saysLetters(text: string): boolean {
  const shapes = text.match(/(?![\n\t])\p{Cc}|\ufffd/gu)?.length ?? 0;
  return shapes <= 8 || shapes <= text.length / 100;
}
