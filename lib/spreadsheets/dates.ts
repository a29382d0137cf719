import { elementsOf, firstOf } from "./xml";

/** The formats that every program knows by number and that show a day (ECMA-376, 18.8.30; 27–36 and 50–58 are East Asian). */
const isDayFormat = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** The styles of cells, by number, in which a figure is shown as a day. */
export function dateStylesIn(styles: string): ReadonlySet<number> {
  const own = new Map(
    elementsOf(firstOf(styles, "numFmts")?.content ?? "", "numFmt").map(({ attributes }) => [
      Number(/\bnumFmtId="(\d+)"/u.exec(attributes)?.[1]),
      showsDay(/\bformatCode="([^"]*)"/u.exec(attributes)?.[1] ?? ""),
    ]),
  );
  const dated = new Set<number>();
  for (const [index, { attributes }] of elementsOf(
    firstOf(styles, "cellXfs")?.content ?? "",
    "xf",
  ).entries()) {
    const id = Number(/\bnumFmtId="(\d+)"/u.exec(attributes)?.[1]);
    if (own.get(id) ?? isDayFormat(id)) dated.add(index);
  }
  return dated;
}

/** Whether a format has a sign for a day or a year outside of its quoted and bracketed parts. */
function showsDay(code: string): boolean {
  const bare = code.replace(/&quot;.*?&quot;|"[^"]*"|\[[^\]]*\]|\\./gu, "");
  return /[dy]/iu.test(bare) && !/general/iu.test(bare);
}

const DAY_MS = 86_400_000;
// the last day of the year 9999
const LAST_SERIAL = 2_958_465;

/** The ISO day or minute that a serial number stands for; null when it stands for none. A minute says no zone, for it has none. */
export function dateOfSerial(value: string, is1904: boolean): string | null {
  const serial = Number(value);
  if (value.trim() === "" || !Number.isFinite(serial) || serial < 1 || serial > LAST_SERIAL) return null;
  // Lotus took 1900 for a leap year, and every program since counts that day
  const first = is1904 ? Date.UTC(1904, 0, 1) : serial < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  const minutes = Math.round((serial % 1) * 1440);
  const at = new Date(first + Math.floor(serial) * DAY_MS + minutes * 60_000);
  if (Number.isNaN(at.getTime())) return null;
  return minutes === 0 ? at.toISOString().slice(0, 10) : at.toISOString().slice(0, 16);
}
