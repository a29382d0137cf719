import { openZip } from "@/lib/zip/server";

/** Every file of a zip after the other, as text. */
export async function textOfZip(bytes: Buffer): Promise<string> {
  const source = {
    size: bytes.length,
    read: async (start: number, length: number) => bytes.subarray(start, start + length),
  };
  const zip = await openZip(source, { mostFiles: 1000, mostBytes: 1e9 });
  const pieces: Buffer[] = [];
  for (const name of zip.names) for await (const piece of zip.pieces(name)) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}
