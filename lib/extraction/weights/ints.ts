const CHUNK = 1 << 14;

let chunk = new Int32Array(CHUNK);
let used = 0;

/**
 * A new array of numbers, all 0. Small ones are cut from one large array: an engine keeps each array of more than a few
 * numbers outside its own memory, and a sentence needs ten of them.
 */
export function ints(size: number): Int32Array {
  if (size > CHUNK / 8) return new Int32Array(size);
  if (used + size > CHUNK) {
    chunk = new Int32Array(CHUNK);
    used = 0;
  }
  used += size;
  return chunk.subarray(used - size, used);
}
