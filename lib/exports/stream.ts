/**
 * A stream of bytes over pieces of a file, texts as UTF-8; pieces are asked for as the reader takes them, and no more after
 * a cancel. Small pieces are sent together: a bibliography has thousands of them.
 */
export function byteStream(pieces: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      let text = "";
      for (;;) {
        const { value, done } = await iterator.next();
        if (typeof value === "string") text += value;
        if (done || typeof value !== "string" || text.length >= ENOUGH_UTF16) {
          if (text !== "") controller.enqueue(encoder.encode(text));
          if (value !== undefined && typeof value !== "string") controller.enqueue(value);
          if (done) controller.close();
          return;
        }
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

const ENOUGH_UTF16 = 16 * 1024;
