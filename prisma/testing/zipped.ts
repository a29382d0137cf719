import { parquetReadObjects } from "hyparquet";
import { openZip } from "@/lib/zip/server";

/** Every file of a zip after the other, as text. */
async function textOfZip(bytes: Buffer): Promise<string> {
  const source = {
    size: bytes.length,
    read: async (start: number, length: number) => bytes.subarray(start, start + length),
  };
  const zip = await openZip(source, { mostFiles: 1000, mostBytes: 1e9 });
  const pieces: Buffer[] = [];
  for (const name of zip.names) for await (const piece of zip.pieces(name)) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

/** Every word of an exported file that is no text itself: of the files of a zip, or of the cells of a Parquet table. */
export async function textOfBinary(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 4).toString("latin1") !== "PAR1") return textOfZip(bytes);
  const rows = await rowsOfParquet(bytes);
  return rows.flatMap((row) => Object.values(row).map(String)).join("\n");
}

/** The rows of a Parquet table. */
export function rowsOfParquet(bytes: Buffer): Promise<Record<string, unknown>[]> {
  return parquetReadObjects({ file: Uint8Array.from(bytes).buffer });
}
