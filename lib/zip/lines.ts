import { ZipRefused } from "./read";

/**
 * The lines of a file that comes in pieces and ends with the end of a line, each at the cost of its own length: what there
 * is of a line so far is not read again with every piece. @throws {ZipRefused} when it is no such text, or a line is longer
 */
export async function* linesOf(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  longestUtf16: number,
): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let begun: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    const [first = "", ...others] = decodedOf(decoder, piece, name).split("\n");
    begun.push(first);
    length += first.length;
    for (const other of others) {
      yield begun.join("");
      begun = [other];
      length = other.length;
    }
    if (length > longestUtf16) throw new ZipRefused(`${name} has a line that is longer than is read.`);
  }
  // what is left of a letter that was cut off
  decodedOf(decoder, null, name);
  if (length > 0) throw new ZipRefused(`${name} ends within a line.`);
}

function decodedOf(decoder: TextDecoder, piece: Uint8Array | null, name: string): string {
  try {
    return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch (error) {
    throw new ZipRefused(`${name} is no text in UTF-8.`, { cause: error });
  }
}
